import { toText } from '@everyread/core';
import { importDocx } from '@everyread/import';
import { describe, expect, it } from 'vitest';
import { p, r, word } from './word.js';

const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join('');
const start = (n: number): string => `<w:bookmarkStart w:id="${n}" w:name="m${n}"/>`;
const end = (n: number): string => `<w:bookmarkEnd w:id="${n}"/>`;
/** A file that claims to be ours, with marks that we never made. */
const forged = (count: number, fields: string, body: string): Uint8Array =>
  word(body, { customXml: `<source xmlns="urn:everyread:source:1">${times(count, (n) => `<mark name="m${n}" ${fields}/>`)}</source>` });
const many = 30_000;

describe('marks that nobody’s program made', () => {
  it.each<[string, Uint8Array]>([
    ['in each other', forged(many, 'type="callout"', times(many, start) + p('words') + times(many, (n) => end(many - 1 - n)))],
    ['across each other', forged(many, 'type="div" lang="cy"', times(many, start) + p('words') + times(many, end))],
    ['in a line, in each other', forged(40, 'type="strong"', p(times(40, start) + r('words') + times(40, (n) => end(39 - n))))],
    ['in a line, across each other', forged(many, 'type="strong"', p(times(many, start) + r('words') + times(many, end)))],
    ['in a line, ending in another', forged(many, 'type="strong"', p(times(many, start) + r('wo')) + p(times(many, end) + r('rds')))],
  ])(
    '%s: read in bounded time, and the words are kept',
    (_name, bytes) => {
      const before = process.cpuUsage();
      expect(toText(importDocx(bytes).report.root.children).replace(/\s/g, '')).toBe('words');
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
    },
    60_000,
  );
});
