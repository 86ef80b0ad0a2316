import { longestCommon } from './anchors.js';

/**
 * The longest common run of two lists, as pairs of indexes: what is left over in the first is missing, in the second is
 * added. Time grows with the number of differences, so that equal lists cost next to nothing (Myers, 1986, without its refinement).
 *
 * @param limit - most differences that are looked for; past it, equal heads and tails are all that is paired
 */
export function alignLists<A, B>(
  first: readonly A[],
  second: readonly B[],
  same: (a: A, b: B) => boolean,
  limit = 400,
): [number, number][] {
  const pairs: [number, number][] = [];
  let head = 0;
  while (head < first.length && head < second.length && same(first[head]!, second[head]!)) {
    pairs.push([head, head]);
    head += 1;
  }
  let tail = 0;
  while (
    tail < first.length - head &&
    tail < second.length - head &&
    same(first[first.length - 1 - tail]!, second[second.length - 1 - tail]!)
  )
    tail += 1;
  const a = first.slice(head, first.length - tail);
  const b = second.slice(head, second.length - tail);
  if (a.length > 0 && b.length > 0 && Math.max(a.length, b.length) <= limit * 4) {
    for (const [i, j] of longestCommon(a, b, same)) pairs.push([head + i, head + j]);
  }
  for (let index = tail; index > 0; index -= 1) pairs.push([first.length - index, second.length - index]);
  return pairs;
}
