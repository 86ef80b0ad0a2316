const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const dated =
  /\b(Sun|Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\.?,?\s+(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,?\s+(\d{4})\b/gi;

/** English dates whose weekday is not the one that the calendar has (proleptic Gregorian). Only dates with a year are judged. */
export function weekdayFaults(text: string): string[] {
  if (!/\d{4}/.test(text)) return [];
  const faults: string[] = [];
  for (const [whole, dayName, dayText, monthText, yearText] of text.matchAll(dated)) {
    const month = months.findIndex((name) => name.startsWith(monthText!.toLowerCase().slice(0, 3)));
    const date = new Date(Date.UTC(Number(yearText), month, Number(dayText)));
    if (date.getUTCMonth() !== month) {
      faults.push(`“${whole}” is no date: ${monthText} has fewer days`);
      continue;
    }
    const right = days[date.getUTCDay()]!;
    if (!right.toLowerCase().startsWith(dayName!.toLowerCase().slice(0, 3))) faults.push(`“${whole}” was a ${right}`);
  }
  return faults;
}
