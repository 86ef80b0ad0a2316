import { sayRule, type SayRule } from '../rule.js';
import { ordinal, pluralOf, shortYear, wholeNumber, year } from './numbers.js';

/** January to December. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const monthPattern =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept(?:ember)?|Sep|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const dayPattern = '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';
const weekday = `(?:(${dayPattern})\\.?,?\\s+)?`;
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';
const yearPart = '(?:,?\\s+(\\d{4})(?!\\d|,\\d))?';
const dash = '\\s?[–—-]\\s?';
const end = '(?![\\p{L}\\d])';

const whole = (name: string, names: readonly string[]): string => names.find((each) => each.startsWith(name.slice(0, 3)))!;
const month = (name: string): string => whole(name, monthNames);
const weekdayName = (name: string | undefined): string => (name === undefined ? '' : `${whole(name, days)} `);
const validDay = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;
const inYear = (digits: string | undefined): string => (digits === undefined ? '' : ` ${year(digits)}`);

/** “the ninth of June twenty twenty-three” */
function spokenDate(dayDigits: string, monthName: string, yearDigits: string | undefined): string {
  return `the ${ordinal(dayDigits)} of ${monthName}${inYear(yearDigits)}`;
}

function numericDate(dayDigits: string, monthDigits: string, yearDigits: string): string | undefined {
  const name = monthNames[Number(monthDigits) - 1];
  if (name === undefined || !validDay(dayDigits)) return undefined;
  return spokenDate(dayDigits, name, yearDigits.length === 2 ? `20${yearDigits}` : yearDigits);
}

/** Nouns that people count: the number before them is no year. */
export const counted =
  /^\s+(?:people|persons|users?|followers|members|attendees|participants|subscribers|copies|visitors|visits|views|hours|days|minutes|words|children|women|men|patients|residents|responses|impressions|pounds|miles|metres|homes|households|families|volunteers|donors|students|pupils|carers|calls|meals|downloads|tickets|places|items)\b/;

const weekend = 'Mon|Tue|Tues|Weds|Wed|Thu|Thur|Thurs|Fri|Sat|Sun';

/** Days that follow one another in print: “Mon to Fri”. */
const toDay = new RegExp(`^\\s?(?:to|until|till)\\s(?:${weekend})(?!\\p{L})`, 'u');
const fromDay = new RegExp(`(?:${dayPattern})\\.?\\s?(?:to|until|till)\\s$`, 'u');

export const dates: readonly SayRule[] = [
  // “The Sun, 12 May 2023” is a newspaper of that day.
  sayRule('newspaper', /Sun(?=,\s)/, (_, { before, after }) => (/\b[Tt]he\s$/.test(before) && /^,\s\d/.test(after) ? 'Sun' : undefined)),
  // “Apr” in the head of a table, and “Weds 18/9/24”.
  sayRule('name-alone', new RegExp(`(?:(${monthPattern})|(${dayPattern}))\\.?${end}`), ([, monthName, day], { before, after }) => {
    if (day !== undefined && /^,?\s+\d{1,2}\/\d{1,2}\/\d/.test(after)) return whole(day, days);
    if (before.trim() !== '' || !/^\s*(?::|$)/.test(after)) return undefined;
    return monthName === undefined ? whole(day!, days) : month(monthName);
  }),
  sayRule(
    'weekday-span',
    new RegExp(`(${dayPattern})\\.?${dash}(${dayPattern})${end}(?!\\s\\d{1,2}(?:\\s|st|nd|rd|th))`),
    (match) => `${whole(match[1]!, days)} to ${whole(match[2]!, days)}`,
  ),
  sayRule(
    'date-month-span',
    new RegExp(
      `${weekday}${dayNumber}\\s+(${monthPattern})\\.?${yearPart}${dash}${weekday}${dayNumber}\\s+(${monthPattern})\\.?${yearPart}${end}`,
    ),
    (match) => {
      const [, dayA, from, monthA, yearA, dayB, to, monthB, yearB] = match;
      if (!validDay(from!) || !validDay(to!)) return undefined;
      return `${weekdayName(dayA)}${spokenDate(from!, month(monthA!), yearA)} to ${weekdayName(dayB)}${spokenDate(to!, month(monthB!), yearB)}`;
    },
  ),
  sayRule(
    'date-span',
    new RegExp(`${weekday}${dayNumber}${dash}${weekday}${dayNumber}\\s+(${monthPattern})\\.?${yearPart}${end}`),
    (match) => {
      const [, dayA, from, dayB, to, name, yearDigits] = match;
      if (!validDay(from!) || !validDay(to!)) return undefined;
      return `${weekdayName(dayA)}the ${ordinal(from!)} to ${weekdayName(dayB)}${spokenDate(to!, month(name!), yearDigits)}`;
    },
  ),
  // “3, 4 and 5 May”
  sayRule(
    'days-in-row',
    new RegExp(`((?:\\d{1,2}(?:st|nd|rd|th)?,\\s)*)${dayNumber}\\s?(and|&|or)\\s?${dayNumber}\\s+(${monthPattern})${end}\\.?${yearPart}`),
    ([, list, first, word, second, name, yearDigits], { before }) => {
      const listed = [...(list!.match(/\d+/g) ?? []), first!];
      if (![...listed, second!].every(validDay) || /[\d.,£€$]$/.test(before)) return undefined;
      return `${listed.map((day) => `the ${ordinal(day)}`).join(', ')} ${word === '&' ? 'and' : word!} ${spokenDate(second!, month(name!), yearDigits)}`;
    },
  ),
  // “6/7 May”
  sayRule('two-days', new RegExp(`${dayNumber}/${dayNumber}\\s+(${monthPattern})${end}\\.?${yearPart}`), (match) => {
    const [, first, second, name, yearDigits] = match;
    if (!validDay(first!) || !validDay(second!)) return undefined;
    return `the ${ordinal(first!)}, ${spokenDate(second!, month(name!), yearDigits)}`;
  }),
  sayRule('date', new RegExp(`${weekday}${dayNumber}(?:\\s+of)?\\s+(${monthPattern})${end}\\.?${yearPart}`), (match) => {
    const [, day, number, name, yearDigits] = match;
    return validDay(number!) ? `${weekdayName(day)}${spokenDate(number!, month(name!), yearDigits)}` : undefined;
  }),
  sayRule('date-month-first', new RegExp(`${weekday}(${monthPattern})\\.?\\s+${dayNumber},\\s+(\\d{4})${end}`), (match) => {
    const [, day, name, number, yearDigits] = match;
    return validDay(number!) ? `${weekdayName(day)}${spokenDate(number!, month(name!), yearDigits)}` : undefined;
  }),
  sayRule('date-iso', /(\d{4})-(\d{2})-(\d{2})(?![\d-])/, (match) => numericDate(match[3]!, match[2]!, match[1]!)),
  sayRule('date-numeric', /(\d{1,2})(?:([/.])(\d{1,2})\2|-(\d{1,2})-(?=\d{4}))(\d{4}|\d{2})(?!\d|[/.-]\d)/, (match) =>
    numericDate(match[1]!, (match[3] ?? match[4])!, match[5]!),
  ),
  sayRule('month-iso', /((?:19|20)\d\d)-(0[1-9])(?![\d-])/, ([, from, digits]) =>
    Number(digits) === (Number(from!.slice(2)) + 1) % 100 ? undefined : `${monthNames[Number(digits) - 1]!} ${year(from!)}`,
  ),
  sayRule('month-span', new RegExp(`(${monthPattern})\\.?(?:\\s+(\\d{4}))?${dash}(${monthPattern})${end}\\.?${yearPart}`), (match) => {
    const [, from, fromYear, to, yearDigits] = match;
    return `${month(from!)}${inYear(fromYear)} to ${month(to!)}${inYear(yearDigits)}`;
  }),
  sayRule(
    'month-year',
    new RegExp(`(${monthPattern})\\.?\\s+((?:1[6-9]|20)\\d{2})(?!\\d|,\\d)${end}(?!\\s?[–—-]\\s?\\d)`),
    (match, { after }) =>
      // “In May 2000 people came” counts people.
      counted.test(after) ? undefined : `${month(match[1]!)} ${year(match[2]!)}`,
  ),
  sayRule('day-and-month', new RegExp(`(${dayPattern})\\.?,?\\s+(\\d{1,2})/(\\d{1,2})(?![\\d/])`), (match) => {
    const name = monthNames[Number(match[3]) - 1];
    return name === undefined || !validDay(match[2]!) ? undefined : `${whole(match[1]!, days)} ${spokenDate(match[2]!, name, undefined)}`;
  }),
  sayRule('weekday-and-number', new RegExp(`(${dayPattern})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)${end}`), (match) =>
    validDay(match[2]!) ? `${whole(match[1]!, days)} the ${ordinal(match[2]!)}` : undefined,
  ),
  // No other word looks like these.
  sayRule('short-weekday-alone', new RegExp(`(Tues|Weds|Thurs?)${end}`), (match) => whole(match[1]!, days)),
  // “Jun-23”, as a spreadsheet prints it.
  sayRule(
    'month-short-year',
    new RegExp(`(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:-|\\s?[’'])(\\d{2})${end}`),
    (match) => `${month(match[1]!)} ${year(`20${match[2]!}`)}`,
  ),
  sayRule('short-month', new RegExp(`(Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\.?(?=\\s+(?:\\d|[–—-]))`), (match) => month(match[1]!)),
  // “Sat 10am”, “Sun 2–4”
  sayRule('weekday-and-time', new RegExp(`(Sat|Sun)\\.?(?=,?\\s\\d{1,2}(?:[.:]\\d\\d)?(?:\\s?[ap]\\.?m\\b|\\s?[–-]\\s?\\d))`), (match) =>
    whole(match[1]!, days),
  ),
  sayRule('weekday-to-weekday', new RegExp(`(${weekend})\\.?${end}`), (match, { before, after }) =>
    toDay.test(after) || fromDay.test(before) ? whole(match[1]!, days) : undefined,
  ),
  sayRule('short-weekday', new RegExp(`(Mon|Tues?|Weds?|Thurs?|Thu|Fri)(?:\\.(?=\\s)|(?=,?\\s+\\d))`), (match) => whole(match[1]!, days)),
  // “Mon, Wed & Fri”, “Sat/Sun”: short days in a row; alone “Sat” and “Sun” are words.
  sayRule(
    'weekday-in-row',
    new RegExp(`(${weekend})\\.?${end}(?=\\s?(?:[,&/]|and\\s|or\\s)\\s?(?:and\\s|or\\s)?(?:${weekend})${end})`),
    (match) => whole(match[1]!, days),
  ),
  sayRule('weekday-ends-row', new RegExp(`(${weekend})${end}`), (match, { before }) =>
    /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?\s?(?:[,&/]|and|or)\s?(?:and\s|or\s)?$/.test(before)
      ? whole(match[1]!, days)
      : undefined,
  ),
  sayRule('decade', /(?:(\d{2})|['‘’])(\d0)['’]?s(?![\p{L}\d])/u, (match) => {
    const [, century, decade] = match;
    if (decade === '00' && Number(century) % 10 === 0 && century !== undefined) return pluralOf(wholeNumber(`${century}00`));
    const said = decade === '00' ? 'hundreds' : decade === '10' ? 'tens' : pluralOf(wholeNumber(decade!));
    return century === undefined ? said : `${wholeNumber(century)} ${said}`;
  }),
  sayRule('financial-year', /(FY|AY)\s?['’]?((?:20)?\d{2})(?:\s?[–—/-]\s?['’]?(?:20)?(\d{2}))?(?![\p{L}\d])/u, (match) => {
    const [, kind, from, to] = match;
    return `${kind === 'FY' ? 'financial' : 'academic'} year ${from!.length === 4 ? year(from!) : shortYear(from!)}${to === undefined ? '' : ` to ${shortYear(to)}`}`;
  }),
  // “late 2023 – early 2024”
  sayRule(
    'year-to-season',
    /\s[–—-]\s(?=(?:early|mid|late|spring|summer|autumn|winter|the end of)[\s-](?:\p{L}+\s)?(?:19|20)\d{2})/iu,
    (_, { before }) => (/(?:19|20)\d{2}$/.test(before) ? ' to ' : undefined),
  ),
  // “’23–’24”
  sayRule(
    'short-year-span',
    /['‘’](\d{2})\s?[–—/-]\s?['‘’]?(\d{2})(?![\p{L}\d])/u,
    (match) => `${shortYear(match[1]!)} to ${shortYear(match[2]!)}`,
  ),
  sayRule(
    'year-span',
    /((?:1[6-9]|20)\d{2})\s?[–—-]\s?((?:1[6-9]|20)\d{2})(?!\d|,\d)/,
    (match) => `${year(match[1]!)} to ${year(match[2]!)}`,
  ),
  sayRule('year-short-span', /((?:1[6-9]|20)\d{2})(?:[–—/-])(\d{2})(?![\d%]|[,.]\d)/, (match) => {
    // 2023/24, and not 2023-05 or a size such as 2000-10.
    if (Number(match[2]) !== (Number(match[1]!.slice(2)) + 1) % 100 && Number(match[2]) <= Number(match[1]!.slice(2))) return undefined;
    return `${year(match[1]!)} to ${shortYear(match[2]!)}`;
  }),
  sayRule('year', /((?:1[6-9]|20)\d{2})(?![\d%]|[.,]\d|\p{L})/u, (match, { after }) => (counted.test(after) ? undefined : year(match[1]!))),
];
