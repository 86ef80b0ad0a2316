import { sayRule, type SayRule } from '../rule.js';
import { counted } from './dates.js';
import { digitsOneByOne, ordinal, printedNumber, wholeNumber, pluralOf } from './numbers.js';

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
const denominators: Readonly<Record<string, [string, string]>> = {
  '2': ['half', 'halves'],
  '3': ['third', 'thirds'],
  '4': ['quarter', 'quarters'],
  '5': ['fifth', 'fifths'],
  '6': ['sixth', 'sixths'],
  '8': ['eighth', 'eighths'],
  '10': ['tenth', 'tenths'],
};
const units: Readonly<Record<string, [string, string]>> = {
  km: ['kilometre', 'kilometres'],
  m: ['metre', 'metres'],
  cm: ['centimetre', 'centimetres'],
  mm: ['millimetre', 'millimetres'],
  kg: ['kilogram', 'kilograms'],
  g: ['gram', 'grams'],
  mg: ['milligram', 'milligrams'],
  ml: ['millilitre', 'millilitres'],
  'km/h': ['kilometre an hour', 'kilometres an hour'],
  h: ['hour', 'hours'],
  mph: ['mile an hour', 'miles an hour'],
  ft: ['foot', 'feet'],
  hrs: ['hours', 'hours'],
  hr: ['hour', 'hours'],
  mins: ['minutes', 'minutes'],
  min: ['minute', 'minutes'],
  secs: ['seconds', 'seconds'],
  yrs: ['years', 'years'],
  MB: ['megabyte', 'megabytes'],
  GB: ['gigabyte', 'gigabytes'],
  TB: ['terabyte', 'terabytes'],
  kWh: ['kilowatt hour', 'kilowatt hours'],
  pt: ['point', 'point'],
  l: ['litre', 'litres'],
  oz: ['ounce', 'ounces'],
  lb: ['pound', 'pounds'],
  lbs: ['pound', 'pounds'],
  tsp: ['teaspoon', 'teaspoons'],
  tbsp: ['tablespoon', 'tablespoons'],
  mpg: ['mile to the gallon', 'miles to the gallon'],
  kcal: ['kilocalorie', 'kilocalories'],
  kW: ['kilowatt', 'kilowatts'],
  µg: ['microgram', 'micrograms'],
  mcg: ['microgram', 'micrograms'],
  ng: ['nanogram', 'nanograms'],
  µm: ['micrometre', 'micrometres'],
  nm: ['nanometre', 'nanometres'],
  mL: ['millilitre', 'millilitres'],
  dl: ['decilitre', 'decilitres'],
  dL: ['decilitre', 'decilitres'],
  L: ['litre', 'litres'],
  mmol: ['millimole', 'millimoles'],
  µmol: ['micromole', 'micromoles'],
  nmol: ['nanomole', 'nanomoles'],
  mol: ['mole', 'moles'],
  mmHg: ['millimetre of mercury', 'millimetres of mercury'],
  kPa: ['kilopascal', 'kilopascals'],
  ha: ['hectare', 'hectares'],
  cells: ['cell', 'cells'],
};
/** The sign for a millionth is two characters that look the same: U+00B5 and the Greek letter U+03BC. */
const micro = (name: string): string => name.replace('μ', 'µ');
/** Those that may stand apart from their number, and to the power of two or three. */
const unit =
  'km\\/h|km|cm|mmHg|mmol|mm|kg|mg|mcg|ng|nmol|nm|[µμ](?:g|mol|m)|mol|ml|mL|dl|dL|mph|mpg|ft|hrs|hr|ha|h|mins|min|secs|yrs|MB|GB|TB|kWh|kW|kcal|kPa|pt|tsp|tbsp|oz|lbs|lb|l|L';
/** What a measure may be counted by, after a stroke: “5 mg/ml”. */
const per: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(units).map(([name, [one]]) => [name, one])),
  s: 'second',
  d: 'day',
  wk: 'week',
};
const power: Readonly<Record<string, string>> = { '²': 'square ', '2': 'square ', '³': 'cubic ', '3': 'cubic ' };
/** What a number with a unit means; `1` has its own form. */
const measure = (printed: string, name: string, raised: string | undefined): string =>
  `${printedNumber(printed)} ${raised === undefined ? '' : power[raised]!}${units[micro(name)]![printed === '1' ? 0 : 1]}`;
/** “1st”, “21st”: with another number it is a weight in stones. */
const isFirst = (digits: string): boolean => /(?:^|[^1])1$/.test(digits);
const signed = '[-−+]?';

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
    new RegExp(`(${number})\\s?(${unit}|m|g|cells)\\s?/\\s?(?:(${number})\\s?)?(${unit}|m|g|s|d|wk)([²³23])?(?![\\p{L}\\d/])`),
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
    new RegExp(`cells\\s?/\\s?(${unit}|m)([²³])?(?![\\p{L}\\d/])`),
    (match) => `cells per ${match[2] === undefined ? '' : power[match[2]]!}${per[micro(match[1]!)]!}`,
  ),
  sayRule('millimetres-of-mercury', /mmHg(?!\p{L})/u, () => 'millimetres of mercury'),
  sayRule('times-a-day', /(\d+)\s?[×x]\s?\/\s?(day|night|week|month|year|hour)(?!\p{L})/u, (match) => {
    const often = match[1] === '1' ? 'once' : match[1] === '2' ? 'twice' : `${wholeNumber(match[1]!)} times`;
    return `${often} ${match[2] === 'hour' ? 'an' : 'a'} ${match[2]!}`;
  }),
  sayRule(
    'unit-range',
    new RegExp(`(${number})\\s?[–—-]\\s?(${number})\\s?(${unit}|m|g)([²³23])?(?![\\p{L}\\d])`),
    (match) => `${printedNumber(match[1]!)} to ${measure(match[2]!, match[3]!, match[4])}`,
  ),
  sayRule('unit', new RegExp(`(${number})\\s?(${unit})([²³23])?(?![\\p{L}\\d])`), (match) => measure(match[1]!, match[2]!, match[3])),
  sayRule(
    'square-measure',
    new RegExp(`(${number})\\s?(sq|cu)\\.?\\s?(ft|m|km|cm|miles?)(?![\\p{L}\\d])`),
    (match) => `${printedNumber(match[1]!)} ${match[2] === 'sq' ? 'square' : 'cubic'} ${units[match[3]!]?.[1] ?? 'miles'}`,
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
  sayRule('around-the-clock', /24\/7(?![\d/])/, () => 'twenty-four seven'),
  sayRule('fraction-of-a-unit', new RegExp(`(?:(\\d+)\\s?)?([½¼¾⅓⅔⅛])\\s?(${unit})(?![\\p{L}\\d])`), ([, whole, part, name]) => {
    const [one, many] = units[name!]!;
    if (whole !== undefined) return `${wholeNumber(whole)} and ${halves[part!]!} ${many}`;
    return `${part === '½' ? 'half' : `${halves[part!]!} of`} ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
  }),
  sayRule('half-price', /1\/2(?=[\s-]price)/, () => 'half'),
  sayRule('mixed-fraction', /(\d+)\s?([½¼¾⅓⅔⅛])/, (match) => `${wholeNumber(match[1]!)} and ${halves[match[2]!]!}`),
  sayRule('fraction-sign', /[½¼¾⅓⅔⅛]/, (match) => halves[match[0]]),
  sayRule('out-of-stars', /(\d(?:\.\d)?)\/(\d{1,2})(?=\sstars)/, (match) => `${printedNumber(match[1]!)} out of ${wholeNumber(match[2]!)}`),
  sayRule('fraction', /([1-9])\/(2|3|4|5|6|8|10)(?![\d/])/, (match) => {
    if (Number(match[1]) >= Number(match[2])) return undefined;
    const [one, many] = denominators[match[2]!]!;
    return `${wholeNumber(match[1]!)} ${match[1] === '1' ? one : many}`;
  }),
  // “50/50”, “80/20”
  sayRule('split', /([1-9]0|[1-9]5)\/([1-9]0|[1-9]5)(?![\d/])/, (match) =>
    Number(match[1]) + Number(match[2]) === 100 ? `${wholeNumber(match[1]!)} ${wholeNumber(match[2]!)}` : undefined,
  ),
  // More than the whole is no share of it: a blood pressure of 120/80 is “over”.
  sayRule(
    'out-of',
    /(\d+(?:\.\d+)?)\/(\d+)(?![\d/])/,
    (match) => `${printedNumber(match[1]!)} ${Number(match[1]) > Number(match[2]) ? 'over' : 'out of'} ${wholeNumber(match[2]!)}`,
  ),
  sayRule('pages', /pp?\.\s?(\d+)(?:\s?[–—-]\s?(\d+))?(?![\d])/, (match) =>
    match[2] === undefined ? `page ${wholeNumber(match[1]!)}` : `pages ${wholeNumber(match[1]!)} to ${wholeNumber(match[2])}`,
  ),
  sayRule(
    'number-word',
    /(?:No|Nos|no|nos)[.:]{1,2}\s?(?=(?:\p{Lu}{1,3}\s?)?\d)/u,
    (match) => `number${match[0].startsWith('Nos') || match[0].startsWith('nos') ? 's' : ''} `,
  ),
  sayRule('figure-word', /[Ff]ig(s?)\.\s?(?=\d)/, (match) => `figure${match[1]!} `),
  sayRule('times-as-much', new RegExp(`(${number})x(?![\\p{L}\\d])`), (match) => `${printedNumber(match[1]!)} times`),
  sayRule('ratio', /(\d{1,3}):(\d{1,3})(?![\d:])/, (match, { before }) =>
    /[\d:]$/.test(before) ? undefined : `${wholeNumber(match[1]!)} to ${wholeNumber(match[2]!)}`,
  ),
  sayRule(
    'range',
    new RegExp(`(${number})\\s?[–—]\\s?(${number})(?![\\d%])`),
    (match) => `${printedNumber(match[1]!)} to ${printedNumber(match[2]!)}`,
  ),
  sayRule(
    'number-plural',
    /(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?s(?![\p{L}\d])/u,
    (match) => `${match[2] === undefined ? '' : `${wholeNumber(match[1]!)} to `}${pluralOf(wholeNumber(match[2] ?? match[1]!))}`,
  ),
  sayRule('range-hyphen', /(\d{1,3})-(\d{1,3})(?![\d-]|\p{L})/u, (match, { before }) =>
    /[-\d]$/.test(before) ? undefined : `${wholeNumber(match[1]!)} to ${wholeNumber(match[2]!)}`,
  ),
  sayRule(
    'times',
    new RegExp(`(${number})\\s?[×x]\\s?(${number})(?![\\p{L}\\d${raisedDigits}⁻])`),
    (match) => `${printedNumber(match[1]!)} by ${printedNumber(match[2]!)}`,
  ),
  sayRule('leading-noughts', /0\d+(?!\d|[.,]\d)/, (match) => digitsOneByOne(match[0])),
  sayRule('signed-number', new RegExp(`([-−+])(${number})(?![\\p{L}])`), (match, { before }) =>
    opens(before) ? printedNumber(match[0]) : undefined,
  ),
  sayRule('number', new RegExp(`(?:${number})`), (match, { after }) => `${printedNumber(match[0])}${/^\p{L}/u.test(after) ? ' ' : ''}`),
];
