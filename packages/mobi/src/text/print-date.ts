/** A date as people write it: “22 March 2024”, “March 2024”, “2024”. */
export function printDate(date: string, lang: string): string {
  const parts = date.split('-').length;
  const whole = new Date(`${date}${parts === 2 ? '-01' : ''}T00:00:00Z`);
  if (parts === 1 || Number.isNaN(whole.getTime())) return date;
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    ...(parts === 3 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(whole);
}
