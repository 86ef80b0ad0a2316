const iso =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?:\/(?:(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?|(\d{2}:\d{2})))?$/;

/** Prints an ISO date, date and time, or span as people do: “12 September 2023, 13:00–15:00”. */
export function printWhen(when: string, lang: string): string {
  const match = iso.exec(when.trim());
  if (match === null) return when;
  const [, day, from, lastDay, lastTime, to] = match;
  const first = printDay(day!, lang);
  const begin = from === undefined ? first : `${first}, ${from}`;
  if (lastDay !== undefined) return `${begin} – ${printDay(lastDay, lang)}${lastTime === undefined ? '' : `, ${lastTime}`}`;
  return to === undefined ? begin : `${begin}–${to}`;
}

/** Prints a day, a month or a year in a language. */
export function printDay(day: string, lang: string): string {
  const [year, month, date] = day.split('-');
  if (month === undefined) return day;
  const format = new Intl.DateTimeFormat(lang, {
    ...(date === undefined ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const value = new Date(Date.UTC(Number(year), Number(month) - 1, date === undefined ? 1 : Number(date)));
  return Number.isNaN(value.getTime()) ? day : format.format(value);
}
