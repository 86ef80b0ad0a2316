import type { World } from './world.js';

/** Stands where the list belongs while the rest is made; no text of a document holds this character (XML 1.0, 2.2). */
const place = '\u0000';

/** So many items are written at once: a hundred thousand findings as one text would take more memory than the report. */
const batch = 1000;

/**
 * Prints an object as JSON of two blanks a level, as `JSON.stringify(made, null, 2)` gives it, with one list in it that may be long.
 *
 * @param around - makes the object, given what stands in the place of the list's items
 * @param items - what the list is of
 * @param json - makes what is printed of one
 */
export async function printWithList<T>(
  world: World,
  around: (items: unknown[]) => object,
  items: readonly T[],
  json: (item: T) => object,
): Promise<void> {
  const whole = JSON.stringify(around(items.length === 0 ? [] : [place]), null, 2);
  const mark = JSON.stringify(place);
  const at = items.length === 0 ? whole.length : whole.indexOf(mark);
  const indent = whole.slice(whole.lastIndexOf('\n', at) + 1, at);
  await world.out(whole.slice(0, at));
  for (let start = 0; start < items.length; start += batch) {
    const some = items.slice(start, start + batch).map((item) => JSON.stringify(json(item), null, 2).replaceAll('\n', `\n${indent}`));
    await world.out(`${start === 0 ? '' : `,\n${indent}`}${some.join(`,\n${indent}`)}`);
  }
  await world.out(`${items.length === 0 ? '' : whole.slice(at + mark.length)}\n`);
}
