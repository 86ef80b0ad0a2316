import { sayRule, type SayRule } from '../rule.js';
import { counted, monthNames } from './dates.js';
import { ordinal, printedNumber, shortYear, wholeNumber, year } from './numbers.js';
import { unitPattern, units } from './units.js';

/*
 * Figures with a stroke between them may be a share (“9/10 agreed”), a fraction (“3/4 of”), two years (“in 24/25”), two days, two
 * numbers of one thing (“Years 5/6”) or a name (“24/7”). Where the words around do not tell, the stroke is said as it stands:
 * a listener then hears what others see, and no figure that nobody printed.
 */

const denominators: Readonly<Record<string, [string, string]>> = {
  '2': ['half', 'halves'],
  '3': ['third', 'thirds'],
  '4': ['quarter', 'quarters'],
  '5': ['fifth', 'fifths'],
  '6': ['sixth', 'sixths'],
  '8': ['eighth', 'eighths'],
  '10': ['tenth', 'tenths'],
};

/** Two digits, and what follows them in the count of years: 24/25, 99/00. */
const isNextYear = (from: string, to: string): boolean => (Number(from) + 1) % 100 === Number(to) % 100;

/** Words that only years have about them. */
const yearNounAfter =
  /^\s(?:(?:the\s)?(?:academic|financial|fiscal|tax|school|membership|budget)\b|years?\b|seasons?\b|accounts\b|results\b|intake\b|cohort\b|outturn\b|forecast\b)/i;
const yearNounBefore = /(?:\b(?:[FA]Y|Q[1-4]|H[12]|(?:academic|financial|fiscal|tax|school)\syear|season|budget|years?))[\s,:(]*$/i;
/** Words that stand before years, and before much else. */
const yearMayFollow =
  /(?:\b(?:in|for|during|since|from|until|till|by|to|of|throughout|over|and|with|versus|vs)|(?:^|[^\d/])\d\d\/\d\d,)\s$/i;
/** What is counted: then the figures are a share. */
const shareFollows = (after: string): boolean => counted.test(after) || /^\s(?:of|respondents|trustees|staff|members)\b/.test(after);

/** Things that have numbers: “Flat 2/1”, “Years 5/6”, “issue 3/2024”. */
const numberedThing =
  /\b(?:flats?|units?|rooms?|sections?|pages?|pp?\.|issues?|no\.?|nos\.?|numbers?|refs?\.?|references?|lines?|plots?|lots?|apartments?|cases?|years?|yrs?|grades?|class(?:es)?|phases?|stages?|levels?|parts?|groups?|tiers?|types?|bands?|ages?|aged|items?|steps?|days?|weeks?|goals?|tables?|figures?|chapters?|annex|appendix)\s$/i;

/** “scored 7/10”, “an average of 19/20” */
const isMark = (before: string): boolean => /\b(?:scor(?:e|es|ed|ing)|rat(?:e|es|ed|ing)|marks?|average)\b[^.;!?\d]{0,25}$/i.test(before);

/** “half an hour”, “three quarters of a mile” */
export function partOf(numerator: number, denominator: string, one: string): string {
  const article = /^[aeiou]|^hour/.test(one) ? 'an' : 'a';
  const [part, parts] = denominators[denominator]!;
  if (denominator === '2') return `half ${article} ${one}`;
  return `${numerator === 1 ? `a ${part}` : `${wholeNumber(String(numerator))} ${parts}`} of ${article} ${one}`;
}

const wholeUnit = 'hour|mile|mil(?=e)|kilometre|metre|litre|pint|pound|day|year|minute|century|marathon|cup|teaspoon|tablespoon';

/** Before the rules for dates, which know a year alone. */
export const yearsWithStroke: readonly SayRule[] = [
  // “2023/24/25”
  sayRule('three-years', /((?:19|20)\d\d)\/(?:\d\d)?(\d\d)\/(?:\d\d)?(\d\d)(?![\d/])/, ([, first, second, third]) =>
    isNextYear(first!.slice(2), second!) && isNextYear(second!, third!)
      ? `${year(first!)}, ${shortYear(second!)} and ${shortYear(third!)}`
      : undefined,
  ),
  sayRule('two-years', /((?:1[6-9]|20)\d\d)\/((?:1[6-9]|20)\d\d)(?![\d/])/, ([, from, to]) =>
    Number(to) === Number(from) + 1 ? `${year(from!)} to ${year(to!)}` : undefined,
  ),
  // “2024/5”
  sayRule('year-and-digit', /(20\d(\d))\/(\d)(?![\d/]|[,.]\d)/, ([, from, last, next]) =>
    Number(next) === Number(last) + 1 ? `${year(from!)} to ${shortYear(`${from![2]!}${next!}`)}` : undefined,
  ),
  // “03/2024”
  sayRule('month-and-year', /(0[1-9])\/((?:19|20)\d\d)(?![\d/])/, ([, month, of], { before }) =>
    /[\d/]$/.test(before) ? undefined : `${monthNames[Number(month) - 1]!} ${year(of!)}`,
  ),
];

/** After the rules for dates: “6/7 May” is no fraction. */
export const sharesWithStroke: readonly SayRule[] = [
  sayRule('around-the-clock', /24\/7(?:\/(?:365|52))?(?![\d/])/, (match) =>
    match[0].length === 4 ? 'twenty-four seven' : `twenty-four seven, ${wholeNumber(match[0].slice(5))}`,
  ),
  // “20/20 vision”, and sharpness of sight as Snellen charts measure it: “6/60 in the better eye”.
  sayRule('sight', /(\d{1,2})\/(\d{1,3}(?:\.\d)?)(?![\d/])/, ([, from, to], { before, after }) =>
    (from === '6' || from === '20' || from === '3') &&
    (/^\s(?:vision|sight|in\s(?:the|one|either|both|her|his|their)\b)/.test(after) ||
      /\b(?:vision|acuity|sight(?:ed)?|Snellen)\b[^.;!?]{0,30}$/i.test(before))
      ? `${wholeNumber(from)} ${printedNumber(to!)}`
      : undefined,
  ),
  sayRule('eleventh-of-september', /9\/11(?![\d/])/, (_, { after }) => (shareFollows(after) ? undefined : 'nine eleven')),
  sayRule('seventh-of-july', /7\/7(?=\s(?:bomb|attack|London|terror))/, () => 'seven seven'),
  sayRule('short-years', /(\d\d)\/(\d\d)(?![\d/]|[,.]\d)/, ([, from, to], { before, after }) => {
    if (!isNextYear(from!, to!) || /[\d/]$/.test(before) || shareFollows(after)) return undefined;
    if (isMark(before)) return `${wholeNumber(from!)} out of ${wholeNumber(to!)}`;
    const areYears =
      /^\s?(?:to|and|[–—-])\s?\d\d\/\d\d/.test(after) ||
      yearNounAfter.test(after) ||
      yearNounBefore.test(before) ||
      yearMayFollow.test(before);
    return `${shortYear(from!)} ${areYears ? 'to' : 'slash'} ${shortYear(to!)}`;
  }),
  sayRule('half-price', /1\/2(?=[\s-]price)/, () => 'half'),
  sayRule('mixed-fraction', /(\d+)\s([1-9])\/([234568]|10)(?![\d/])/, ([, whole, part, by], { before }) => {
    if (Number(part) >= Number(by) || /[\d/]$/.test(before)) return undefined;
    const [one, many] = denominators[by!]!;
    return `${wholeNumber(whole!)} and ${part === '1' ? `a ${one}` : `${wholeNumber(part!)} ${many}`}`;
  }),
  sayRule(
    'fraction-of-a-whole',
    new RegExp(`([1-9])\\/(2|3|4|5|6|8|10)\\s(?:(${wholeUnit})(?![\\p{L}])|(${unitPattern})(?![\\p{L}\\d]))`),
    ([, part, by, word, short]) =>
      Number(part) < Number(by) ? partOf(Number(part), by!, word ?? units[short!]?.[0] ?? short!) : undefined,
  ),
  sayRule('out-of-stars', /(\d(?:\.\d)?)\/(\d{1,2})(?=\sstars)/, (match) => `${printedNumber(match[1]!)} out of ${wholeNumber(match[2]!)}`),
  // “7/10 people”, “scored 9/10”: of ten and of five it is a mark or a share, of others it may be one thing or the next.
  sayRule('mark', /(\d{1,2})\/(5|10|100)(?![\d/]|[.,]\d)/, ([, mark, of], { before, after }) =>
    Number(mark) <= Number(of) &&
    !numberedThing.test(before) &&
    !/[\d/]$/.test(before) &&
    (counted.test(after) ||
      /^\s(?:said|agreed|felt|rated|reported|told|found|were|was|had|have|are|would|did|respondents|\p{L}+s(?!\p{L}))/u.test(after) ||
      isMark(before))
      ? `${wholeNumber(mark!)} out of ${wholeNumber(of!)}`
      : undefined,
  ),
  sayRule('fraction', /([1-9])\/(2|3|4|5|6|8|10)(?![\d/])/, ([, part, of], { before, after }) => {
    if (Number(part) >= Number(of) || /[\d/]$/.test(before) || numberedThing.test(before)) return undefined;
    // “2/3 people” may be two or three, “5/6 sessions” too.
    const mayBeTwo = Number(of) === Number(part) + 1 && of !== '10';
    if (counted.test(after) || /^\s(?!times\b|always\b)\p{Ll}+s(?![\p{L}])/u.test(after))
      return `${wholeNumber(part!)} ${mayBeTwo ? 'slash' : 'out of'} ${wholeNumber(of!)}`;
    const [one, many] = denominators[of!]!;
    return `${wholeNumber(part!)} ${part === '1' ? one : many}`;
  }),
  // “50/50”, “80/20”
  sayRule('split', /([1-9]0|[1-9]5)\/([1-9]0|[1-9]5)(?![\d/])/, (match) =>
    Number(match[1]) + Number(match[2]) === 100 ? `${wholeNumber(match[1]!)} ${wholeNumber(match[2]!)}` : undefined,
  ),
  // A blood pressure of 120/80 is “over”.
  sayRule('blood-pressure', /(\d{2,3})\/(\d{2,3})(?![\d/])/, ([, high, low]) =>
    Number(high) > Number(low) && Number(high) >= 70 && Number(high) <= 260 && Number(low) >= 40
      ? `${wholeNumber(high!)} over ${wholeNumber(low!)}`
      : undefined,
  ),
  // “12/15 trustees”, “4.5/5”. The next number, a nought before it or a year is no share.
  sayRule('out-of', /(\d+(?:\.\d+)?)\/(\d+)(?![\d/])/, ([, part, of], { before, after }) => {
    const isShare =
      Number(part) <= Number(of) &&
      !/^0\d/.test(part!) &&
      !/^0|^(?:19|20)\d\d$/.test(of!) &&
      !/[\d/]$/.test(before) &&
      !numberedThing.test(before) &&
      (Number(of) !== Number(part) + 1 || shareFollows(after) || ['10', '100'].includes(of!));
    return isShare ? `${printedNumber(part!)} out of ${wholeNumber(of!)}` : undefined;
  }),
  // “1st/2nd”
  sayRule(
    'ordinals',
    /(\d{1,2})(?:st|nd|rd|th)\/(\d{1,2})(?:st|nd|rd|th)(?![\p{L}\d/])/u,
    ([, one, other]) => `${ordinal(one!)} slash ${ordinal(other!)}`,
  ),
];
