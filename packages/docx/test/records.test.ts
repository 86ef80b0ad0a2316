import { checkFile } from '@everyread/check';
import { makeEdition, prepare } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { readMarkdown } from '@everyread/markdown';
import { expect, it } from 'vitest';

it.each(['screen-reader', 'large-print'] as const)(
  'a table too wide for the page of %s keeps the note marks of every header',
  async (name) => {
    const cells = (text: string): string =>
      `| ${Array.from({ length: 12 }, (_, index) => `${text}${index === 0 || index === 3 ? `[^n${index}]` : ''}`).join(' | ')} |`;
    const notes = '[^n0]: Of the first.\n\n[^n3]: Of the fourth.\n';
    const text = `---\ntitle: T\nlang: en-GB\n---\n\n# A\n\n${cells('organisation')}\n${'| - '.repeat(12)}|\n${cells('volunteers').replace(/\[\^n\d\]/g, '')}\n\n${notes}`;
    const report = prepare(readMarkdown(text, { path: 'wide.md' }).report, makeEdition(name), { format: 'docx' });
    const { messages } = await checkFile({ path: 'wide.docx', body: await toDocx(report, { message: () => undefined }) }, report);
    expect(messages.map((message) => message.reason)).toEqual([]);
  },
);
