import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  build,
  contrastRatio,
  EveryreadError,
  makeEdition,
  memoryAssets,
  nodeTable,
  prepare,
  resolveTheme,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { html, toHtml, type HtmlOptions } from '@everyread/html';
import { paletteRules } from '../src/page/palette-rules.js';

const front = 'title: Our year\nlang: en-GB\npublisher: A Trust\ndate: 2024-03-22\ncontact: hello@example.org';
const read = (body: string, more = front): Report => readMarkdown(`---\n${more}\n---\n\n${body}\n`).report;
const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) =>
  c.charCodeAt(0),
);
const page = async (report: Report, options: HtmlOptions = {}, settings: RenderSettings = {}): Promise<string> =>
  new TextDecoder().decode(await toHtml(report, { ...options, ...settings }));

const gallery = read(
  Object.values(nodeTable)
    .map((spec, index) => `# ${spec.title}\n\n${spec.example.replaceAll('[^', `[^${index}`)}`)
    .join('\n\n'),
);
const anyPicture = { load: (path: string) => memoryAssets({ [path]: png }).load(path) };

describe('toHtml', () => {
  it('gives an SVG picture without a size the size of its view box', async () => {
    const svg = (attributes: string): Uint8Array =>
      new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90"${attributes}><path d="M0 0h9v9z"/></svg>`);
    const roots = async (attributes: string): Promise<string[]> => {
      const out = await page(
        read('# One\n\nText.', `${front}\ncover: a.svg\ncoverAlt: A cover.`),
        {},
        { assets: memoryAssets({ 'a.svg': svg(attributes) }) },
      );
      return [...out.matchAll(/src="data:image\/svg\+xml;base64,([^"]*)"/g)].map(([, code]) => /<svg[^>]*>/.exec(atob(code!))![0]);
    };
    expect(await roots('')).toEqual([expect.stringMatching(/ width="120" height="90"/)]);
    expect(await roots(' width="40" height="30"')).toEqual([expect.not.stringContaining('width="120"')]);
  });

  it('holds everything in one file', async () => {
    const out = await page(gallery, {}, { assets: anyPicture, message: () => undefined });
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(out.match(/(?:src|href)="(?!#|data:|mailto:|https:\/\/example\.org)[^"]*"/g)).toBeNull();
    expect(out).not.toMatch(/url\((?!data:)/);
    expect(out).not.toMatch(/\son[a-z]+=|\sstyle=/);
  });

  it('names its own style and script in its security policy, and nothing else', async () => {
    const out = await page(read('# A'));
    const policy = /content="(default-src[^"]*)"/.exec(out)![1]!.replaceAll('&#x27;', "'");
    const sum = (tag: string): string =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(out)![1]!)
        .digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${sum('style')}'`);
    expect(policy).toContain(`script-src 'sha256-${sum('script')}'`);
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(await page(read('# A'), { interactive: false })).not.toMatch(/<script|script-src|class="settings/);
  });

  it('has one title, levels without gaps, a way past the contents and named landmarks', async () => {
    const out = await page(read('# One\n\n## Two\n\n# Three'));
    expect(out).toContain('<title>Our year - A Trust</title>');
    expect(out.match(/<h[1-6]/g)).toEqual(['<h1', '<h2', '<h2', '<h3', '<h2']);
    expect(out).toContain('<a class="skip" href="#main">');
    const order = ['<a class="skip"', '<header', '<nav', '<main', '<footer'].map((tag) => out.indexOf(tag));
    expect(order.every((at, index) => at > 0 && (index === 0 || at > order[index - 1]!))).toBe(true);
    expect(out).toMatch(/<nav [^>]*aria-labelledby="contents-title-1"/);
  });

  it('leads every link inside the page to a place', async () => {
    const out = await page(gallery, {}, { assets: anyPicture, message: () => undefined });
    const ids = [...out.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of out.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(decodeURIComponent(target!));
    for (const [, names] of out.matchAll(/aria-(?:labelledby|describedby|controls|details)="([^"]*)"/g))
      for (const name of names!.split(' ')) expect(ids).toContain(name);
  });

  it('is the same each time', async () => {
    const settings = { assets: anyPicture, message: () => undefined };
    expect(await page(gallery, {}, settings)).toBe(await page(gallery, {}, settings));
  });

  it('carries Central European letters only where they are used', async () => {
    expect((await page(read('Dŵr'))).match(/@font-face/g)).toHaveLength(4);
    expect((await page(read('Water'))).match(/@font-face/g)).toHaveLength(2);
  });

  it('says that a picture is missing, and prints its words', async () => {
    const said: string[] = [];
    const out = await page(
      read('![Two hands.](hands.png)'),
      {},
      { assets: memoryAssets({}), message: (message) => said.push(String(message.ruleId)) },
    );
    expect(said).toEqual(['html-file']);
    expect(out).toContain('<p class="picture-words">Two hands.</p>');
    await expect(toHtml(read('![Two hands.](hands.png)'))).rejects.toBeInstanceOf(EveryreadError);
  });

  it('says which pictures have no text alternative', async () => {
    const said: string[] = [];
    const body = '![](a.png)\n\n![b](b.png)\n\n::figure{src="c.png" decorative}';
    await page(
      read(body),
      {},
      { assets: anyPicture, message: (message) => said.push(`${message.ruleId} ${message.place ? 'placed' : ''}`) },
    );
    expect(said).toEqual(['missing-alt placed']);
  });

  it('writes titles with markup, and languages from right to left', async () => {
    const report: Report = {
      meta: { title: '<b>R&D</b> "2023"</title><script>alert(1)</script>', lang: 'ar', author: 'A' },
      root: { type: 'root', children: [] },
    };
    const out = await page(report);
    expect(out).toContain('<html lang="ar" dir="rtl">');
    expect(out.match(/<script>/g)).toHaveLength(1);
    expect(out).not.toContain('<b>');
  });

  it('grows with the edition', async () => {
    expect(await page(read('# A'), { textSizePx: 27 })).toContain(':root{--size:150%}');
    const files = html.render;
    expect(files).toBeTypeOf('function');
    const large = await page(read('# A'), {}, { edition: makeEdition('large-print') });
    expect(large).toContain('--size:133.3%');
  });
});

describe('colours', () => {
  const brands = [
    undefined,
    { primary: '#ffdd00', accent: '#00ffcc' },
    { primary: '#5b2a86', accent: '#d6006c' },
    { primary: '#000000', accent: '#ffffff' },
  ];
  it.each(brands)('reach their contrast in every set that a reader may choose: %o', (theme) => {
    const rules = paletteRules(resolveTheme(theme, 4.5));
    const sets = [...rules.matchAll(/\{((?:color-scheme:[a-z ]+;)?--text:[^}]*)\}/g)].map((match) =>
      Object.fromEntries([...match[1]!.matchAll(/--([a-z0-9-]+):(#[0-9a-f]{6})/g)].map((pair) => [pair[1]!, pair[2]!])),
    );
    expect(sets).toHaveLength(7);
    for (const set of sets) {
      for (const name of ['text', 'quiet', 'heading', 'link']) {
        expect(contrastRatio(set[name]!, set['background']!), name).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(set[name]!, set['tint']!), `${name} on tint`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(set['on-primary']!, set['primary']!)).toBeGreaterThanOrEqual(4.5);
      for (let n = 1; n <= 6; n += 1)
        expect(contrastRatio(set[`series-${n}`]!, set['background']!), `series ${n}`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('languages without words of ours', () => {
  it('have the English words marked as English, and nothing else', async () => {
    const text = `---
title: تقرير
publisher: جمعية
lang: ar
contact: a@example.org
---

::contents

::page{n="7"}

# مقدمة

نص[^a] انظر :ref[هنا]{to=money show=number} و :ref[هنا]{to=more show=page} ~~قديم~~ جديد.

- [x] تم

:::callout[انتبه]{kind=tip}
نص.
:::

:::callout{kind=warning}
نص.
:::

:::figure[صورة]{src="a.png" alt="صورة" credit="سارة"}
:::

:::chart[المال]{type=pie id=money}
| المصدر | القدر |
| --- | --- |
| أ | 60 |
| ب | 40 |
:::

::page{n="8"}

# المزيد {#more}

[^a]: ملاحظة.
`;
    const { report } = readMarkdown(text, { path: 'report.md' });
    const made = await page(report, {}, { message: () => undefined });
    const stack: string[] = [];
    const wrong: string[] = [];
    let seen = 0;
    const body = made
      .slice(made.indexOf('<body>'))
      .replace(/<script>[^]*?<\/script>/, '')
      .replace(/<!--[^]*?-->/g, '');
    for (const [, close, name, attributes, words] of body.matchAll(/<(\/?)([a-z][\w]*)([^>]*)>|([^<]+)/gi)) {
      if (words !== undefined) {
        const lang = stack.findLast((each) => each.includes(' '))?.split(' ')[1] ?? 'ar';
        const english = /[A-Za-z]{2}/.test(words.replace('a@example.org', '').replace(/&\S+;/g, ''));
        if (english) seen += 1;
        if (words.trim() !== '' && /\p{L}{2}/u.test(words) && !words.includes('@') && (lang === 'en') !== english)
          wrong.push(`${lang}: ${words}`);
      } else if (close) stack.pop();
      else if (!/^(?:img|input|br|hr|meta|path)$/.test(name!))
        stack.push(`${name}${/ lang="(\w+)/.exec(attributes!)?.[1]?.replace(/^/, ' ') ?? ''}`);
    }
    expect(wrong).toEqual([]);
    // Settings, contents, page, task, callouts, credit, chart, notes, contact.
    expect(seen).toBeGreaterThan(30);
    expect(made).toContain('<span lang="en" dir="ltr">Contents</span>');
    expect(made).toMatch(/<a [^>]*href="#more"[^>]*><span lang="en" dir="ltr">page 8<\/span>/);
    expect(made).toContain('"lang":"en","dir":"ltr"');
  });
});

describe('a section without a heading', () => {
  it('is listed by its first words, and no heading is announced that says nothing', async () => {
    const made = await page(
      {
        meta: { title: 'Our year', lang: 'en' },
        root: {
          type: 'root',
          children: [
            build.contents({}),
            build.heading({ depth: 1 }, []),
            build.paragraph({}, [build.text({ value: 'We met in May.' })]),
            build.heading({ depth: 1 }, []),
          ],
        },
      },
      {},
      { message: () => undefined },
    );
    const entries = [...made.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, words]) => [
      words,
      made.includes(` id="${id}"`),
    ]);
    expect(entries).toEqual([
      ['We met in May.', true],
      ['Our year', true],
    ]);
    expect(made).not.toMatch(/<h([1-6])[^>]*><\/h\1>/);
  });
});

it('lists that show no markers are still lists in WebKit', async () => {
  const made = await page(gallery, {}, { assets: anyPicture, message: () => undefined });
  for (const name of ['.key-figures ul', '.cards ul', '.steps ol', '.tasks'])
    expect(made).toContain(`${name}{list-style:none;list-style-type:"";`);
});

describe('names', () => {
  it('are never given twice, whatever the headings are called', async () => {
    const names = [
      'Notes',
      'Main',
      'Settings',
      'Note 1',
      'Note mark 1',
      'Contents title 1',
      'Opening',
      'Page 4',
      'S1',
      'Table caption 1',
      'Data table 1',
      'Chart sentence 1',
    ];
    const body = `Text.[^a]\n\n::page{n="4"}\n\n${names.map((name) => `# ${name}\n\n| a |\n| --- |\n| b |`).join('\n\n')}\n\n[^a]: A note.\n\n    | c |\n    | --- |\n    | d |`;
    for (const sentences of [false, true]) {
      const out = new TextDecoder().decode(await toHtml(prepare(read(body), makeEdition('screen-reader'), { sentences })));
      const ids = [...out.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});
