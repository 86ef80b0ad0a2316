import { checkFile } from '@everyread/check';
import { checkDaisy, daisy3Renderer } from '@everyread/daisy';
import {
  collectBytes,
  createContext,
  EveryreadError,
  makeEdition,
  memoryAssets,
  prepare,
  type Assets,
  type EditionName,
  type Renderer,
  type Report,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { createRegistry } from 'everyread';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { drawPng } from './conformance/kit/pictures.mjs';
import { arbitraryReport } from './hostile/arbitrary-report.js';
import { explore } from './hostile/explore.js';
import { writableReport } from './hostile/writable-report.js';
import { quietNarration, quietSound } from './quiet-narration.js';

const registry = createRegistry();
const spoken: [string, EditionName, Renderer][] = await Promise.all(
  (
    [
      ['html', 'read-aloud'],
      ['epub', 'read-aloud'],
      ['daisy-2.02', 'audio'],
      ['daisy-3', 'audio'],
    ] as const
  ).map(async ([name, edition]) => [name, edition, await registry.get(name)] as [string, EditionName, Renderer]),
);

const pictures = memoryAssets({ 'images/a.png': new Uint8Array((drawPng as (width: number, height: number) => Uint8Array)(16, 10)) });

interface Made {
  bytes: Uint8Array;
  said: string[];
  ids: string[];
}

async function make(
  renderer: Renderer,
  edition: EditionName,
  report: Report,
  options: { textOnly?: boolean } = {},
  assets?: Assets,
): Promise<Made | undefined> {
  const said: string[] = [];
  const message = (each: { ruleId?: string | undefined }): void => void said.push(each.ruleId ?? '');
  try {
    const prepared = prepare(report, makeEdition(edition), { format: renderer.name, sentences: true, message });
    const narration = quietNarration(prepared);
    const context = createContext(prepared, prepared.edition, {
      ...(options.textOnly ? {} : { narration }),
      ...(assets ? { assets } : {}),
      message,
      slug: 'book',
    });
    for await (const file of renderer.render(prepared, options, context))
      return { bytes: await collectBytes(file.body), said, ids: narration.clips.map((clip) => clip.id) };
  } catch (error) {
    if (error instanceof EveryreadError || (error instanceof Error && error.name === 'ZipError')) return undefined;
    throw error;
  }
  return undefined;
}

/** What is wrong with a book: with our rules for DAISY; elsewhere, clips without a place. */
function faultsOf(name: string, { bytes, said, ids }: Made): string[] {
  if (name.startsWith('daisy'))
    return checkDaisy(unzip(bytes), { sound: quietSound }).map((finding) => `${finding.rule} ${finding.file}: ${finding.message}`);
  if (name === 'epub') return said.filter((rule) => rule === 'epub-clip-lost');
  const page = new TextDecoder().decode(bytes);
  const kept = new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!));
  return ids.filter((id) => !kept.has(id.replace(/&/g, '&#x26;').replace(/"/g, '&#x22;').replace(/</g, '&#x3C;')));
}

/** What a reader of talking books says of files with a number in them in place of sound. */
const isQuietSound = /^\S+: The sound \d+\.mp3 is missing or is no MP3/;

const front = (title: string, more = ''): string => `---\ntitle: ${JSON.stringify(title)}\nlang: en-GB\n${more}---\n\n`;
const odd: Readonly<Record<string, string>> = {
  'no headings': `${front('Plain')}Only a < b & c "quoted". And more.\n`,
  'nothing but a title': front('Alone'),
  'a title with markup': `${front('<b> & \'x\' ]]> "y"')}# <i>One</i> & *two*\n\nText.\n`,
  'right to left': `${front('שנה', 'dir: rtl\n').replace('lang: en-GB', 'lang: he')}# שלום\n\nטקסט. עוד.\n\n::page{n="א"}\n`,
  'a heading named like the title of the book': `${front('Our year')}# Report title\n\nText.\n\n# S1\n\nMore.\n`,
  'headings that skip and go deep': `${front('Deep')}### Three\n\nText.\n\n###### Six\n\nText.\n\n# One\n`,
  'pages twice, in lines and in headings': `${front('Pages')}::page{n="1"}\n\n# One :page{n="2"}two\n\nA :page{n="2"}sentence. B.\n\n::page{n="iv"}\n\n::page{n="cover"}\n`,
  'notes in notes, in headings, in tables, and twice': `${front('Notes')}# A[^a]\n\nB[^a] and[^b].\n\n| x[^c] | y |\n| --- | --- |\n| | 1 |\n\n[^a]: One[^b].\n[^b]: Two. Again[^a].\n[^c]: Three.\n[^d]: Nobody asks.\n`,
  'empty headings and cells': `${front('Empty')}# &#32;\n\n| | |\n| --- | --- |\n| | |\n\n- \n\n1.\n`,
  'sentences of signs alone': `${front('Signs')}…\n\n***\n\n☃ ☃\n\n?! ¡\n`,
  'pictures without words': `${front('Pictures')}:::figure{src="a.png" decorative}\n:::\n\n:::figure{src="b.png" alt="B"}\n:::\n\n::::cards\n:::card{src=c.png alt="C"}\n:::\n::::\n`,
};

describe('books with sound from documents that hardly anybody would write', () => {
  it.each(spoken)('%s', async (name, edition, renderer) => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const made = await make(renderer, edition, report);
        if (made) expect(faultsOf(name, made)).toEqual([]);
      }),
      explore(40),
    );
  });

  const books = [
    ...spoken.map(([name, edition, renderer]) => ({ what: `${name}, ${edition}`, name, edition, renderer, options: {} })),
    { what: 'daisy-3, text only', name: 'daisy-3', edition: 'audio', renderer: daisy3Renderer as Renderer, options: { textOnly: true } },
  ] as const;
  // A book that can't hold a picture has its words.
  const withAndWithout = books.flatMap((book) => [
    { ...book, assets: undefined },
    { ...book, what: `${book.what}, with pictures`, assets: pictures },
  ]);

  it.each(withAndWithout)('$what, holds every word of what an author could write', async ({ name, edition, renderer, options, assets }) => {
    await fc.assert(
      fc.asyncProperty(writableReport, async (report) => {
        const made = (await make(renderer, edition, report, options, assets))!;
        const prepared = prepare(report, makeEdition(edition), { format: name });
        const { read, messages } = await checkFile({ path: `book.${renderer.extension.split('.').at(-1)!}`, body: made.bytes }, prepared);
        const found = messages.filter((message) => !isQuietSound.test(message.reason));
        expect([read, ...found.map((message) => `${message.ruleId}: ${message.reason}`)]).toEqual([true]);
      }),
      explore(20),
    );
  });

  it('DAISY 3 without sound', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        const made = await make(daisy3Renderer as Renderer, 'audio', report, { textOnly: true });
        if (made) expect(faultsOf('daisy-3', made)).toEqual([]);
      }),
      explore(40),
    );
  });

  describe.each(spoken)('%s', (name, edition, renderer) => {
    it.each(Object.entries(odd))('%s', async (_, text) => {
      const made = await make(renderer, edition, readMarkdown(text, { path: 'odd.md' }).report);
      expect(made).toBeDefined();
      expect(faultsOf(name, made!)).toEqual([]);
    });
  });
});
