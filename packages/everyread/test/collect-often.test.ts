import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectOften } from '../src/workers/collect-often.js';

it('gives back the memory of finished sentences', async () => {
  const collect = collectOften(4);
  collect();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let sentence = 0; sentence < 60; sentence += 1) {
    new Float32Array(1 << 20).fill(sentence);
    collect();
    await wait(0);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  // 240 MB were used; what stands at any time is a few sentences.
  expect(most).toBeLessThan(40 << 20);
});
