const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const name = String.raw`\b(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sun|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat)\b`;
const month = String.raw`(?<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?<year>\d{4})\b`;

/** The ways in which English texts write a weekday beside its date. */
const written = [
  // Thursday 14 December 2023; Thursday, the 14th of December, 2023
  String.raw`${name}\.?,?\s+(?:the\s+)?${day}\s+(?:of\s+)?${month},?\s+${year}`,
  // Thursday, December 14, 2023
  String.raw`${name}\.?,?\s+${month}\s+${day},?\s+${year}`,
  // 14 December 2023 (a Thursday)
  String.raw`\b${day}\s+(?:of\s+)?${month},?\s+${year}\s+\((?:an?\s+)?${name}\)`,
  // Thursday 14/12/2023
  String.raw`${name}\.?,?\s+(?<one>\d{1,2})(?<mark>[/.])(?<other>\d{1,2})\k<mark>(?<digits>\d{4}|\d\d)\b`,
  // Thursday 2023-12-14
  String.raw`${name}\.?,?\s+(?<iso>\d{4}-\d\d-\d\d)\b`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** English dates whose weekday is not the one that the calendar has (proleptic Gregorian). Only dates with a year are judged. */
export function weekdayFaults(text: string): string[] {
  if (!/\d[\d/.]{3}/.test(text)) return [];
  return written
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => faultOf(match[0], match.groups!) ?? []);
}

type Parts = Readonly<Record<string, string | undefined>>;

function faultOf(whole: string, parts: Parts): string | undefined {
  const said = parts['name']!;
  // “The board sat 12 May 2024” has no weekday: a short one begins with a capital.
  if (!/day$/i.test(said) && /^[a-z]/.test(said)) return undefined;
  const dates = readings(parts).filter((date) => date !== undefined);
  if (dates.length === 0) return parts['month'] === undefined ? undefined : `“${whole}” is no date: ${parts['month']} has fewer days`;
  const names = dates.map((date) => days[date.getUTCDay()]!);
  return names.some((each) => each.slice(0, 3).toLowerCase() === said.slice(0, 3).toLowerCase())
    ? undefined
    : `“${whole}” was a ${names[0]}`;
}

/** What the figures may mean: 3/4/2024 is the third of April, or in the United States the fourth of March. */
function readings({ day: dayText, month: monthText, year: yearText, one, other, digits, iso }: Parts): (Date | undefined)[] {
  if (iso !== undefined) {
    const [isoYear, isoMonth, isoDay] = iso.split('-').map(Number);
    return [dateOf(isoYear!, isoMonth!, isoDay!)];
  }
  if (digits !== undefined) {
    const full = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
    return [dateOf(full, Number(other), Number(one)), dateOf(full, Number(one), Number(other))];
  }
  const number = months.findIndex((each) => each.startsWith(monthText!.toLowerCase().slice(0, 3))) + 1;
  return [dateOf(Number(yearText), number, Number(dayText))];
}

/** `undefined` where the month has no such day. */
function dateOf(inYear: number, inMonth: number, onDay: number): Date | undefined {
  const date = new Date(Date.UTC(inYear, inMonth - 1, onDay));
  return date.getUTCMonth() === inMonth - 1 && date.getUTCDate() === onDay ? date : undefined;
}
