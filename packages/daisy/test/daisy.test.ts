import {
  collectBytes,
  createContext,
  makeEdition,
  prepare,
  walk,
  type Narration,
  type PreparedReport,
  type ReportNode,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
import { checkDaisy, daisy202Renderer, daisy3Renderer, daisyKind, daisyRules, groupOfRule, type SoundFacts } from '../src/index.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const text = `---
title: Our year & “more”
lang: en-GB
author: A Charity
date: 2024-03-22
---

Opening words.

# 2023: Welcome

We trained **502** people[^a]. It cost £5.

::page{n="2"}

## A table

:::table[Attendance]{headers="col row"}
| Event | 2022 |
| --- | ---: |
| Talks | |
| Cuppas | 12 |
:::

[^a]: A note. Of two sentences.

# End

:::figure[A ring]{src="images/ring.png" alt="A ring in four parts."}
Long description.
:::

1. One
2. Two :page{n="iii"}over the page

[Back](#a-table)
`;

/** A narration without sound: every sentence lasts a second, its files hold what `sound()` reads. */
function silentNarration(report: PreparedReport): Narration {
  const ids: string[][] = [['report-title']];
  walk(report.root.children as ReportNode[], (node) => {
    if (node.type === 'section' && node.depth === 1) ids.push([]);
    if (node.type === 'sentence' || node.type === 'figure' || node.type === 'pageBreak') ids.at(-1)!.push(node.id!);
  });
  walk(
    report.notes.map((note) => note.definition),
    (node) => {
      if (node.type === 'sentence') ids[1]!.push(node.id);
    },
  );
  return {
    narrator: 'Nobody',
    voices: [
      { title: 'Llais', lang: 'cy', engine: 'x' },
      { title: 'Nobody', lang: 'en-GB', engine: 'x' },
      { title: 'Llais', lang: 'cy', engine: 'y' },
    ],
    lang: 'en-GB',
    files: ids.map((list, index) => ({
      path: `0${index + 1}.mp3`,
      mediaType: 'audio/mpeg' as const,
      durationMs: list.length * 1000,
      byteLength: String(list.length * 1000).length,
      body: async function* () {
        yield new TextEncoder().encode(String(list.length * 1000));
        await Promise.resolve();
      },
    })),
    clips: ids.flatMap((list, file) => list.map((id, index) => ({ id, file, beginMs: index * 1000, endMs: index * 1000 + 1000 }))),
  };
}

const sound = (bytes: Uint8Array): SoundFacts => ({ durationMs: Number(new TextDecoder().decode(bytes)), constant: true });

async function makeBooks(source = text): Promise<{ report: PreparedReport; books: Record<'202' | '3' | 'text', Map<string, Uint8Array>> }> {
  const { report } = readMarkdown(source, { path: 'report.md' });
  const prepared = prepare(report!, makeEdition('audio'), { sentences: true, message: () => undefined });
  const context = createContext(prepared, prepared.edition, {
    narration: silentNarration(prepared),
    message: () => undefined,
    slug: 'book',
  });
  const filesOf = async (files: AsyncIterable<{ body: Uint8Array | AsyncIterable<Uint8Array> }>): Promise<Map<string, Uint8Array>> => {
    for await (const file of files) return unzip(await collectBytes(file.body));
    throw new Error('no file');
  };
  return {
    report: prepared,
    books: {
      '202': await filesOf(daisy202Renderer.render(prepared, {}, context)),
      '3': await filesOf(daisy3Renderer.render(prepared, {}, context)),
      text: await filesOf(daisy3Renderer.render(prepared, { textOnly: true }, context)),
    },
  };
}

/** What a listener moves by. */
const read202 = (files: Map<string, Uint8Array>): string[] =>
  [...read(files, 'ncc.html').matchAll(/<a href="[^"]*">([^<]*)</g)].map((match) => match[1]!);

const soundOf = (ms: number): (() => AsyncIterable<Uint8Array>) =>
  async function* () {
    yield new TextEncoder().encode(String(ms));
    await Promise.resolve();
  };

const read = (files: Map<string, Uint8Array>, name: string): string => new TextDecoder().decode(files.get(name));

describe('DAISY', () => {
  it('makes books that its own checker finds nothing in', async () => {
    const { books } = await makeBooks();
    for (const files of Object.values(books)) expect(checkDaisy(files, { sound })).toEqual([]);
  });

  it('lists headings, pages and notes in order, and counts them', async () => {
    const { books } = await makeBooks();
    const ncc = read(books['202'], 'ncc.html');
    const narrators = (text: string): string[] =>
      [...text.matchAll(/name="(?:ncc|dtb):narrator" content="([^"]*)"/g)].map((match) => match[1]!);
    expect(narrators(ncc)).toEqual(['Nobody', 'Llais']);
    expect(narrators(read(books['3'], 'package.opf'))).toEqual(['Nobody', 'Llais']);
    expect(
      [...ncc.matchAll(/<(h\d|span)[^>]*class="([^"]*)"[^>]*><a [^>]*>([^<]*)</g)].map((match) => `${match[1]} ${match[2]} ${match[3]}`),
    ).toEqual([
      'h1 title Our year &amp; “more”',
      'h1 section 2023: Welcome',
      'span page-normal 2',
      'h2 section A table',
      'span noteref Note 1',
      'h1 section End',
      'span page-front iii',
    ]);
    expect(ncc).toContain('<meta name="ncc:tocItems" content="7"/>');
    expect(ncc).toContain('<meta name="ncc:footnotes" content="1"/>');
    const ncx = read(books['3'], 'navigation.ncx');
    expect([...ncx.matchAll(/playOrder="(\d+)"/g)].map((match) => Number(match[1])).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ncx).toContain('<smilCustomTest id="note"');
  });

  it('gives every sentence exactly one place in the text and one sound', async () => {
    const { report, books } = await makeBooks();
    const ids: string[] = [];
    const collect = (nodes: readonly object[]): void =>
      walk(nodes as ReportNode[], (node) => {
        if (node.type === 'sentence') ids.push(node.id);
      });
    collect(report.root.children);
    collect(report.notes.map((note) => note.definition));
    const smils = [...books['3'].keys()]
      .filter((name) => name.endsWith('.smil'))
      .map((name) => read(books['3'], name))
      .join('');
    const book = read(books['3'], 'book.xml');
    for (const id of ids) {
      expect(smils.split(`src="book.xml#${id}"`)).toHaveLength(2);
      expect(book.split(` id="${id}"`)).toHaveLength(2);
    }
  });

  it('can be skipped: notes as a sequence, pages one by one', async () => {
    const { books } = await makeBooks();
    expect(read(books['3'], 's0002.smil')).toMatch(
      /<seq id="seq-note-1" class="note" customTest="note"><par .*?<\/par><par .*?<\/par><\/seq>/,
    );
    expect(read(books['202'], 's0002.smil')).toContain('system-required="pagenumber-on"');
    expect(read(books['202'], 's0002.smil').match(/system-required="footnote-on"/g)).toHaveLength(2);
  });

  it('has no sound in the text-only book', async () => {
    const { books } = await makeBooks();
    expect([...books.text.keys()].some((name) => name.endsWith('.mp3'))).toBe(false);
    expect(read(books.text, 'package.opf')).toContain('content="textNCX"');
  });

  it.each<[string, '202' | '3', string, RegExp | string, string]>([
    ['ncc-count', '202', 'ncc.html', /(tocItems" content=")\d+/, '$19'],
    ['ncc-meta', '202', 'ncc.html', /<meta name="dc:date"[^>]*>/, ''],
    ['ncc-title', '202', 'ncc.html', 'class="title"', 'class="x"'],
    ['total-time', '202', 'ncc.html', /(totalTime" content=")[^"]*/, '$101:00:00'],
    ['link-dead', '202', 'ncc.html', '#par-page-2"', '#nowhere"'],
    ['clip-gap', '202', 's0002.smil', 'npt=1.000s', 'npt=0.900s'],
    ['clip-past-end', '202', 's0001.smil', /clip-end="[^"]*"(?![\s\S]*clip-end)/, 'clip-end="npt=99.000s"'],
    ['text-missing', '202', 's0002.smil', /content.html#s2"/, 'content.html#zz"'],
    ['smil-time', '202', 's0002.smil', /(totalElapsedTime" content=")[^"]*/, '$100:59:00'],
    ['master', '202', 'master.smil', 's0002.smil', 's0003.smil'],
    ['not-well-formed', '202', 'content.html', '</body>', ''],
    ['opf-meta', '3', 'package.opf', /<dc:Publisher>[^<]*<\/dc:Publisher>/, ''],
    ['file-missing', '3', 'package.opf', 'href="book.css"', 'href="look.css"'],
    ['uid', '3', 's0001.smil', /(dtb:uid" content=")[^"]*/, '$1other'],
    ['play-order', '3', 'navigation.ncx', 'playOrder="2"', 'playOrder="9"'],
    ['custom-test', '3', 'navigation.ncx', 'defaultState="false"', 'defaultState="true"'],
    ['ncx-count', '3', 'navigation.ncx', /(totalPageCount" content=")\d+/, '$17'],
    ['link-dead', '3', 'book.xml', /smilref="[^"]*#/, 'smilref="s0001.smil#x'],
    ['text-missing', '3', 's0002.smil', 'book.xml#s2"', 'book.xml#zz"'],
    ['resource', '3', 'resources.res', "@customTest='note'", "@customTest='nothing'"],
    ['id-twice', '3', 'book.xml', ' id="s3"', ' id="s2"'],
    ['spine', '3', 'package.opf', '<itemref idref="smil-1"/>', ''],
    ['page-kind', '202', 'ncc.html', '>2</a>', '>two</a>'],
    ['ncc-count', '202', 'ncc.html', /(maxPageNormal" content=")\d+/, '$19'],
    ['ncc-count', '202', 'ncc.html', /(ncc:depth" content=")\d+/, '$16'],
    ['ncc-count', '202', 'ncc.html', /(ncc:files" content=")\d+/, '$199'],
    ['ncc-count', '202', 'ncc.html', /(ncc:kByteSize" content=")\d+/, '$199'],
    ['ncc-meta', '202', 'ncc.html', 'audioFullText', 'audioAndMore'],
    ['ncc-title', '202', 'ncc.html', / id="ncc-1"/, ''],
    ['heading-skip', '202', 'ncc.html', /<h2 (.*?)<\/h2>/, '<h4 $1</h4>'],
    ['skip-unknown', '202', 's0002.smil', 'pagenumber-on', 'pages-on'],
    ['text-order', '202', 's0002.smil', /(content\.html#)s3"(.*?content\.html#)s4"/, '$1s4"$2s3"'],
    ['file-missing', '202', 'content.html', 'href="book.css"', 'href="look.css"'],
    ['smil-meta', '202', 's0002.smil', /<meta name="dc:format"[^>]*>/, ''],
    ['clip-times', '202', 's0001.smil', 'clip-begin="npt=0.000s"', 'clip-begin="npt=9.000s"'],
    ['par-audio', '202', 's0001.smil', /(<audio [^>]*>)/, '$1$1'],
    ['file-type', '3', 'package.opf', 'application/x-dtbncx+xml', 'text/xml'],
    ['file-extra', '3', 'package.opf', /<item id="css"[^>]*>/, ''],
    ['ncx-label', '3', 'navigation.ncx', '<text>End</text>', '<text></text>'],
    ['ncx-meta', '3', 'navigation.ncx', /<meta name="dtb:generator"[^>]*>/, ''],
    ['page-kind', '3', 'book.xml', '>iii</pagenum>', '>3</pagenum>'],
    ['text-order', '3', 's0002.smil', /(book\.xml#)s3"(.*?book\.xml#)s4"/, '$1s4"$2s3"'],
    ['par-audio', '3', 's0001.smil', /(<audio [^>]*>)/, '$1$1'],
    ['smil-time', '3', 's0001.smil', /(id="mseq" dur=")[^"]*/, '$10:59:00.000'],
    ['smil-time', '3', 's0002.smil', /(totalElapsedTime" content=")[^"]*/, '$10:59:00.000'],
    ['smil-meta', '3', 's0001.smil', /<meta name="dtb:generator"[^>]*>/, ''],
    ['total-time', '3', 'package.opf', /(totalTime" content=")[^"]*/, '$19:00:00.000'],
    ['file-missing', '3', 'book.xml', 'href="book.css"', 'href="look.css"'],
  ])('finds %s in DAISY %s', async (rule, kind, name, from, to) => {
    const { books } = await makeBooks();
    const files = new Map(books[kind]);
    const before = read(files, name);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    files.set(name, new TextEncoder().encode(after));
    expect(checkDaisy(files, { sound }).map((finding) => finding.rule)).toContain(rule);
  });

  it('knows books that vary their bit rate, and each rule by what it does to a listener', async () => {
    const { books } = await makeBooks();
    const varying = (bytes: Uint8Array): SoundFacts => ({ ...sound(bytes), constant: false });
    expect(checkDaisy(books['202'], { sound: varying }).map((finding) => finding.rule)).toContain('mp3-vbr');
    const tested = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    for (const [rule, group] of Object.entries(groupOfRule)) {
      expect(daisyRules[group].id).toBe(group);
      // Every rule is broken somewhere in this file.
      expect(tested).toContain(`'${rule}'`);
    }
  });

  it('opens books of other people: in a folder of the archive, and with other names of the package file', async () => {
    const { books } = await makeBooks();
    const inFolder = new Map([...books['202']].map(([name, body]) => [`a book/${name}`, body]));
    expect(checkDaisy(inFolder, { sound })).toEqual([]);
    const named = new Map([...books['3']].map(([name, body]) => [name === 'package.opf' ? 'speechgen.opf' : name, body]));
    named.set('speechgen.opf', new TextEncoder().encode(read(named, 'speechgen.opf').replace('package.opf', 'speechgen.opf')));
    expect(daisyKind(named)).toBe('3');
    expect(checkDaisy(named, { sound })).toEqual([]);
    expect(
      daisyKind(
        new Map([
          ['mimetype', new Uint8Array()],
          ['content.opf', new Uint8Array()],
        ]),
      ),
    ).toBeUndefined();
  });

  it('names what is no book', () => {
    expect(checkDaisy(new Map())[0]?.rule).toBe('no-book');
  });

  it('leads to a passage between two sections by its first words', async () => {
    const report = `---\ntitle: T\nlang: en-GB\n---\n\n# One\n\nText.\n\n:::div{lang=cy}\nCroeso i bawb.\n:::\n`;
    const { report: read } = readMarkdown(report, { path: 'report.md' });
    const prepared = prepare(read, makeEdition('audio'), { sentences: true });
    const narration = silentNarration(prepared);
    // The passage in a file of its own, as narrations have it.
    const passage = narration.clips.pop()!;
    narration.files[1] = { ...narration.files[1]!, durationMs: 2000, body: soundOf(2000) };
    narration.files.push({ ...narration.files[1], path: '03.mp3', durationMs: 1000, body: soundOf(1000) });
    narration.clips.push({ ...passage, file: 2, beginMs: 0, endMs: 1000 });
    const context = createContext(prepared, prepared.edition, { narration, message: () => undefined, slug: 'book' });
    for await (const file of daisy202Renderer.render(prepared, {}, context)) {
      const files = unzip(await collectBytes(file.body));
      expect(checkDaisy(files, { sound })).toEqual([]);
      expect(read202(files)).toEqual(['T', 'One', 'Croeso i bawb.']);
    }
  });

  it('plays each sentence of a text-only book once', async () => {
    const { books } = await makeBooks(
      '---\ntitle: T\nlang: en-GB\n---\n\n:::callout[Book us]{kind=tip}\nOne. Two.\n:::\n\n:::stats[What]\n::stat[talks]{value="3"}\n:::\n',
    );
    const smil = read(books.text, 's0001.smil');
    const book = read(books.text, 'book.xml');
    const words = [...smil.matchAll(/<text src="book\.xml#([^"]+)"/g)].map(([, id]) =>
      new RegExp(` id="${id}"[^>]*>(.*?)</(?:p|sent|doctitle)>`).exec(book)![1]!.replace(/<[^>]+>/g, ''),
    );
    expect(words).toEqual(['T', 'Tip: Book us', 'One. ', 'Two.', 'What', '3 talks']);
  });

  it('tells pictures that it can’t hold by their words, apart from the words beside them', async () => {
    const { books } = await makeBooks(
      '---\ntitle: T\nlang: en-GB\n---\n\n::::cards[Talks]\n:::card[Young Minds]{src="a.svg" alt="A class listens."}\nFor schools.\n:::\n::::\n\nSee`x`![a ring](b.png)here.\n',
    );
    for (const [files, name] of [
      [books['202'], 'content.html'],
      [books.text, 'book.xml'],
    ] as const) {
      const book = read(files, name).replace(/<[^>]+>/g, '|');
      expect(book).toMatch(/A class listens\.\|[\s|]*Young Minds/);
      expect(book).toContain('See|x| a ring here.');
    }
  });

  it('puts the figure of a step behind its title, and before its text where it has none', async () => {
    const { books } = await makeBooks(
      '---\ntitle: T\nlang: en-GB\n---\n\n::::steps[Funnel]\n:::step[Visitors]{value="50"}\nMany.\n:::\n:::step{value="7"}\nFew.\n\nMore.\n:::\n::::\n',
    );
    const words = read(books.text, 'book.xml')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(words).toContain('Funnel Visitors 50 Many. 7 Few. More.');
  });

  it('shows the words of a sentence in which a print page begins in a text-only book', async () => {
    const { books } = await makeBooks('---\ntitle: T\nlang: en-GB\n---\n\nOver :page{n="2"}the page.\n');
    const [id] = /(?<=<sent id=")[^"]+/.exec(read(books.text, 'book.xml'))!;
    expect([...read(books.text, 's0001.smil').matchAll(/book\.xml#([^"]+)"/g)].map((match) => match[1])).toEqual(
      expect.arrayContaining([id, 'page-2']),
    );
  });

  it('takes titles and words with signs of XML, and reports without headings', async () => {
    const { books } = await makeBooks(`---\ntitle: "<b> & 'x' ]]>"\nlang: en-GB\n---\n\nOnly a < b & c "quoted".\n`);
    for (const files of Object.values(books)) expect(checkDaisy(files, { sound })).toEqual([]);
  });
});
