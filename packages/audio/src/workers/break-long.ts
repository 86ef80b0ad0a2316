/** More than an engine should get at once: about half a minute of speech. */
const most = 450;

/**
 * Breaks a very long sentence at pauses, or at spaces where it has none, so that an engine neither cuts it off nor
 * keeps a cancelled run waiting.
 */
export function breakLong(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const window = rest.slice(0, most);
    const pause = Math.max(window.lastIndexOf('; '), window.lastIndexOf(': '), window.lastIndexOf(', '));
    const cut = pause > most / 3 ? pause + 1 : Math.max(window.lastIndexOf(' '), 0) || most;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}
