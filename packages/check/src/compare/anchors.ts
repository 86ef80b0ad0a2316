/** Most comparisons between two anchors: 3,000 words by 3,000. */
const maxCells = 9_000_000;

/**
 * Pairs two long lists in order. Runs of three that stand once in each are anchors (“patience”); between them the longest common
 * run is looked for.
 *
 * @param keyA - a text by which runs of the first list are known; the empty text for none
 */
export function alignByAnchors<A, B>(
  first: readonly A[],
  second: readonly B[],
  keyA: (item: A) => string,
  keyB: (item: B) => string,
  same: (a: A, b: B) => boolean,
): [number, number][] {
  const anchors = increasing(commonRuns(first.map(keyA), second.map(keyB)));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...anchors, [first.length, second.length] as const]) {
    if (a < i || b < j) continue;
    for (const [x, y] of longestCommon(first.slice(i, a), second.slice(j, b), same)) pairs.push([i + x, j + y]);
    if (a < first.length && b < second.length) pairs.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/** Places of runs of three that stand once in each list. */
function commonRuns(a: readonly string[], b: readonly string[]): [number, number][] {
  const once = (keys: readonly string[]): Map<string, number> => {
    const places = new Map<string, number>();
    for (let at = 0; at + 2 < keys.length; at += 1) {
      const run = `${keys[at]} ${keys[at + 1]} ${keys[at + 2]}`;
      places.set(run, places.has(run) ? -1 : at);
    }
    return places;
  };
  const other = once(b);
  return [...once(a)].flatMap(([run, at]): [number, number][] => {
    const to = other.get(run);
    return at < 0 || to === undefined || to < 0 ? [] : [[at, to]];
  });
}

/** The longest series of pairs that rise in both lists; they come sorted by the first. */
function increasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, b]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const out: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) out.unshift(pairs[at]!);
  return out;
}

/** The longest common run of two lists, as pairs of indexes; none where there is too much to compare. */
export function longestCommon<A, B>(a: readonly A[], b: readonly B[], same: (a: A, b: B) => boolean): [number, number][] {
  const pairs: [number, number][] = [];
  if (a.length === 0 || b.length === 0 || a.length * b.length > maxCells) return pairs;
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = same(a[i]!, b[j]!)
        ? best[(i + 1) * width + j + 1]! + 1
        : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(a[i]!, b[j]!)) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
