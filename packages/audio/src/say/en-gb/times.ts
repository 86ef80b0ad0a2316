import { sayRule, type SayRule } from '../rule.js';
import { wholeNumber } from './numbers.js';

const zones: Readonly<Record<string, string>> = {
  BST: 'British Summer Time',
  GMT: 'Greenwich Mean Time',
  UTC: 'U T C',
  CET: 'Central European Time',
};
const zone = '(?:\\s*\\(?(BST|GMT|UTC|CET)\\)?(?![\\p{L}\\d]))?';
const dash = '\\s?[–—-]\\s?';
const half = '([ap])\\.?m\\b\\.?';

const inZone = (name: string | undefined): string => (name === undefined ? '' : `, ${zones[name]!}`);

function minutes(digits: string): string {
  const n = Number(digits);
  return n < 10 ? `oh ${wholeNumber(digits)}` : wholeNumber(digits);
}

/** “one p m”, “nine thirty a m”, “twelve noon”, “midnight” */
function clock(hourDigits: string, minuteDigits: string): string | undefined {
  const hour = Number(hourDigits);
  if (hour > 24 || Number(minuteDigits) > 59) return undefined;
  const exact = Number(minuteDigits) === 0;
  if (exact && (hour === 0 || hour === 24)) return 'midnight';
  if (exact && hour === 12) return 'twelve noon';
  const onDial = wholeNumber(String(hour % 12 === 0 ? 12 : hour % 12));
  return `${onDial}${exact ? '' : ` ${minutes(minuteDigits)}`} ${hour % 24 < 12 ? 'a m' : 'p m'}`;
}

/** A time that says itself whether it is morning where it can: “at 9.30” may be either. */
function clockIn([, hour, minute, zoneName]: RegExpExecArray): string | undefined {
  const said = Number(hour) > 12 || Number(hour) === 0 ? clock(hour!, minute!) : validDial(hour!) ? onDial(hour!, minute) : undefined;
  return said === undefined ? undefined : `${said}${inZone(zoneName)}`;
}

const onDial = (hour: string, minute: string | undefined): string =>
  `${wholeNumber(hour)}${minute === undefined || Number(minute) === 0 ? '' : ` ${minutes(minute)}`}`;
const validDial = (hour: string): boolean => Number(hour) >= 1 && Number(hour) <= 12;

/** Words after which figures with a colon are no time: “a ratio of 1:12”. */
const ofRatio = /\b(?:ratios?|odds|scale|proportions?|dilut\p{L}+|one-to-one)\b/iu;
/** Words after which “at” and “from” lead to a figure: “set at 0.05”, “rose from 4.25 to 5.10”. */
const ofFigure =
  /\b(?:set|fixed|stands?|stood|remain(?:s|ed)?|stayed|held|rated?|rates|valued|scored?|measured|estimated|capped|averaged?|peaked|priced|sold|traded|level(?:led)?|ratio|mean|index|interest|rose|risen|fell|fallen|grew|grown|dropped|increased?|decreased?|improved|declined|cut|reduced)\s(?:[\p{L}-]+\s){0,3}(?:at|from|until|till)\s$/iu;

/** A day, or a word for hours that something keeps: then “10.00–11.30” are times. */
const keepsHours =
  /(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|\b(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)|\b(?:open(?:s|ing)?|hours|daily|session|doors|drop-in|weekdays|times?)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?)\b[\s,:.(]*(?:(?:from|at|is|are)\s)?$/i;

export const times: readonly SayRule[] = [
  sayRule(
    'time-span-dotted',
    new RegExp(`(\\d{1,2})\\.([0-5]\\d)${dash}(\\d{1,2})\\.([0-5]\\d)(?![\\d.%]|\\s?[ap]\\.?m\\b)`, 'i'),
    (match, { before }) => {
      const [, hourA, minuteA, hourB, minuteB] = match;
      if (!keepsHours.test(before) || [hourA, hourB].some((hour) => Number(hour) > 23 || Number(hour) < 1)) return undefined;
      if (!validDial(hourB!)) return `${clock(hourA!, minuteA!)!} to ${clock(hourB!, minuteB!)!}`;
      return validDial(hourA!) ? `${onDial(hourA!, minuteA)} to ${onDial(hourB!, minuteB)}` : undefined;
    },
  ),
  // “0830–1730”, “0900 hrs”: a nought tells that it is no number of hours.
  sayRule(
    'time-of-four-digits',
    new RegExp(`(0\\d)([0-5]\\d)(?:${dash}([0-2]\\d)([0-5]\\d)(?!\\d))?(?:\\s?(hrs|hours|h)\\b)?(?!\\d)`),
    (match) => {
      const [, hourA, minuteA, hourB, minuteB, hours] = match;
      if (hourB === undefined && hours === undefined) return undefined;
      const from = clock(hourA!, minuteA!);
      const to = hourB === undefined ? '' : clock(hourB, minuteB!);
      return from === undefined || to === undefined ? undefined : `${from}${to === '' ? '' : ` to ${to}`}`;
    },
  ),
  sayRule('time-span', new RegExp(`(\\d{1,2}):(\\d{2})${dash}(\\d{1,2}):(\\d{2})(?!\\d|:\\d|\\s?[apAP]\\.?[mM]\\b)${zone}`), (match) => {
    const from = clock(match[1]!, match[2]!);
    const to = clock(match[3]!, match[4]!);
    return from === undefined || to === undefined ? undefined : `${from} to ${to}${inZone(match[5])}`;
  }),
  sayRule(
    'time-span-half',
    new RegExp(`(\\d{1,2})(?:[.:](\\d{2}))?\\s?(?:${half})?${dash}(\\d{1,2})(?:[.:](\\d{2}))?\\s?${half}${zone}`, 'i'),
    (match) => {
      const [, hourA, minuteA, halfA, hourB, minuteB, halfB, name] = match;
      if (!validDial(hourA!) || !validDial(hourB!)) return undefined;
      const first = halfA === undefined ? '' : ` ${halfA.toLowerCase()} m`;
      return `${onDial(hourA!, minuteA)}${first} to ${onDial(hourB!, minuteB)} ${halfB!.toLowerCase()} m${inZone(name)}`;
    },
  ),
  sayRule(
    'time',
    new RegExp(`(\\d{1,2}):(\\d{2})(?:\\s?(?:hrs|hours|h)\\b)?(?!\\d|:\\d)(?!\\s?[ap]\\.?m\\b)${zone}`, 'i'),
    (match, { before }) => {
      if (match[1]!.length === 1 && match[3] === undefined && ofRatio.test(before)) return undefined;
      const said = clock(match[1]!, match[2]!);
      return said === undefined ? undefined : `${said}${inZone(match[3]?.toUpperCase())}`;
    },
  ),
  // “at 14.30”: a full stop is a common sign in British times; only where nothing is counted by it.
  sayRule(
    'time-dotted',
    new RegExp(
      `(\\d{1,2})\\.([0-5]\\d)(?![\\d.%])${zone}(?=\\s*(?:[,;:!?)]|\\.(?:\\s|$)|$|on\\b|today|tomorrow|every|each|sharp|until|to\\s\\d))`,
    ),
    (match, { before }) =>
      /(?:^|\s)(?:at|until|till|from)\s$/i.test(before) && !ofFigure.test(before) && match[1] !== '0' ? clockIn(match) : undefined,
  ),
  sayRule('time-half', new RegExp(`(\\d{1,2})(?:[.:](\\d{2}))?\\s?${half}${zone}`, 'i'), (match, { after }) => {
    const [said, hour, minute, ap, name] = match;
    if (!validDial(hour!)) return undefined;
    // The full stop of “5 p.m.” may be the sentence's too.
    const stop = said.endsWith('.') && !/\.m\.$/i.test(said) && after.trim() === '' ? '.' : '';
    return `${onDial(hour!, minute)} ${ap!.toLowerCase()} m${inZone(name?.toUpperCase())}${stop}`;
  }),
];
