import { sayRule, type SayOptions, type SayRule } from '../rule.js';
import { digitsOneByOne, wholeNumber, year } from './numbers.js';
import { counted } from './dates.js';
import { isKnownInitialism, isSpelt, spell } from './initialisms.js';

/** Parts of addresses that are said as words although they are short. */
const saidAsWord = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'info',
  'edu',
  'mod',
  'nhs',
  'coop',
  'charity',
  'scot',
  'wales',
  'london',
  'me',
  'us',
  'it',
]);

/** Endings that are spelt although they have a vowel. */
const saidInLetters = new Set(['uk', 'ac', 'eu', 'ie', 'io', 'ai', 'ca', 'au', 'ly', 'tv']);

/** One part of an address between dots: “ucl” is “U C L”, “co-production” stays. */
function label(part: string): string {
  return part
    .split(/([-_+~])/)
    .map((piece) =>
      piece === '-' ? 'hyphen' : piece === '_' ? 'underscore' : piece === '+' ? 'plus' : piece === '~' ? 'tilde' : word(piece),
    )
    .filter(Boolean)
    .join(' ');
}

function word(piece: string): string {
  if (piece === '') return '';
  if (/^(?:19|20)\d\d$/.test(piece)) return year(piece);
  if (/^\d+$/.test(piece)) return piece.length <= 2 ? wholeNumber(piece) : digitsOneByOne(piece);
  if (/^[a-z]+\d+$/i.test(piece)) return `${word(piece.replace(/\d+$/, ''))} ${word(/\d+$/.exec(piece)![0])}`;
  const lower = piece.toLowerCase();
  if (lower === 'nhs') return 'N H S';
  if (saidAsWord.has(lower)) return lower;
  if (isKnownInitialism(piece.toUpperCase()) || saidInLetters.has(lower) || !/[aeiouy]/i.test(piece)) return spell(piece.toUpperCase());
  return camel(piece);
}

/** `CoProCollective` is said in its parts. */
export function camel(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_]+/)
    .map((piece) =>
      /^\p{Lu}{2,}$/u.test(piece) && isSpelt(piece)
        ? spell(piece)
        : piece.replace(
            /(\p{L})(\d+)$/u,
            (_, letter: string, digits: string) => `${letter} ${digits.length === 4 ? year(digits) : wholeNumber(digits)}`,
          ),
    )
    .join(' ')
    .trim();
}

const domain = (host: string): string => host.split('.').map(label).join(' dot ');
const topLevel = '(?:co\\.uk|org\\.uk|ac\\.uk|gov\\.uk|nhs\\.uk|com|org|net|uk|eu|info|coop|wales|cymru|scot|london|io|edu|gov)';

function path(rest: string): string {
  return rest
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => ` slash ${part.split('.').map(label).join(' dot ')}`)
    .join('');
}

/** Of a whole address only the site, and what people can keep in mind: one word or two after it. */
const shownPath = (rest: string, options: SayOptions): string =>
  options.addresses === 'whole' || (options.addresses === undefined && /^\/(?=[\w-]*\p{L})[\p{L}\d-]{1,20}$/u.test(rest)) ? path(rest) : '';

function telephone(print: string): string {
  const groups = print
    .replace(/^(\+.*)\(0\)/, '$1 ')
    .replace(/[()]/g, ' ')
    .trim()
    .split(/[\s-]+/);
  return groups.map((group) => (group.startsWith('+') ? `plus ${digitsOneByOne(group.slice(1))}` : digitsOneByOne(group))).join(', ');
}

/** “one two three, four five six seven” */
function inGroups(digits: string): string {
  const groups: string[] = [];
  for (let at = 0; at < digits.length;) {
    const rest = digits.length - at;
    const size = rest <= 4 ? rest : 3;
    groups.push(digitsOneByOne(digits.slice(at, at + size)));
    at += size;
  }
  return groups.join(', ');
}

export const addresses: readonly SayRule[] = [
  sayRule(
    'email',
    /(?:mailto:)?([\p{L}\d._%+-]+)@((?:[\p{L}\d-]+\.)+\p{L}{2,})/u,
    (match) => `${match[1]!.split('.').map(label).join(' dot ')} at ${domain(match[2]!)}`,
  ),
  sayRule(
    'web-address',
    new RegExp(
      `(?:https?://)(?:www\\.)?([\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)(?::\\d+)?(/[^\\s<>“”"]*[^\\s<>“”".,;:!?)\\]’'])?/?|(?:www\\.)([\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)(/[^\\s<>“”"]*[^\\s<>“”".,;:!?)\\]’'])?/?`,
    ),
    (match, { options }) => {
      const host = match[1] ?? match[3]!;
      const rest = match[2] ?? match[4] ?? '';
      return `${domain(host)}${shownPath(rest, options)}`;
    },
  ),
  sayRule(
    'web-site',
    new RegExp(
      `([\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.${topLevel})(?![\\p{L}\\d@-]|\\.\\p{L})(/[^\\s<>“”"]*[^\\s<>“”".,;:!?)\\]’'])?/?`,
      'i',
    ),
    (match, { options }) => `${domain(match[1]!)}${shownPath(match[2] ?? '', options)}`,
  ),
  // “bit.ly/report”: any site with a path.
  sayRule(
    'short-address',
    /([\p{L}\d-]{2,}(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,})(\/[^\s<>“”"]*[^\s<>“”".,;:!?)\]’'])/u,
    (match) => `${domain(match[1]!)}${path(match[2]!)}`,
  ),
  sayRule('file-name', /\.(pdf|docx?|xlsx?|pptx?|csv|html?|mp3|zip|epub)(?![\p{L}\d])/u, (match, { before }) =>
    /[\p{L}\d_-]$/u.test(before) ? ` dot ${spell(match[1]!.toUpperCase())}` : undefined,
  ),
  sayRule('handle', /@(?!\d{1,2}(?:[:.]\d\d)?\s?[ap]m)([\p{L}\d_]{2,})/u, (match) => `at ${camel(match[1]!)}`),
  sayRule('hashtag', /#(\p{L}[\p{L}\d_]*)/u, (match) => `hashtag ${camel(match[1]!)}`),
  sayRule(
    'telephone',
    /(?:\+\d{1,3}[\s-]?(?:\(0\)[\s-]?)?\d[\d\s-]{6,13}\d|\(0\)\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}|\(0\d{2,5}\)[\s-]?\d[\d\s-]{4,8}\d|0\d{2,4}[\s-]\d{3,4}(?:[\s-]?\d{2,4}){0,2}|0\d{9,10})(?![\d.,]\d|\d)/,
    (match) => telephone(match[0]),
  ),
  // A number that names a charity, a company or an account is read digit by digit, in groups that one can write down.
  sayRule('reference-number', /\d{6,12}(?![\d.,]\d|\d)/, (match, { before, after }) =>
    !counted.test(after) &&
    /(?:charity|compan(?:y|ies)|account|a\/c|acct|registration|registered|reference|ref|VAT|invoice|licence|policy|membership|grant|contract|charities)\b(?:[^\d;!?.]|\bno\.|\bref\.|\bnos\.){0,45}$/i.test(
      before,
    )
      ? inGroups(match[0])
      : undefined,
  ),
  sayRule('vat-number', /(?:GB\s?)?(\d{3})\s(\d{4})\s(\d{2})(?!\d)/, (match, { before }) =>
    /VAT\b[^\d;!?]{0,30}$/.test(before)
      ? `${match[0].startsWith('GB') ? 'G B ' : ''}${match
          .slice(1, 4)
          .map((group) => digitsOneByOne(group))
          .join(', ')}`
      : undefined,
  ),
  sayRule('isbn', /97[89][\d\s-]{9,14}\d(?!\d)/, (match, { before }) =>
    /ISBN\W{0,3}$/.test(before)
      ? match[0]
          .split(/[\s-]+/)
          .map((group) => digitsOneByOne(group))
          .join(', ')
      : undefined,
  ),
  // “Text GIVE to 70085”, “call 116 123”, “Meeting ID: 123 456 7890”, “passcode 4567”
  sayRule('short-number', /(?:\d{3,4}(?:\s\d{3,4}){1,3}|\d{4,11})(?![\d,.]\d|\d|\s?%)/, (match, { before, after }) =>
    /(?:\b(?:[Cc]all|[Rr]ing|[Dd]ial|[Tt]ext|[Pp]hone|[Tt]el(?:ephone)?|ID|[Pp]asscode|PIN|[Cc]ode)[.:]?\s|\b[Tt]ext\s\p{L}+\sto\s|\bext(?:ension)?\.?\s)$/u.test(
      before,
    ) && !counted.test(after)
      ? telephone(match[0])
      : undefined,
  ),
  // Help lines of social value have one number in all of Europe: 116 123 is that of the Samaritans.
  sayRule('help-line-116', /116\s\d{3}(?![\d,.]\d|\d)/, (match, { after }) => (counted.test(after) ? undefined : telephone(match[0]))),
  // The two halves of a postcode: “N R fourteen, seven P Z”.
  sayRule(
    'postcode',
    /(\p{Lu}{1,2})(\d{1,2})(\p{Lu})?\s(\d)(\p{Lu}{2})(?![\p{L}\d])/u,
    ([, area, district, letter, sector, unit]) =>
      `${spell(area!)} ${wholeNumber(district!)}${letter === undefined ? '' : ` ${letter}`}, ${wholeNumber(sector!)} ${spell(unit!)}`,
  ),
  sayRule('sort-code', /(\d{2})-(\d{2})-(\d{2})(?![\d-])/, (match, { before }) =>
    /sort\scode\W{0,3}$/i.test(before)
      ? match
          .slice(1, 4)
          .map((group) => digitsOneByOne(group))
          .join(', ')
      : undefined,
  ),
  // “SC012345”, the number of a Scottish charity.
  sayRule('lettered-number', /(\p{Lu}{2,6})(\d{5,10})(?![\p{L}\d])/u, (match) => `${spell(match[1]!)} ${inGroups(match[2]!)}`),
  sayRule('help-line', /(111|999|101|119|112)(?![\d,.]\d|\d)/, (match, { before }) =>
    /(?:NHS|call|dial|ring|phone|on)\s$/i.test(before) ? digitsOneByOne(match[1]!) : undefined,
  ),
];
