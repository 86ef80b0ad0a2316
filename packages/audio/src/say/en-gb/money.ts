import { sayRule, type SayRule } from '../rule.js';
import { printedNumber, wholeNumber } from './numbers.js';

interface Currency {
  one: string;
  many: string;
  smallOne: string;
  smallMany: string;
}

const currencies: Readonly<Record<string, Currency>> = {
  '£': { one: 'pound', many: 'pounds', smallOne: 'penny', smallMany: 'pence' },
  '€': { one: 'euro', many: 'euros', smallOne: 'cent', smallMany: 'cents' },
  $: { one: 'dollar', many: 'dollars', smallOne: 'cent', smallMany: 'cents' },
  '¥': { one: 'yen', many: 'yen', smallOne: 'sen', smallMany: 'sen' },
};

const scaleWords: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  bn: 'billion',
  b: 'billion',
  tn: 'trillion',
  thousand: 'thousand',
  million: 'million',
  billion: 'billion',
  trillion: 'trillion',
};

const amount = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d\\d';
const scale = '(?:\\s?(thousand|million|billion|trillion|bn|mn|tn|m|k)|(b))?(?![\\p{L}\\d&])';

function isOne(number: string): boolean {
  return /^1(?:\.0+)?$/.test(number);
}

/** “five pounds and fifty pence” */
function sum(number: string, scaleWord: string | undefined, currency: Currency, prefix = ''): string {
  if (scaleWord) return `${printedNumber(number)} ${scaleWords[scaleWord.toLowerCase()]!} ${prefix}${currency.many}`;
  const [whole = '0', small] = number.replace(/,/g, '').split('.');
  const pounds = isOne(whole) ? currency.one : currency.many;
  if (small === undefined || /^0+$/.test(small)) return `${wholeNumber(whole)} ${prefix}${pounds}`;
  if (small.length !== 2) return `${printedNumber(number)} ${prefix}${currency.many}`;
  const pence = `${wholeNumber(small)} ${Number(small) === 1 ? currency.smallOne : currency.smallMany}`;
  return Number(whole) === 0 ? pence : `${wholeNumber(whole)} ${prefix}${pounds} and ${pence}`;
}

const sign = (mark: string | undefined): string => (mark === undefined || mark === '' ? '' : mark === '+' ? 'plus ' : 'minus ');

/** What a sum is for, in rents and wages. */
const spans: Readonly<Record<string, string>> = {
  pcm: 'a month',
  pm: 'a month',
  pw: 'a week',
  pa: 'a year',
  ph: 'an hour',
  pppw: 'per person a week',
  pppn: 'per person a night',
  pp: 'per person',
};

export const money: readonly SayRule[] = [
  sayRule(
    'money-for-a-time',
    new RegExp(`(£|€|\\$)(${amount})(k)?\\s?(pcm|pppw|pppn|pp|pw|pa|pm|ph)(?![\\p{L}\\d])`),
    (match) => `${sum(match[2]!, match[3], currencies[match[1]!]!)} ${spans[match[4]!]!}`,
  ),
  // “£m”, “£000s”, “£’000” at the head of a table: what its figures count.
  sayRule(
    'money-scale',
    /£(?:(['’]?000s?)|(m|bn))(?![\p{L}\d,.]|\s?\d)/u,
    (match) => `${match[1] !== undefined ? 'thousands' : match[2] === 'm' ? 'millions' : 'billions'} of pounds`,
  ),
  sayRule('money-range', new RegExp(`(£|€|\\$)(${amount})(k|m|bn)?\\s?[–—-]\\s?(?:£|€|\\$)?(${amount})${scale}`, 'i'), (match) => {
    const [, mark, from, fromScale, to, word, letter] = match;
    const currency = currencies[mark!]!;
    const toScale = word ?? letter;
    // £10–20m: the scale of the end is that of the beginning too.
    const start = fromScale ? `${printedNumber(from!)} ${scaleWords[fromScale.toLowerCase()]!}` : printedNumber(from!);
    return `${start} to ${sum(to!, toScale, currency)}`;
  }),
  // “£5½m”
  sayRule(
    'money-and-a-half',
    /(£|€|\$)(\d+)([½¼¾])\s?(k|m|bn|million|billion)(?!\p{L})/u,
    ([, mark, whole, part, word]) =>
      `${wholeNumber(whole!)} and ${part === '½' ? 'a half' : part === '¼' ? 'a quarter' : 'three quarters'} ${scaleWords[word!]!} ${currencies[mark!]!.many}`,
  ),
  sayRule('money', new RegExp(`([-−–+]?)(US|AU|CA)?(£|€|\\$|¥)\\s?(${amount})${scale}`, 'i'), (match, { before }) => {
    const [, plusMinus, country, mark, number, word, letter] = match;
    // “£1-for-£1”, “50p–£1”: what joins two sums is no minus.
    if (plusMinus !== '' && plusMinus !== '+' && !/^$|[\s(“‘"'/=<>≤≥:]$/.test(before)) return undefined;
    const prefix = country ? `${[...country.toUpperCase()].join(' ')} ` : '';
    return `${sign(plusMinus)}${sum(number!, word ?? letter, currencies[mark!]!, prefix)}`;
  }),
  sayRule('currency-code', new RegExp(`(GBP|EUR|USD)\\s?(${amount})${scale}`), (match) => {
    const [, code, number, word, letter] = match;
    const mark = code === 'GBP' ? '£' : code === 'EUR' ? '€' : '$';
    return sum(number!, word ?? letter, currencies[mark]!, code === 'USD' ? 'U S ' : '');
  }),
  sayRule(
    'money-less',
    new RegExp(`(£|€|\\$)[-−–](${amount})${scale}`),
    ([, mark, number, word, letter]) => `minus ${sum(number!, word ?? letter, currencies[mark!]!)}`,
  ),
  // “£4.50:£1”, “£3.20:1”: what comes of each pound.
  sayRule('money-ratio', /\s?:\s?(?=[£€$]?\d)/, (_, { before, after }) =>
    /[£€$][\d.,]*\d(?:m|k|bn)?$/.test(before) && /^(?:[£€$]\d|\d+(?![\d:]))/.test(after) ? ' to ' : undefined,
  ),
  sayRule('money-joined', /-(?=[£€$]\d)/, (_, { before }) => (/\p{L}$/u.test(before) ? ' ' : undefined)),
  // Accounts print a minus as brackets.
  sayRule(
    'money-in-brackets',
    new RegExp(`(£|€|\\$)\\((${amount})(k|m|bn)?\\)(?:(k|m|bn)(?!\\p{L}))?`),
    (match) => `minus ${sum(match[2]!, match[3] ?? match[4], currencies[match[1]!]!)}`,
  ),
  sayRule('sum-in-brackets', new RegExp(`\\((£|€|\\$)(${amount})(k|m|bn)?\\)(?=[*†‡]*\\s*$)`), (match, { before }) =>
    before.trim() === '' ? `minus ${sum(match[2]!, match[3], currencies[match[1]!]!)}` : undefined,
  ),
  // “50p–£1”, “30–40p”
  sayRule(
    'pence-range',
    /(\d+(?:\.\d+)?)p?\s?[–—-]\s?(\d+(?:\.\d+)?)p(?![\p{L}\d])/u,
    ([, from, to]) => `${printedNumber(from!)} to ${printedNumber(to!)} pence`,
  ),
  sayRule('pence-to-pounds', /\s?[–—-]\s?(?=[£€$]\d)/, (_, { before }) => (/\dp$/.test(before) ? ' to ' : undefined)),
  sayRule('pence', /(\d+(?:\.\d+)?)p(?![\p{L}\d])/u, (match) => `${printedNumber(match[1]!)} ${match[1] === '1' ? 'penny' : 'pence'}`),
];
