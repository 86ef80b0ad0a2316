/** Letters that are read one by one take as long as a short word. */
function weight(spoken: string): number {
  let sum = 0;
  for (const word of spoken.split(/\s+/)) sum += /^\p{Lu}(?:['’]s)?[.,;:!?]?$/u.test(word) ? 5 : word.length + 1;
  return sum;
}

/** What a pause inside a sentence and the end of a word add, in characters. */
const floor = 4;

/** How long a sentence should take, from the voice's mean speed. */
export function expectedMs(spoken: string, charactersPerSecond: number, rate: number): number {
  const pauses = (spoken.match(/[,;:.!?](?=\s)/g) ?? []).length;
  return ((weight(spoken) + floor + pauses * 3) * 1000) / (charactersPerSecond * rate);
}

/** Whether a recording is plausible: 0.6 to 1.6 of what is expected, more freely for a word or two. */
export function isPlausible(actualMs: number, spoken: string, charactersPerSecond: number, rate: number): boolean {
  if (!/[\p{L}\p{N}]/u.test(spoken)) return true;
  const expected = expectedMs(spoken, charactersPerSecond, rate);
  const slack = spoken.length < 40 ? 400 : 0;
  return actualMs >= expected * 0.6 - slack && actualMs <= expected * 1.6 + slack && actualMs > 40;
}
