import { groupText as grouped, shiftPart as shifted } from '../scripts.js';
import { childElements, textOf, type DomElement } from './dom.js';

/** A formula of MathML as a line of text that keeps its sense: a fraction is (a + b)/2, and a power keeps its place. */
export function mathText(element: DomElement): string {
  const parts = childElements(element).map((each) => mathText(each));
  const [first = '', second = '', third = ''] = parts;
  switch (element.tagName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
      return `${grouped(first)}${shifted(second, 'super')}`;
    case 'msub':
      return `${grouped(first)}${shifted(second, 'sub')}`;
    case 'msubsup':
      return `${grouped(first)}${shifted(second, 'sub')}${shifted(third, 'super')}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${shifted(second, 'super').replace(/^\^/, '')}√${grouped(first)}`;
    case 'munderover':
      return `${first} from ${second} to ${third} of `;
    case 'semantics':
      return first;
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return parts.length > 0 ? parts.join('') : textOf(element);
  }
}
