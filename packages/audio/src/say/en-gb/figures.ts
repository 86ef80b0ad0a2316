import { sayRule, type SayRule } from '../rule.js';
import { counted } from './dates.js';
import { digitsOneByOne, ordinal, printedNumber, wholeNumber, pluralOf } from './numbers.js';
import { partOf } from './slashes.js';
import { measure, micro, per, power, unitPattern, units } from './units.js';

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*';
const scales: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', bn: 'billion' };
const halves: Readonly<Record<string, string>> = {
  '½': 'a half',
  '¼': 'a quarter',
  '¾': 'three quarters',
  '⅓': 'a third',
  '⅔': 'two thirds',
  '⅛': 'an eighth',
};
/** “1st”, “21st”: with another number it is a weight in stones. */
const isFirst = (digits: string): boolean => /(?:^|[^1])1$/.test(digits);
const signed = '[-−+]?';

/** A dash is a minus where no span or list can be meant: alone in a cell, after a bracket or sign, or after “by” and “of”. */
const dashIsMinus = /(?:^|[([=<>≤≥:]|(?:^|\s)(?:by|of|to|from|at|was|is|were|are|or|between|down|up))\s?$/i;

/** A minus sign stands at the start or after a space or bracket; elsewhere it is a hyphen. */
const opens = (before: string): boolean => before === '' || /[\s(“‘"'/]$/.test(before);

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (raised: string): string => [...raised].map((digit) => raisedDigits.indexOf(digit)).join('');

export const figures: readonly SayRule[] = [
  // Accounts print a minus as brackets, and nothing else stands in the cell. A share of a column is printed so too, and so is a year.
  sayRule('in-brackets', new RegExp(`\\((${number})\\s?(k|m|bn|%)?\\)(?=[*†‡]*\\s*$)`), ([, figure, scale], { before }) => {
    if (before.trim() !== '' || (scale === undefined && /^(?:19|20)\d\d$/.test(figure!))) return undefined;
    if (scale === '%') return `in brackets, ${printedNumber(figure!)} per cent`;
    return `minus ${printedNumber(figure!)}${scale === undefined ? '' : ` ${scales[scale]!}`}`;
  }),
  sayRule('dash-as-minus', /–(?=\d)/, (_, { before, after }) =>
    dashIsMinus.test(before) && !/^\d+\s?[–—-]\s?\d/.test(after) ? 'minus ' : undefined,
  ),
  sayRule('plus-or-minus', /\+\s?\/\s?[-−–]\s?(?=[\d£€$])/, () => ' plus or minus '),
  // “5* hotel”
  sayRule(
    'star-rating',
    /([1-7])\*(?=\s(?:hotels?|rating|rated|service|review|food|hygiene|accommodation|standard))/,
    (match) => `${wholeNumber(match[1]!)} star`,
  ),
  sayRule('to-the-power', /\^\(?([-−]?\d+)\)?/, (match, { before }) =>
    /[\p{L}\d)]$/u.test(before) ? ` to the power of ${printedNumber(match[1]!)}` : undefined,
  ),
  // “1h 30m”: beside hours, minutes and no metres.
  sayRule('hours-and-minutes', /(\d{1,2})\s?h(?:rs?)?\s?(\d{1,2})\s?m?(?![\p{L}\d.,/])/u, ([, hours, minutes]) =>
    Number(minutes) < 60 ? `${measure(hours!, 'h', undefined)} ${measure(minutes!, 'min', undefined)}` : undefined,
  ),
  sayRule('clock-of-three', /(\d{1,2}):(\d\d):(\d\d)(?![\d:])/, (match) =>
    match
      .slice(1)
      .map((part) => wholeNumber(part))
      .join(' '),
  ),
  sayRule('year-old', /(\d{1,3})\s?(?:yo|y\/o)(s)?(?!\p{L})/u, ([, age, many]) => `${wholeNumber(age!)}-year-old${many ?? ''}`),
  sayRule(
    'per-cent-range',
    new RegExp(`(${number})%?\\s?[–—-]\\s?(${number})\\s?(?:%|per cent|percent)`),
    (match) => `${printedNumber(match[1]!)} to ${printedNumber(match[2]!)} per cent`,
  ),
  sayRule(
    'per-cent',
    new RegExp(`(${signed}(?:${number}))\\s?(%|‰)`),
    (match) => `${printedNumber(match[1]!)} ${match[2] === '%' ? 'per cent' : 'per mille'}`,
  ),
  sayRule(
    'temperature',
    new RegExp(`(${signed}(?:${number}))\\s?°\\s?([CF])?(?!\\p{L})`),
    (match) => `${printedNumber(match[1]!)} degrees${match[2] === 'C' ? ' Celsius' : match[2] === 'F' ? ' Fahrenheit' : ''}`,
  ),
  sayRule(
    'stones-and-pounds',
    /(\d{1,2})\s?st\s?(\d{1,2})\s?lbs?(?![\p{L}\d])/u,
    (match) => `${wholeNumber(match[1]!)} stone ${measure(match[2]!, 'lb', undefined)}`,
  ),
  sayRule('ordinal', /(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)(?![\p{L}\d])/u, (match) => {
    const digits = match[1]!.replace(/,/g, '');
    return match[2] === 'st' && !isFirst(digits) ? `${wholeNumber(digits)} stone` : ordinal(digits);
  }),
  // “5k run” is its name.
  sayRule('race', /(\d{1,2})k(?=\s(?:run|race|walk|swim|fun|route|course))/, (match) => `${wholeNumber(match[1]!)} K`),
  sayRule(
    'scaled',
    new RegExp(`(${signed}(?:${number}))(K|k|M|bn)(?![\\p{L}\\d])`),
    (match) => `${printedNumber(match[1]!)} ${scales[match[2]!.toLowerCase()]!}`,
  ),
  sayRule('height', /([4-7])['’′]\s?(\d{1,2})["”″]/, (match) => `${wholeNumber(match[1]!)} feet ${wholeNumber(match[2]!)}`),
  sayRule(
    'feet-and-inches',
    /(\d+)\s?ft\s?(\d{1,2})\s?ins?(?!\p{L})/u,
    (match) => `${wholeNumber(match[1]!)} feet ${wholeNumber(match[2]!)} inches`,
  ),
  // “12 µg/m³”, “2.5 mg/5 ml”, “27.4 kg/m²”
  sayRule(
    'measure-per-measure',
    new RegExp(
      `(${number})\\s?(${unitPattern}|m|g|cells)\\s?/\\s?(?:(${number})\\s?)?(${unitPattern}|m|g|s|d|wk)([²³23])?(?![\\p{L}\\d/])`,
    ),
    (match) => {
      const [, count, name, by, each, raised] = match;
      // “5km/10km” is one or the other.
      if (units[`${name!}/${each!}`] !== undefined || (by !== undefined && name === each)) return undefined;
      const counted = by === undefined ? `${raised === undefined ? '' : power[raised]!}${per[micro(each!)]!}` : measure(by, each!, raised);
      return `${measure(count!, name!, undefined)} per ${counted}`;
    },
  ),
  // After a power of ten: the number is said by then.
  sayRule(
    'counted-per-measure',
    new RegExp(`cells\\s?/\\s?(${unitPattern}|m)([²³])?(?![\\p{L}\\d/])`),
    (match) => `cells per ${match[2] === undefined ? '' : power[match[2]]!}${per[micro(match[1]!)]!}`,
  ),
  sayRule('millimetres-of-mercury', /mmHg(?!\p{L})/u, () => 'millimetres of mercury'),
  sayRule('times-a-day', /(\d+)\s?[×x]\s?\/\s?(day|night|week|month|year|hour)(?!\p{L})/u, (match) => {
    const often = match[1] === '1' ? 'once' : match[1] === '2' ? 'twice' : `${wholeNumber(match[1]!)} times`;
    return `${often} ${match[2] === 'hour' ? 'an' : 'a'} ${match[2]!}`;
  }),
  sayRule(
    'unit-range',
    new RegExp(`(${number})\\s?[–—-]\\s?(${number})\\s?(${unitPattern}|m|g)([²³23])?(?![\\p{L}\\d])`),
    (match) => `${printedNumber(match[1]!)} to ${measure(match[2]!, match[3]!, match[4])}`,
  ),
  sayRule('unit', new RegExp(`(${number})\\s?(${unitPattern})([²³23])?(?![\\p{L}\\d])`), (match) =>
    measure(match[1]!, match[2]!, match[3]),
  ),
  sayRule(
    'square-measure',
    new RegExp(`(${number})\\s?(sq|cu)\\.?\\s?(ft|m|km|cm|miles?)(?![\\p{L}\\d])`),
    (match) => `${printedNumber(match[1]!)} ${match[2] === 'sq' ? 'square' : 'cubic'} ${units[match[3]!]?.[1] ?? 'miles'}`,
  ),
  sayRule('carbon-alone', /(k?t)?CO[₂2](e)?(?![\p{L}\d])/u, ([, mass, equivalent], { before }) =>
    /\p{L}$/u.test(before) || (mass === undefined && equivalent === undefined)
      ? undefined
      : `${mass === undefined ? '' : mass === 't' ? 'tonnes of ' : 'kilotonnes of '}C O two${equivalent === undefined ? '' : ' equivalent'}`,
  ),
  // “Area (km²)” at the head of a column.
  sayRule(
    'unit-alone',
    /(km|cm|mm|m|ft)([²³])(?![\p{L}\d])|°\s?([CF])(?!\p{L})|sq\s?(ft|m|km)(?![\p{L}\d])/u,
    ([, name, raised, scale, area], { before }) => {
      if (/[\p{L}\d]$/u.test(before)) return undefined;
      if (scale !== undefined) return ` degrees ${scale === 'C' ? 'Celsius' : 'Fahrenheit'}`;
      return `${area === undefined ? power[raised!]! : 'square '}${units[(area ?? name)!]![1]}`;
    },
  ),
  sayRule('carbon', new RegExp(`(${number})\\s?(kt|t|kg)\\s?CO[₂2](e)?(?![\\p{L}\\d])`), (match) => {
    const mass = match[2] === 'kg' ? 'kilograms' : match[2] === 't' ? 'tonnes' : 'kilotonnes';
    return `${printedNumber(match[1]!)} ${mass} of C O two${match[3] === undefined ? '' : ' equivalent'}`;
  }),
  sayRule(
    'power-of-ten',
    /10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,
    (match) => `ten to the power of ${match[1] === '' ? '' : 'minus '}${wholeNumber(lowered(match[2]!))}`,
  ),
  sayRule('bare-decimal', /\.(\d+)(?![\d.])/, (match, { before }) =>
    /(?:^|[\s(–—-])$/.test(before) ? printedNumber(`0.${match[1]!}`) : undefined,
  ),
  sayRule('metres-to-the-power', new RegExp(`(${number})\\s?m([²³23])(?![\\p{L}\\d])`), (match) => measure(match[1]!, 'm', match[2])),
  // “3.5m people”: money and metres are not what is counted here.
  sayRule('million', new RegExp(`(${number})m(?![\\p{L}\\d²])`), (match, { after }) =>
    counted.test(after) ? `${printedNumber(match[1]!)} million` : undefined,
  ),
  sayRule('metres', new RegExp(`(${number})(m|g)(?![\\p{L}\\d])`), (match) => measure(match[1]!, match[2]!, undefined)),
  // “14a St Mary’s Street”: the letter is said by its name, which only a capital tells.
  sayRule('house-letter', /(\d{1,3})([a-f])(?![\p{L}\d])/u, (match) => `${wholeNumber(match[1]!)} ${match[2]!.toUpperCase()}`),
  sayRule('hyphened-time', /-(hr|min)(?![\p{L}\d])/u, (match, { before }) =>
    /\d$/.test(before) ? `-${match[1] === 'hr' ? 'hour' : 'minute'}` : undefined,
  ),
  // As the rest of Europe prints thousands; an ordinary space only before noughts, for telephone numbers have it too.
  sayRule('spaced-thousands', /\d{1,3}(?:(?:[\u00a0\u202f\u2009]\d{3})+|(?: 000)+)(?![\d,.]\d|\d)/, (match) =>
    wholeNumber(match[0].replace(/\D/g, '')),
  ),
  sayRule('fraction-of-a-unit', new RegExp(`(?:(\\d+)\\s?)?([½¼¾⅓⅔⅛])\\s?(${unitPattern})(?![\\p{L}\\d])`), ([, whole, part, name]) => {
    const [one, many] = units[name!]!;
    if (whole !== undefined) return `${wholeNumber(whole)} and ${halves[part!]!} ${many}`;
    return `${part === '½' ? 'half' : `${halves[part!]!} of`} ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
  }),
  sayRule('sign-of-a-whole', /([½¼¾⅓⅔])\s(hour|mile|metre|pint|price|day|year|minute|term)(?!\p{L})/u, ([, part, one]) =>
    one === 'price'
      ? `${halves[part!]!.replace(/^a /, '')} price`
      : part === '½'
        ? partOf(1, '2', one!)
        : `${halves[part!]!} of ${/^h/.test(one!) ? 'an' : 'a'} ${one!}`,
  ),
  sayRule('mixed-fraction', /(\d+)\s?([½¼¾⅓⅔⅛])/, (match) => `${wholeNumber(match[1]!)} and ${halves[match[2]!]!}`),
  sayRule('fraction-sign', /[½¼¾⅓⅔⅛]/, (match) => halves[match[0]]),
  sayRule('times-a-week', /(\d+)\s?x\s(?=(?:a|per|each)\s|(day|week|month|year)(?!\p{L}))/u, ([, often, of]) => {
    const times = often === '1' ? 'once' : often === '2' ? 'twice' : `${wholeNumber(often!)} times`;
    return of === undefined ? `${times} ` : `${times} a `;
  }),
  sayRule('times-as-much', new RegExp(`(${number})x(?![\\p{L}\\d])`), (match) => `${printedNumber(match[1]!)} times`),
  sayRule('ratio', /(\d{1,3}):(\d{1,3})(?![\d:])/, (match, { before }) =>
    /[\d:]$/.test(before) ? undefined : `${wholeNumber(match[1]!)} to ${wholeNumber(match[2]!)}`,
  ),
  sayRule(
    'range',
    new RegExp(`(${number})\\s?[–—]\\s?(${number})(?![\\d%]|s(?!\\p{L}))`),
    (match) => `${printedNumber(match[1]!)} to ${printedNumber(match[2]!)}`,
  ),
  sayRule(
    'number-plural',
    /(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?s(?![\p{L}\d])/u,
    (match) => `${match[2] === undefined ? '' : `${wholeNumber(match[1]!)} to `}${pluralOf(wholeNumber(match[2] ?? match[1]!))}`,
  ),
  sayRule('range-of-decimals', /(\d+\.\d+)\s?-\s?(\d+\.\d+)(?![\d.-]|\p{L})/u, (match, { before }) =>
    /[-\d.]$/.test(before) ? undefined : `${printedNumber(match[1]!)} to ${printedNumber(match[2]!)}`,
  ),
  // “16 - 18”, but not “Table 2 - 14 trustees”.
  sayRule('range-spaced', /(\d{1,3}) - (\d{1,3})(?![\d.,%]|-|\p{L})/u, ([, from, to], { before }) =>
    Number(from) < Number(to) && !/(?:[-\d.]|\p{Lu}\p{L}*\.?\s)$/u.test(before)
      ? `${wholeNumber(from!)} to ${wholeNumber(to!)}`
      : undefined,
  ),
  sayRule('range-hyphen', /(\d{1,3})-(\d{1,3})(?![\d-]|\p{L})/u, (match, { before }) =>
    /[-\d]$/.test(before) ? undefined : `${wholeNumber(match[1]!)} to ${wholeNumber(match[2]!)}`,
  ),
  sayRule(
    'times',
    new RegExp(`(${number})\\s?[×x]\\s?(${number})(?:\\s?(${unitPattern}|m))?(?![\\p{L}\\d${raisedDigits}⁻])`),
    ([, width, height, name]) =>
      `${printedNumber(width!)} by ${name === undefined ? printedNumber(height!) : measure(height!, name, undefined)}`,
  ),
  // “’000” and “000s” at the head of a column.
  sayRule('thousands', /['’]?000s(?![\p{L}\d])|['’]000(?![\p{L}\d])/u, (_, { before }) => (/\d$/.test(before) ? undefined : 'thousands')),
  sayRule('times-letter', /\s?x\s?(?=[£€$\d])/, (_, { before, after }) => {
    if (/\d\s?(?:%|p)?$/.test(before)) return /^[£€$]|^\d+p\b/.test(after) ? ' times ' : ' by ';
    return /\d\s?(?:ft|m|cm|mm|km|in|")$/.test(before) ? ' by ' : undefined;
  }),
  sayRule('times-alone', /[x×](?=\d+(?![\p{L}\d]))/u, (_, { before }) =>
    /^$|[\s(]$/.test(before) && !/\d\s?$/.test(before) ? 'times ' : undefined,
  ),
  sayRule('leading-noughts', /0\d+(?!\d|[.,]\d)/, (match) => digitsOneByOne(match[0])),
  sayRule('signed-number', new RegExp(`([-−+])(${number})(?![\\p{L}]|[.,]?\\d)`), (match, { before }) =>
    opens(before) ? printedNumber(match[0]) : undefined,
  ),
  sayRule('number', new RegExp(`(?:${number})`), (match, { after }) => `${printedNumber(match[0])}${/^\p{L}/u.test(after) ? ' ' : ''}`),
];
