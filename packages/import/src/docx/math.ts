import { groupText as grouped, shiftPart as shifted } from '../scripts.js';
import { child, elements, textOf, type XmlElement } from '../xml.js';

/**
 * A formula of Word as a line of text that keeps its sense (ISO/IEC 29500-1, 22.1): a fraction is (a + b)/2, not “a + b2”, and a
 * power keeps its place, 10³.
 */
export function mathText(element: XmlElement): string {
  const part = (name: string): string => {
    const found = child(element, name);
    return found ? inside(found) : '';
  };
  const property = (name: string): string | undefined =>
    child(
      elements(element).find((each) => each.name.endsWith('Pr')),
      name,
    )?.attributes['m:val'];
  switch (element.name) {
    case 'm:t':
      return textOf(element);
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${grouped(part('m:e'))}${shifted(part('m:sup'), 'super')}`;
    case 'm:sSub':
      return `${grouped(part('m:e'))}${shifted(part('m:sub'), 'sub')}`;
    case 'm:sSubSup':
      return `${grouped(part('m:e'))}${shifted(part('m:sub'), 'sub')}${shifted(part('m:sup'), 'super')}`;
    case 'm:rad': {
      const degree = part('m:deg');
      return `${degree === '' || degree === '2' ? '√' : `${shifted(degree, 'super').replace(/^\^/, '')}√`}${grouped(part('m:e'))}`;
    }
    case 'm:d': {
      const items = elements(element).filter((each) => each.name === 'm:e');
      return `${property('m:begChr') ?? '('}${items.map(inside).join(property('m:sepChr') ?? '|')}${property('m:endChr') ?? ')'}`;
    }
    case 'm:nary': {
      const from = part('m:sub');
      const to = part('m:sup');
      const range = `${from === '' ? '' : ` from ${from}`}${to === '' ? '' : ` to ${to}`}`;
      return `${property('m:chr') ?? '∫'}${range} ${range === '' ? '' : 'of '}${grouped(part('m:e'))}`;
    }
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:m':
      return `[${elements(element)
        .filter((each) => each.name === 'm:mr')
        .map((row) => elements(row).map(inside).join(', '))
        .join('; ')}]`;
    default:
      return element.name.endsWith('Pr') ? '' : inside(element);
  }
}

function inside(element: XmlElement): string {
  return elements(element)
    .map((each) => mathText(each))
    .join('');
}
