const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** An ISO date as the rules for print expect it: `2023-09-12T13:00/15:00` is “12 September 2023, 13:00–15:00”. */
export function whenInPrint(when: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?(?:\/(?:\d{4}-\d{2}-\d{2}T)?(\d{2}:\d{2}))?)?/.exec(when);
  const month = match === null ? undefined : months[Number(match[2]) - 1];
  if (match === null || month === undefined) return when;
  const date = `${match[3] === undefined ? '' : `${Number(match[3])} `}${month} ${match[1]!}`;
  if (match[4] === undefined) return date;
  return `${date}, ${match[4]}${match[5] === undefined ? '' : `–${match[5]}`}`;
}
