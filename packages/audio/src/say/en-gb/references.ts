import { sayRule, type SayRule } from '../rule.js';
import { roman } from './initialisms.js';
import { printedNumber, wholeNumber } from './numbers.js';

/** Words after which “pp” counts points of a percentage and not pages. */
const change =
  /(?:^|\s)(?:up|down|by|rise|rose|risen|fell|fallen|grew|grown|gain(?:ed)?|lost|increased?|decreased?|dropped|change|difference|gap)\s(?:of\s|by\s|about\s|some\s|just\s)?[-−–+±]?$/i;

/** Whether a stop after a short word also ends the sentence. */
const stop = (print: string, after: string): string => (print.endsWith('.') && after.trim() === '' ? '.' : '');

const single = (plural: string | undefined, one: string, many: string): string => (plural === undefined || plural === '' ? one : many);

/** Words that point to a place in a text, or count its parts. */
export const references: readonly SayRule[] = [
  // “+1.2pp”, “up 3pp”: points of a percentage; else “a 48pp report” has pages.
  sayRule('points-or-pages', /([-−–+±]?)(\d+(?:\.\d+)?)\s?p\.?p(?:\.|(?!\p{L}))/u, ([print, sign, figure], { before, after }) => {
    if (/[\d£€$.,]$/.test(before) || /^\s?\d/.test(after)) return undefined;
    const arePoints = sign !== '' || figure!.includes('.') || change.test(before);
    if (!arePoints && print.includes('p.')) return undefined;
    const said = `${sign === '±' ? 'plus or minus ' : ''}${printedNumber(`${sign === '±' ? '' : sign}${figure!}`)}`;
    if (
      !arePoints &&
      /^\s(?:full|colour|A[45]|illustrated|report|booklet|book|document|brochure|guide|pamphlet|leaflet|summary|paper|pdf|PDF|handbook|toolkit|supplement|magazine)\b/.test(
        after,
      )
    )
      return `${said}-page`;
    const one = figure === '1';
    return `${said} ${arePoints ? `percentage point${one ? '' : 's'}` : `page${one ? '' : 's'}`}${stop(print, after)}`;
  }),
  sayRule('pages', /pp?\.?\s?(\d+)(?:\s?[–—-]\s?(\d+))?(?!\d|[.,]\d|\p{L})/u, ([, first, last], { before }) =>
    /[\p{L}\d]$/u.test(before)
      ? undefined
      : last === undefined
        ? `page ${wholeNumber(first!)}`
        : `pages ${wholeNumber(first!)} to ${wholeNumber(last)}`,
  ),
  sayRule('number-of', /(?:No|no)\.(?=\sof\s)/, () => 'number'),
  sayRule(
    'number-word',
    /(?:No|Nos|no|nos)[.:]{1,2}\s?(?=(?:\p{Lu}{1,6}[\s/-]?)*\d)/u,
    (match) => `number${match[0].startsWith('Nos') || match[0].startsWith('nos') ? 's' : ''} `,
  ),
  // “vol 3 no 4”, “bus No 10”: without the stop, only where nobody denies anything.
  sayRule('number-word-bare', /(?:No|no)\s(?=\d+(?![\d-]|\s\p{L}))/u, (match, { before }) =>
    /\b[Vv]ol(?:ume)?\.?\s\d+,?\s$/.test(before) || (match[0].startsWith('N') && /[\p{Ll}\d,(]\s?$/u.test(before)) ? 'number ' : undefined,
  ),
  sayRule('figure-word', /[Ff]ig(s?)\.?\s?(?=\d)/, (match) => `figure${match[1]!} `),
  sayRule('paragraph-word', /([Pp])ara(s)?\.?\s(?=\d)/, ([, , many]) => `${single(many, 'paragraph', 'paragraphs')} `),
  sayRule('article-word', /Arts?\.\s?(?=\d)/, (match) => `${match[0].startsWith('Arts') ? 'Articles' : 'Article'} `),
  // “s.172”, “ss. 1–3” of an Act
  sayRule('section-word', /s(s)?\.\s?(?=\d)|s(?=\d{2,3}(?!\d|\p{L}))/u, ([, many], { before }) =>
    /[\p{L}\p{N}'’]$/u.test(before) ? undefined : `${single(many, 'section', 'sections')} `,
  ),
  sayRule('year-word', /(Yr|Yrs|yr|yrs|wk|wks)\.?\s?(?=\d{1,2}(?!\d))/, ([, word], { before }) => {
    if (/\d\s?$/.test(before)) return undefined;
    const said = /^y/i.test(word!) ? single(word!.slice(2), 'year', 'years') : single(word!.slice(2), 'week', 'weeks');
    return `${word!.startsWith('Y') ? `Y${said.slice(1)}` : said} `;
  }),
  sayRule('edition-word', /ed(?:n|ition)?\.?(?=[\s,;)]|$)/, ([print], { before, after }) =>
    /\d(?:st|nd|rd|th)\s$/.test(before) && print !== 'edition' ? `edition${stop(print, after)}` : undefined,
  ),
  sayRule('editor-word', /ed(s)?\.?(?=\))/, ([, many], { before }) =>
    before.endsWith('(') ? single(many, 'editor', 'editors') : undefined,
  ),
  // “(a)”, “5(1)(a)”: the letter, and not the article. “(ii)” is a number.
  sayRule('lettered-item', /([a-h])(?=\))/, ([, letter], { before }) =>
    before.endsWith('(') || before.trim() === '' ? letter!.toUpperCase() : undefined,
  ),
  sayRule('roman-item', /(viii|vii|vi|iv|ix|iii|ii)(?=\))/, ([, numeral], { before }) =>
    before.endsWith('(') || before.trim() === '' ? wholeNumber(roman[numeral!.toUpperCase()]!) : undefined,
  ),
];
