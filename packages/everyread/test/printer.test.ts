import { describe, expect, it } from 'vitest';
import { makePrinter } from '../src/cli/printer.js';
import type { World } from '../src/cli/world.js';

function printed(isTerminal: boolean, steps: readonly [string, number, number, number][]): string {
  let text = '';
  let clock = 0;
  const world = { isTerminal, env: {}, err: (part: string) => void (text += part) } as unknown as World;
  const printer = makePrinter(world, {}, () => clock);
  for (const [task, done, total, seconds] of steps) {
    clock = seconds * 1000;
    printer.step(task, done, total);
  }
  return text;
}

describe('how far a long task is', () => {
  it('tells the time that is left once it can be guessed', () => {
    const steps: [string, number, number, number][] = [
      ['speaking: One', 0, 100, 0],
      ['speaking: One', 1, 100, 1],
      ['speaking: One', 25, 100, 60],
      ['speaking: Two', 50, 100, 65],
      ['speaking: Two', 100, 100, 130],
      ['encoding: One', 1, 4, 131],
    ];
    expect(printed(false, steps)).toBe(
      'speaking: 0%\nspeaking: 25%, about 3 minutes left\nspeaking: 50%, about 1 minute left\nspeaking: 100%\nencoding: 25%\n',
    );
    expect(printed(true, steps)).toContain('speaking: One: 25 of 100, about 3 minutes left');
  });
});
