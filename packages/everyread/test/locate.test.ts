import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../src/source/locate.js';

describe('locate', () => {
  it('finds a value by its way', () => {
    const text = '{\n  "a": [1, "x, ]", { "b\\"": null }],\n  "c": {}\n}';
    expect(locate(text, ['a', 1])).toEqual({ line: 2, column: 12 });
    expect(locate(text, ['a', 2, 'b"'])).toEqual({ line: 2, column: 29 });
    expect(locate(text, ['c'])).toEqual({ line: 3, column: 8 });
    expect(locate(text, ['a', 9])).toEqual({ line: 2, column: 8 });
    expect(locate(text, [])).toEqual({ line: 1, column: 1 });
  });

  it('finds every value of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, wide) => {
        const text = JSON.stringify(value, null, wide ? 2 : undefined);
        const visit = (each: unknown, pointer: (string | number)[]): void => {
          const { line, column } = locate(text, pointer);
          const offset =
            text
              .split('\n')
              .slice(0, line - 1)
              .join('\n').length +
            (line > 1 ? 1 : 0) +
            column -
            1;
          const own = JSON.stringify(each).slice(0, 1);
          expect(text[offset]).toBe(own);
          if (Array.isArray(each)) each.forEach((item, index) => visit(item, [...pointer, index]));
          else if (typeof each === 'object' && each !== null)
            for (const [key, member] of Object.entries(each)) visit(member, [...pointer, key]);
        };
        visit(value, []);
      }),
      { numRuns: 200 },
    );
  });
});
