import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  build,
  contrastRatio,
  makeEdition,
  memoryAssets,
  prepare,
  walk,
  type Clip,
  type Narration,
  type Report,
  type ReportNode,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { epubRenderer, toEpub, type EpubOptions } from '@everyread/epub';
import { unzip } from '@everyread/zip';

type Settings = Parameters<typeof toEpub>[1] & EpubOptions;

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const front = (more = ''): string =>
  `---\ntitle: "Our <year> & more"\nsubtitle: Together\npublisher: A charity\nlang: en-GB\ndate: 2024-03-22\n${more}---\n\n`;
const source = `${front()}# One & only

Text with [a link](#two), :span[geiriau]{lang=cy} and a note[^a].

![A tick on paper](a.png)

:::figure[Decoration]{src="a.png" decorative}
:::

## Below *one*

3. Third
4. Fourth

:::table[Attendance]{headers="col row"}
| Event | 2023 |
| --- | --- |
| Cuppas | 12 |
:::

| Bare | Table |
| --- | --- |
| a | b |

::page{n="7"}

# Two

:::chart[Money]{type=pie unit="%"}
| Source | Share |
| --- | --- |
| Work | 60 |
| Gifts | 40 |
:::

[^a]: The note.
`;
const assets = memoryAssets({ 'a.png': png, 'A.PNG': png, 'b/a.png': png, 'cover.png': png });

async function open(
  markdown: string | Report,
  settings: Settings = {},
): Promise<{ files: Map<string, string>; said: string[]; bytes: Uint8Array }> {
  const said: string[] = [];
  const report = typeof markdown === 'string' ? readMarkdown(markdown, { path: 'report.md' }).report : markdown;
  const bytes = await toEpub(report, { assets, message: (message) => said.push(message.ruleId ?? ''), ...settings });
  const files = new Map([...unzip(bytes)].map(([path, body]) => [path, new TextDecoder().decode(body)]));
  return { files, said, bytes };
}

const opf = (files: Map<string, string>): string => files.get('EPUB/package.opf')!;
const chapters = (files: Map<string, string>): string =>
  [...files]
    .filter(([path]) => /chapter-\d+\.xhtml$/.test(path))
    .map(([, text]) => text)
    .join('');
const features = (text: string): string[] => [...text.matchAll(/schema:accessibilityFeature">([^<]+)/g)].map((match) => match[1]!);

describe('the package', () => {
  it('begins with mimetype and lists every file that it holds', async () => {
    const { files, bytes } = await open(source);
    expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    const listed = [...opf(files).matchAll(/<item [^>]*href="([^"]+)"/g)].map((match) => `EPUB/${match[1]}`).sort();
    expect(
      [...files.keys()].filter((path) => path !== 'mimetype' && path !== 'META-INF/container.xml' && path !== 'EPUB/package.opf').sort(),
    ).toEqual(listed);
  });

  it('has metadata that markup in the title does not break', async () => {
    const text = opf((await open(source)).files);
    expect(text).toContain('<dc:title id="title">Our &lt;year&gt; &amp; more</dc:title>');
    expect(text).toContain('xml:lang="en-GB"');
    expect(text).toContain('<meta property="dcterms:modified">2024-03-22T00:00:00Z</meta>');
  });

  it('gives the same bytes again', async () => {
    const [first, second] = [await open(source), await open(source)];
    expect(first.bytes).toEqual(second.bytes);
  });
});

describe('accessibility metadata', () => {
  it('says what the content proves', async () => {
    const text = opf((await open(source)).files);
    expect(features(text)).toEqual([
      'structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA', 'alternativeText', 'longDescription', 'pageBreakMarkers', 'pageNavigation',
    ]); // prettier-ignore
    expect(text).toContain('schema:accessMode">visual<');
    expect(text).toContain('pageBreakSource');
    expect(text).not.toContain('conformsTo');
  });

  it('says less when there is less', async () => {
    const text = opf((await open(`${front()}# One\n\nText.\n`, { makeCover: false })).files);
    expect(features(text)).toEqual(['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA']);
    expect(text).not.toContain('visual');
    expect(text).not.toContain('pageBreakSource');
  });

  it('claims conformance only where somebody answers for it', async () => {
    const { files, said } = await open(
      `${front('accessibility:\n  certifier: Ann Other\n  hazards: [flashing]\n  summary: Ours.\n')}# One\n\nText.\n`,
    );
    expect(opf(files)).toContain('EPUB Accessibility 1.1 - WCAG 2.2 Level AA');
    expect(opf(files)).toContain('>Ann Other<');
    expect(opf(files)).toContain('schema:accessibilitySummary" xml:lang="en-GB">Ours.<');
    expect([...opf(files).matchAll(/Hazard">(\w+)/g)].map((match) => match[1])).toEqual([
      'flashing',
      'noMotionSimulationHazard',
      'noSoundHazard',
    ]);
    expect(said).not.toContain('epub-conformance');
    expect((await open(source)).said).toContain('epub-conformance');
  });
});

describe('the text', () => {
  it('keeps headings, empty and full alternatives, list starts, headers and languages', async () => {
    const text = chapters((await open(source)).files);
    expect([...text.matchAll(/<h([1-6])[^>]*>(.*?)<\/h/g)].map((match) => [match[1], match[2]!.replace(/<[^>]+>/g, '')])).toEqual([
      ['2', 'One &amp; only'],
      ['3', 'Below one'],
      ['2', 'Two'],
    ]);
    expect([...text.matchAll(/<img[^>]* alt="([^"]*)"/g)].map((match) => match[1])).toEqual(['A tick on paper', '']);
    expect(text).toContain('<ol start="3"');
    expect(text).toMatch(/<th scope="row"[^>]*>Cuppas/);
    expect(text).toMatch(/<span xml:lang="cy" lang="cy">geiriau/);
    expect([...text.matchAll(/<table/g)]).toHaveLength([...text.matchAll(/<caption/g)].length);
    expect(text).toContain('epub:type="noteref"');
    expect(text).toContain('<svg');
  });

  it('tells each table how wide it is, each cell its head, and readers of narrow pages that it is a table', async () => {
    const { files } = await open(
      `${front()}# One\n\n:::table[Attendance]{headers="col row"}\n| Event | Ethics round table | |\n| --- | ---: | --- |\n| Cuppas | **12** | a |\n:::\n\n:::table[Years]{headers="row"}\n| | |\n| --- | --- |\n| Spring | 4 |\n:::\n`,
    );
    const text = chapters(files);
    // “Ethics”, “Cuppas” and “a”: 6 + 6 + 1 letters of 0.62 em, and 1.3 em beside each; the next step is 12 em.
    expect(text).toContain('<div class="table-room needs-12"><table role="table"><caption>Attendance</caption><thead role="rowgroup">');
    expect(text).toContain('<th scope="col" class="align-right" role="columnheader">Ethics round table</th>');
    expect(text).toContain('<tr role="row"><th scope="row" data-label="Event" role="rowheader">Cuppas</th>');
    expect(text).toContain(
      '<td class="align-right" data-label="Ethics round table" role="cell"><strong>12</strong></td><td role="cell">a</td>',
    );
    // A table without a row of heads has no labels to give.
    expect(text).toMatch(/<th scope="row" role="rowheader">Spring<\/th><td role="cell">4<\/td>/);
    const style = files.get('EPUB/styles/book.css')!;
    for (const [, step] of text.matchAll(/ needs-(\d+)/g)) expect(style).toContain(`.needs-${step} tr`);
  });

  it('has links that lead to what is there', async () => {
    const { files } = await open(source);
    for (const [path, text] of files) {
      if (!/\.(xhtml|ncx)$/.test(path)) continue;
      for (const [, target] of text.matchAll(/(?:href|src)="([^":]+)"/g)) {
        const [file, fragment] = target!.split('#');
        const there = files.get(file === '' ? path : `EPUB/${file}`);
        expect(there, `${path}: ${target}`).toBeDefined();
        if (fragment !== undefined) expect(there).toContain(`id="${decodeURIComponent(fragment)}"`);
      }
    }
  });

  it('has colours of its own only where they stand out on a white page and on a black one', async () => {
    for (const theme of ['', 'theme:\n  primary: "#ffcc00"\n  accent: "#001133"\n']) {
      const css = (await open(source.replace('---\n', `---\n${theme}`))).files.get('EPUB/styles/book.css')!;
      expect(css).not.toContain('prefers-color-scheme');
      const own = css.replace(/^\.(?:chart-picture|spoken-now).*$/gm, '').match(/#[0-9a-f]{6}/g)!;
      expect(own.length).toBeGreaterThan(4);
      const words = [...css.matchAll(/[{ ]color: (#[0-9a-f]{6})/g)].map(([, colour]) => colour!).filter((colour) => own.includes(colour));
      // The headings of a pale brand have the reader's own colour.
      expect(words.length).toBeGreaterThan(theme === '' ? 2 : 0);
      expect(/h1, h2 \{ color: ([^;]*);/.exec(css)![1]).toMatch(theme === '' ? /^#/ : /^currentColor$/);
      // WCAG 2.2, 1.4.3 for text and 1.4.11 for lines.
      for (const page of ['#ffffff', '#000000']) {
        for (const colour of words) expect(contrastRatio(colour, page), `${colour} on ${page}`).toBeGreaterThanOrEqual(4.5);
        for (const colour of own) expect(contrastRatio(colour, page), `${colour} on ${page}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('has contents by level, landmarks and the pages', async () => {
    const nav = (await open(source)).files.get('EPUB/nav.xhtml')!;
    expect(nav).toContain(
      '<li><a href="chapter-001.xhtml#one--only">One &amp; only</a><ol><li><a href="chapter-001.xhtml#below-one">Below one</a></li></ol></li>',
    );
    expect(nav).toContain('epub:type="bodymatter"');
    expect(nav).toMatch(/doc-pagelist.*<a href="chapter-002.xhtml#page-7">7<\/a>/);
  });
});

describe('pictures', () => {
  it('with names that collide by case stay apart, and the cover is the cover', async () => {
    const { files } = await open(`${front('cover: cover.png\ncoverAlt: A board\n')}# One\n\n![x](a.png)\n\n![y](A.PNG)\n\n![z](b/a.png)\n`);
    expect([...files.keys()].filter((path) => path.startsWith('EPUB/images/')).sort()).toEqual([
      'EPUB/images/A-2.png',
      'EPUB/images/a-3.png',
      'EPUB/images/a.png',
      'EPUB/images/cover.png',
    ]);
    expect(opf(files)).toMatch(/href="images\/cover.png"[^>]*properties="cover-image"/);
    expect(files.get('EPUB/cover.xhtml')).toContain('alt="A board"');
  });

  it('that can’t be shown are messages, and their words stand in their place', async () => {
    const pictures = {
      'cut.png': png.subarray(0, 40),
      'x.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'y.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/x.png"/></svg>'),
      'no.png': utf8('nothing'),
    };
    const names = [...Object.keys(pictures), 'gone.png', '/etc/passwd', 'file:///etc/passwd', '../secret.png'];
    const { files, said } = await open(`${front()}# One\n\n${names.map((name) => `![Words for ${name}](${name})`).join('\n\n')}\n`, {
      assets: memoryAssets(pictures),
    });
    expect(said.filter((id) => id.startsWith('epub-picture'))).toEqual([
      'epub-picture-damaged', 'epub-picture-active', 'epub-picture-active', 'epub-picture-missing', 'epub-picture-missing', 'epub-picture-missing', 'epub-picture-missing', 'epub-picture-missing',
    ]); // prettier-ignore
    for (const name of names) expect(chapters(files)).toContain(`Words for ${name}`);
  });

  it('in WebP and very large ones are told of and kept, a WebP that is cut short is not', async () => {
    // RIFF, 22 bytes after its size, WEBP, VP8X of 10 bytes: 4,999 and 3,999 and one more each way.
    const webp = Uint8Array.from([
      ...utf8('RIFF'), 22, 0, 0, 0, ...utf8('WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x87, 0x13, 0, 0x9f, 0x0f, 0
    ]); // prettier-ignore
    const { files, said } = await open(`${front()}# One\n\n![Whole](w.webp)\n\n![Cut](c.webp)\n`, {
      assets: memoryAssets({ 'w.webp': webp, 'c.webp': webp.subarray(0, 28) }),
    });
    expect(said.filter((id) => id.startsWith('epub-picture'))).toEqual(['epub-picture-webp', 'epub-picture-large', 'epub-picture-damaged']);
    expect(opf(files)).toContain('href="images/w.webp" media-type="image/webp"');
    expect(opf(files)).not.toContain('c.webp');
    expect(chapters(files)).toContain('Cut');
  });

  it('without a text alternative stop the book where nobody listens, and it claims less', async () => {
    const text = `${front()}# One\n\n![](a.png)\n\n![x](A.PNG)\n`;
    const { files, said } = await open(text);
    expect(said.filter((id) => id === 'missing-alt')).toHaveLength(1);
    expect(features(opf(files))).not.toContain('alternativeText');
    expect(opf(files)).not.toContain('accessModeSufficient">textual<');
    await expect(toEpub(readMarkdown(text, { path: 'r.md' }).report, { assets })).rejects.toMatchObject({
      code: 'document',
      cause: { line: 11 },
    });
  });

  it('missing are an error where nobody listens', async () => {
    await expect(toEpub(readMarkdown(`${front()}# One\n\n![x](gone.png)\n`, { path: 'r.md' }).report, { assets })).rejects.toMatchObject({
      code: 'document',
    });
  });
});

describe('odd reports', () => {
  it('right to left', async () => {
    const { files } = await open('---\ntitle: تقرير\nlang: ar\n---\n\n# عنوان\n\nنص.\n');
    expect(opf(files)).toContain('page-progression-direction="rtl"');
    expect(files.get('EPUB/chapter-001.xhtml')).toContain('dir="rtl"');
  });

  it('in a language without words of ours: the English ones are marked as English', async () => {
    const { files } = await open(
      '---\ntitle: تقرير\nlang: ar\npublisher: جمعية\n---\n\n::page{n="2"}\n\n# عنوان\n\n- [x] نص[^a]\n\n[^a]: ملاحظة.\n',
    );
    const nav = files.get('EPUB/nav.xhtml')!;
    for (const title of ['<h1 id="toc-title"', '<h2 id="landmarks-title"', '<h2 id="page-list-title"', 'href="nav.xhtml#toc"'])
      expect(nav).toContain(`${title} lang="en" xml:lang="en" dir="ltr">`);
    expect(nav).toContain('href="chapter-001.xhtml">تقرير');
    expect(files.get('EPUB/title.xhtml')).toMatch(/<span xml:lang="en" lang="en" dir="ltr">[^<]+<\/span>جمعية/);
    expect(files.get('EPUB/chapter-001.xhtml')).toContain('<span class="task-state" xml:lang="en" lang="en" dir="ltr">done:</span>');
    expect((await open(source)).files.get('EPUB/nav.xhtml')).toContain('<h1 id="toc-title">');
  });

  it('control characters, lone surrogates, empty headings, no headings', async () => {
    const report: Report = {
      meta: { title: 'T\u0000\u0007 \ud800', lang: 'en' },
      root: {
        type: 'root',
        children: [
          build.heading({ depth: 1 }, []),
          build.paragraph({}, [build.text({ value: 'a\u0001b\u000b\ufffe \ud83d ]]> \u{1f600}' })]),
        ],
      },
    };
    const { files } = await open(report);
    for (const [path, text] of files) if (/xhtml|opf|ncx/.test(path)) expect(text).not.toMatch(/[\u0000-\u0008\u000b\ufffe\uffff]|]]>/);
    expect(files.get('EPUB/nav.xhtml')).toMatch(/<a href="chapter-001.xhtml#[^"]+">ab/);
    expect(chapters(files)).not.toMatch(/<h[1-6]/);
    const bare = await open({ ...report, root: { type: 'root', children: [build.paragraph({}, [build.text({ value: 'x' })])] } });
    expect(bare.files.get('EPUB/nav.xhtml')).toContain('<li><a href="title.xhtml">');
  });

  it('200 sections are 200 entries', async () => {
    const { files } = await open(front() + Array.from({ length: 200 }, (_, index) => `# Part ${index}\n\nText.\n`).join('\n'));
    expect([...files.get('EPUB/toc.ncx')!.matchAll(/<navPoint/g)]).toHaveLength(200);
  });
});

describe('a narration', () => {
  const { report } = readMarkdown(source, { path: 'report.md' });
  const clips: Clip[] = [];
  let at = 0;
  const add = (id: string): void => void clips.push({ id, file: 0, beginMs: at, endMs: (at += 1234.5) });
  add('report-title');
  walk(prepare(report, makeEdition('screen-reader'), { sentences: true }).root.children, (node) => {
    if (node.type === 'sentence' || node.type === 'pageBreak') add(node.id!);
  });
  const narration: Narration = {
    narrator: 'A voice',
    voices: [
        { title: 'Llais', lang: 'cy', engine: 'x' },
        { title: 'A voice', lang: 'en-GB', engine: 'x' },
        { title: 'Llais', lang: 'cy', engine: 'y' },
      ],
    lang: 'en-GB',
    files: [{ path: 'one.mp3', mediaType: 'audio/mpeg', durationMs: at, byteLength: 5, body: async function* () {
      yield utf8('sound');
    } }],
    clips,
  }; // prettier-ignore

  it('becomes overlays: each clip one par, durations that add up', async () => {
    const { files, said } = await open(report, { narration });
    const text = opf(files);
    expect(said).not.toContain('epub-clip-lost');
    const smil = [...files].filter(([path]) => path.endsWith('.smil'));
    expect(smil.flatMap(([, each]) => [...each.matchAll(/<par /g)])).toHaveLength(clips.length);
    for (const [path, each] of smil) {
      const document = files.get(path.replace('overlays/', '').replace('.smil', '.xhtml'))!;
      const places = [...each.matchAll(/<text src="[^#]*#([^"]+)"/g)].map((match) => document.indexOf(` id="${match[1]}"`));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    }
    expect(smil.some(([, each]) => each.includes('epub:type="pagebreak"'))).toBe(true);
    const seconds = (value: string): number => value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    const single = [...text.matchAll(/media:duration" refines="[^"]+">([^<]+)/g)].map((match) => seconds(match[1]!));
    const total = seconds(/media:duration">([^<]+)/.exec(text)![1]!);
    expect(Math.abs(single.reduce((a, b) => a + b, 0) - total)).toBeLessThan(0.0005);
    expect(features(text)).toContain('synchronizedAudioText');
    expect(text).toContain('media:active-class');
    expect([...text.matchAll(/media:narrator">([^<]+)/g)].map((match) => match[1])).toEqual(['A voice', 'Llais']);
    expect(files.get('EPUB/audio/001.mp3')).toBe('sound');
  });

  it('nests what a reader may skip or leave: figures, tables by row, lists by item, notes', async () => {
    const text = `${front()}# Part

First.[^n]

- An item. Of two sentences.

| Month | People |
| --- | ---: |
| May | 12 |

:::chart[Income]{type=pie summary="Half of it is given." id=income}
| Source | Share |
| --- | ---: |
| Gifts | 50 |
| Sales | 50 |
:::

[^n]: A note. It goes on.
`;
    const { report: own } = readMarkdown(text, { path: 'report.md' });
    const ids: string[] = [];
    const spoken = prepare(own, makeEdition('read-aloud'), { sentences: true });
    walk([...(spoken.root.children as ReportNode[]), ...spoken.notes.map((note) => note.definition)], (node) => {
      if (node.type === 'sentence' || node.type === 'chart') ids.push(node.id!);
    });
    const ownClips = ids.map((id, index) => ({ id, file: 0, beginMs: index * 1000, endMs: index * 1000 + 1000 }));
    const { files, said } = await open(own, { narration: { ...narration, clips: ownClips }, edition: makeEdition('read-aloud') });
    expect(said).not.toContain('epub-clip-lost');
    const smil = files.get('EPUB/overlays/chapter-001.smil')!;
    const chapter = files.get('EPUB/chapter-001.xhtml')!;
    const shape = [...smil.matchAll(/<(par|\/?seq)(?:[^>]*?epub:type="([^"]+)")?/g)].map((match) => match[2] ?? match[1]);
    const item = (...inner: string[]): string[] => [...inner, '/seq'];
    const row = item('table-row', 'par', 'par');
    expect(shape).toEqual(
      item(
        'seq',
        'par',
        'par',
        ...item('list', ...item('list-item', 'par', 'par')),
        ...item('table', ...row, ...row),
        ...item('figure', 'par', 'par', ...item('table', ...row, ...row, ...row)),
        ...item('footnote', 'par', 'par'),
      ),
    );
    for (const [, id] of smil.matchAll(/epub:textref="[^#]*#([^"]+)"/g)) expect(chapter).toContain(` id="${id}"`);
    // The summary of a chart is heard where it is read, not when the whole figure is reached.
    expect(smil).not.toContain('<text src="../chapter-001.xhtml#income"/>');
    expect(chapter).toContain(`id="${/<text src="[^#]*#(chart-sentence[^"]*)"/.exec(smil)![1]!}"`);
    // A book without sound has no names that only sound needs.
    expect((await open(own)).files.get('EPUB/chapter-001.xhtml')).not.toContain('_group');
    await expect(open(own, { edition: makeEdition('read-aloud') })).rejects.toThrow('needs a narration');
  });

  it('that does not fit is a message, and less is claimed', async () => {
    const { files, said } = await open(report, {
      narration: { ...narration, clips: [...clips, { id: 'nowhere', file: 0, beginMs: 0, endMs: 5 }] },
    });
    expect(said).toContain('epub-clip-lost');
    expect(opf(files)).not.toContain('accessModeSufficient">auditory');
  });
});

it('an aborted run stops', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(open(source, { signal: controller.signal })).rejects.toThrow();
});

it('the descriptor names the format', () => {
  expect([epubRenderer.name, epubRenderer.extension, epubRenderer.mediaType]).toEqual(['epub', 'epub', 'application/epub+zip']);
});

const real = new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url);
it.skipIf(!existsSync(real))('the real report has every heading in its contents (skipped without ../shared)', async () => {
  const text = readFileSync(real, 'utf8');
  const { files } = await open(text, { assets: memoryAssets({}) });
  const written = [...text.matchAll(/^#{1,3} /gm)].length;
  expect([...files.get('EPUB/toc.ncx')!.matchAll(/<navPoint/g)]).toHaveLength(written);
});
