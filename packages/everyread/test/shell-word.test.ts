import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../src/cli/shell-word.js';

describe('a path in a command that people copy', () => {
  it.each([
    ['report.md', 'report.md'],
    ['Bericht-für_2023/größe.md', 'Bericht-für_2023/größe.md'],
    ['Annual report (2).md', '"Annual report (2).md"'],
    ["Ann's report.md", '"Ann\'s report.md"'],
    ['a & b.md', '"a & b.md"'],
    ["it's $5.md", "'it'\\''s $5.md'"],
  ])('%s', (path, word) => {
    expect(shellWord(path)).toBe(word);
    if (process.platform !== 'win32') expect(execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(path);
  });
});
