/** Something with a wished-for middle and a size. */
export interface Spread {
  middle: number;
  size: number;
}

/**
 * Moves things on a line apart so that none overlaps, each as near to its wish as can be: neighbours that
 * touch move as one (pool adjacent violators). Keeps the order of the list.
 *
 * @returns the new middles
 */
export function spread(items: readonly Spread[]): number[] {
  interface Pool {
    first: number;
    count: number;
    size: number;
    /** Sum of the starts that the members wish for the pool. */
    wishes: number;
    start: number;
  }
  const pools: Pool[] = [];
  items.forEach((item, index) => {
    const wish = item.middle - item.size / 2;
    let pool: Pool = { first: index, count: 1, size: item.size, wishes: wish, start: wish };
    for (let last = pools.at(-1); last !== undefined && last.start + last.size > pool.start; last = pools.at(-1)) {
      pools.pop();
      const wishes = last.wishes + pool.wishes - pool.count * last.size;
      const count = last.count + pool.count;
      pool = { first: last.first, count, size: last.size + pool.size, wishes, start: wishes / count };
    }
    pools.push(pool);
  });
  const middles: number[] = [];
  for (const pool of pools) {
    let at = pool.start;
    for (const item of items.slice(pool.first, pool.first + pool.count)) {
      middles.push(at + item.size / 2);
      at += item.size;
    }
  }
  return middles;
}
