/** SMIL clock values. */

/** “0:40:26.123” */
export function fullClock(ms: number): string {
  const rounded = Math.round(ms);
  const hours = Math.floor(rounded / 3_600_000);
  const minutes = Math.floor(rounded / 60_000) % 60;
  const seconds = (rounded % 60_000) / 1000;
  return `${hours}:${String(minutes).padStart(2, '0')}:${seconds.toFixed(3).padStart(6, '0')}`;
}

/** “00:40:26”, as DAISY 2.02 recommends for times in metadata. */
export function wholeSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** “12.345s” */
export const secondsClock = (ms: number): string => `${(ms / 1000).toFixed(3)}s`;

/** Reads any of them, and “npt=12.3s”, into milliseconds; NaN where it is none. */
export function readClock(value: string): number {
  const text = value.trim().replace(/^npt=/, '');
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (clock) return Math.round((Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000);
  const count = /^(\d+(?:\.\d+)?)(h|min|s|ms)?$/.exec(text);
  if (!count) return Number.NaN;
  return Math.round(Number(count[1]) * { h: 3_600_000, min: 60_000, s: 1000, ms: 1 }[count[2] ?? 's']!);
}
