import { isLanguageTag } from './meta.js';

const britishMonths = 'January February March April May June July August September October November December'.split(' ');

/** Dates as people write them: `2023-09-12T13:00/15:00` is “12 September 2023, 13:00–15:00”. Anything else stays as it is. */
export function printWhen(when: string, lang: string): string {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?(?:\/(?:\d{4}-\d{2}-\d{2}T)?(\d{2}:\d{2})(?::\d{2})?)?)?)?)?$/.exec(
      when.trim(),
    );
  if (match === null) return when;
  const [, year, month, day, from, to] = match;
  const date = new Date(Date.UTC(Number(year), Number(month ?? '1') - 1, Number(day ?? '1')));
  if (Number.isNaN(date.getTime())) return when;
  const times = from === undefined ? '' : to === undefined ? `, ${from}` : `, ${from}–${to}`;
  // The engine takes longer to begin with dates than many a report to be made.
  if (lang === 'en-GB')
    return `${day ? `${date.getUTCDate()} ` : ''}${month ? `${britishMonths[date.getUTCMonth()]!} ` : ''}${date.getUTCFullYear()}${times}`;
  const format = new Intl.DateTimeFormat(isLanguageTag(lang) ? lang : 'en-GB', {
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  // Newer versions of ICU print narrow spaces: the same report must give the same bytes on every machine.
  return `${format.format(date).replace(/[\u202f\u2009]/g, ' ')}${times}`;
}
