import { describe, expect, it } from 'vitest';
import { placeInJson } from '../src/source/place-in-json.js';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{\n  "out": \n}', 3, 1],
    ['{\n  "out": "x",\n}', 3, 1],
    ['{ "a": [1, 2 }', 1, 14],
    ['{ "a": 01 }', 1, 9],
    ["{ 'a': 1 }", 1, 3],
    ['{ "a" 1 }', 1, 7],
    ['[1, 2] 3', 1, 8],
    ['{ "a": "b\nc" }', 1, 8],
    ['{ "a": tru }', 1, 8],
    ['[1,, 2]', 1, 4],
    ['{\n  "a": { "b": [] ', 2, 18],
    ['', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(placeInJson('', text)).toEqual({ line, column });
  });

  it('is where Node says, and in time proportional to the text', () => {
    expect(placeInJson('Unexpected end of JSON input at position 3', '[1,')).toEqual({ line: 1, column: 4 });
    const long = `[${'\n  [1, "two", null],'.repeat(100_000)}`;
    const begun = process.cpuUsage();
    expect(placeInJson('', long)).toEqual({ line: 100_001, column: 20 });
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(2);
  });
});
