import { describe, expect, it } from 'vitest';
import { ThreadPool } from '../src/workers/thread-pool.js';
import type { Thread } from '../src/workers/thread.js';

/** Counts threads; none of them does anything. */
function counting(): { pool: ThreadPool; started: () => number; running: () => number } {
  let started = 0;
  let running = 0;
  const make = (): Thread => {
    started += 1;
    running += 1;
    return {
      end: () => {
        running -= 1;
        return Promise.resolve();
      },
    } as Thread;
  };
  return { pool: new ThreadPool(() => Promise.resolve([make(), make()])), started: () => started, running: () => running };
}

describe('threads of one kind', () => {
  it('end when they rest, and start again for the next job', async () => {
    const { pool, started, running } = counting();
    expect(started()).toBe(0);
    await pool.use(() => Promise.resolve());
    expect(running()).toBe(2);
    await pool.rest();
    expect(running()).toBe(0);
    await pool.use(() => Promise.resolve());
    expect([started(), running()]).toEqual([4, 2]);
  });

  it('do not rest while one of them works', async () => {
    const { pool, running } = counting();
    const { release } = await pool.take();
    await pool.rest();
    expect(running()).toBe(2);
    const taking = pool.take();
    release();
    await pool.rest();
    expect(running()).toBe(2);
    (await taking).release();
    await pool.rest();
    expect(running()).toBe(0);
  });

  it('share the jobs, and try again after a start that failed', async () => {
    const { pool } = counting();
    const [one, two] = [await pool.take(), await pool.take()];
    expect(one.thread).not.toBe(two.thread);
    let tries = 0;
    const failing = new ThreadPool(() => (++tries === 1 ? Promise.reject(new Error('no thread')) : Promise.resolve([one.thread])));
    await expect(failing.use(() => Promise.resolve(1))).rejects.toThrow('no thread');
    expect(await failing.use(() => Promise.resolve(1))).toBe(1);
  });
});
