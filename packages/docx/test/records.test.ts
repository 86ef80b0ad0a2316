import { checkFile } from '@everyread/check';
import { makeEdition, prepare, toText, walk } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { importDocx } from '@everyread/import';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
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

it('a cell without words is shown as a dash behind its header, and an import takes it for nothing', async () => {
  const cells = (text: string): string => `| ${Array.from({ length: 9 }, (_, index) => (index === 2 ? '' : text)).join(' | ')} |`;
  const heads = `| ${Array.from({ length: 9 }, (_, index) => `Organisation ${index}`).join(' | ')} |`;
  const text = `---\ntitle: T\nlang: en-GB\n---\n\n# A\n\n${heads}\n${'| - '.repeat(9)}|\n${cells('volunteers')}\n${cells('–')}\n`;
  const { report } = readMarkdown(text);
  const body = await toDocx(report, { typeSizePt: 28, message: () => undefined });
  const { report: again } = await importDocx(body);
  const rows = (from: typeof report): string[] => {
    const found: string[] = [];
    walk(from.root.children, (node) => void (node.type === 'tableCell' && found.push(toText(node))));
    return found;
  };
  const document = new TextDecoder().decode(new Map(unzip(body)).get('word/document.xml'));
  // Eight cells hold a dash themselves, and one cell of each row holds nothing.
  expect(document.match(/<w:t xml:space="preserve">–<\/w:t>/g)).toHaveLength(8 + 2);
  expect(rows(again)).toEqual(rows(report));
});
