import { canonicalTag } from '../language.js';
import type { Findings } from '../importing.js';
import { child, elements, textOf, value, type XmlElement } from '../xml.js';
import type { WordStyle } from './styles.js';

/** The language of text that says none: that of the usual paragraph style, or of the document (ISO/IEC 29500-1, 17.7.4.17 and 17.7.5.5). */
export function usualLanguage(part: XmlElement | undefined, styles: ReadonlyMap<string, WordStyle>): string | undefined {
  const usual = part === undefined ? undefined : elements(part).find(isUsual);
  const defaults = child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  return styles.get(usual?.attributes['w:styleId'] ?? '')?.lang ?? value(defaults, 'w:lang');
}

const isUsual = ({ name, attributes }: XmlElement): boolean =>
  name === 'w:style' && attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? '');

/** The share of the text that has to be in a language for the report to be in it, against what the file names. */
const most = 2 / 3;

/**
 * The language that most of the text is marked with. The one that a file names is often that of the program or of a template; what is
 * marked was marked by hand, or by the keyboard that it was written with.
 *
 * @param languages - the one that the file names, a BCP 47 tag or empty; and that of text without a mark
 */
export function languageOfText(
  document: XmlElement,
  styles: ReadonlyMap<string, WordStyle>,
  { named, usual }: { named: string; usual: string | undefined },
  findings: Findings,
): string {
  const amounts = new Map<string, number>();
  let all = 0;
  const look = (element: XmlElement, around: string | undefined): void => {
    for (const each of elements(element)) {
      if (each.name === 'w:p') look(each, styles.get(value(child(each, 'w:pPr'), 'w:pStyle') ?? '')?.lang ?? usual);
      else if (each.name === 'w:r') {
        const properties = child(each, 'w:rPr');
        const tag = value(properties, 'w:lang') ?? styles.get(value(properties, 'w:rStyle') ?? '')?.lang ?? around ?? '';
        const length = elements(each).reduce((sum, part) => sum + (part.name === 'w:t' ? textOf(part).length : 0), 0);
        amounts.set(tag, (amounts.get(tag) ?? 0) + length);
        all += length;
        // A text box stands in a run.
        look(each, around);
      } else if (each.name !== 'mc:Fallback') look(each, around);
    }
  };
  look(document, usual);
  const [tag, amount] = [...amounts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  const found = tag === '' || tag === 'x-none' ? undefined : canonicalTag(tag);
  if (found === undefined || found === named || amount < all * most) return named;
  // A tag without a region says nothing against one with it.
  if (named.startsWith(`${found}-`)) return named;
  if (named !== '')
    findings.say(
      'import-language',
      `The file names the language ${named}, but most of its text is marked as ${found}: the report is in ${found}`,
    );
  return found;
}
