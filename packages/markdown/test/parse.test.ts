import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseSyntax } from '../src/full-parser.js';
import { parsePlain } from '../src/parse-plain.js';
import { parseText } from '../src/parse.js';
import { longPassage, passagesOf } from '../src/passages.js';

const words = [
  'In 2023',
  'people',
  '**1,204 people**',
  '*more*',
  '**two\nlines**',
  'at 13:00',
  'R&D',
  'AT&T',
  'Q & A',
  '£5.00',
  '“co-production”',
  'snake_case',
  '[page](https://example.org/1)',
  '[a *b*](x)',
  '[x][y]',
  '[y]',
  '[^1]',
  '![alt](p.png)',
  '`code`',
  '``a ` b``',
  '`a *b`',
  'a | b',
  '*',
  '**',
  '2*3*4',
  '***both***',
  '**a *b* c**',
  '~~gone~~',
  ':lang[mot]{lang=fr}',
  'note:foo',
  '::x',
  'www.example.org',
  'https://example.org',
  'me@example.org',
  '<b>',
  '<https://a.b>',
  '&amp;',
  '\\*',
  'end  ',
  ' start',
  '(*in*)',
  '*a*b',
  'b*a*',
  '*“q”*',
  '**Bold.**',
  '**Bold.**x',
  '#',
  '!',
  '[*]',
  'é*é*',
  '*é*',
  '[a](b "t")',
  '[a](<b>)',
  '[a](b(c))',
  'http:',
  'WWW.a.b',
  '**[a](b)**',
  '[^ x](y)',
  ']',
  '[a](',
  ')',
  '[1]: x',
  '\u00a0',
  '12. ',
  '12.5%',
  '1.x',
  '7) x',
  '**£5**',
  '‘**Name (of it)**’',
  '*é*—*’a*',
  '(**“q.”**)',
  '**a**\u00a0*b*',
  '*\u00a0c*',
  '*d\u2003*',
  '*€*5',
  '"q"',
];
const lines = [
  '# Heading',
  '## Two *parts*',
  '### Closed ###',
  '#none',
  '####### seven',
  '#',
  '# ',
  '## **Bold** and [a](b)',
  '| a | b |\n| --- | ---: |\n| 1 | **2** |',
  '| a | b |\n| :-: | - |',
  '| a | b |\n| --- |',
  '|a|b|\n|-|-|\n|1|2|\n|3|',
  '| a | b |\n| --- | --- |\n| `x` | \\| |',
  '| a |  |\n| --- | --- |\n| 1 |  |',
  '| a | b |\n| --- | --- |\n| 1 | 2 |\ntext',
  'a | b\n--- | ---\n1 | 2',
  '| a |\n| - |\n| b |\n```\nx\n```',
  '- item',
  '- one\n- two',
  '- one\n\n- two',
  '- one\n  two',
  '  more',
  '* star',
  '+ plus',
  '1. one\n2. two',
  '3) three',
  '- [ ] task',
  '- [x] done',
  '    code',
  '    - four',
  '\ttab',
  '> quote',
  '> - in\n> quote',
  '>',
  '```',
  '~~~',
  '```js\na\n\nb\n```',
  '   ```',
  '  ```\n  x\n  ```',
  '- ```\n  x',
  '````',
  '---',
  '***',
  '===',
  '<div>',
  '<!-- note -->',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<script>',
  '<?x',
  ':::note',
  ':::note{title="a b"}',
  '::::cards',
  ':::',
  '::::',
  ':::note[label]',
  ':::note[bad',
  ':::note{bad',
  '::leaf{a=b}',
  '  :::note',
  ':::note text',
  '[1]: /url',
  '[y]: /url "t"',
  '[y]:\n/url',
  '[^1]: note',
  '[^1]: note\n\n    more',
  '  [y]: /z',
  '> [y]: /q',
  '',
  '',
  '',
  '',
  '   ',
  '---\ntitle: x\n---',
  '- a\n\n  b',
  '1. a\n\n   ```\n   b\n   ```',
  '\ufeffx',
  'x\n# y',
  '**x**',
  '[a](b) c',
];

const word = fc.constantFrom(...words);
const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  { weight: 2, arbitrary: paragraph },
  { weight: 3, arbitrary: fc.constantFrom(...lines) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('- ', '# ', '> ', '1. ', '| a | ', '  '), paragraph).map(([mark, rest]) => mark + rest),
  },
);
const text = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n', '\n \n\n')), { maxLength: 12 })
  .map((parts) => parts.map(([each, end]) => each + end).join(''))
  // `readMarkdown` takes a byte order mark off before.
  .filter((source) => !source.startsWith('\ufeff'))
  // After dashes at the top that begin no front matter, the full parser takes some lists further on for text.
  .filter((source) => !source.startsWith('---') || /^---\n[^]*?\n---\n/.test(source));
/** Blocks of list items, each of which may stand at the margin, in an item, or between the two. */
const listed = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', ' ', '  ', '  ', '   ', '   ', '    ', '     ', '\t'),
      fc.constantFrom('- ', '- ', '- [ ] ', '* ', '+ ', '-  ', '1. ', '2. ', '3. ', '10. ', '1) ', '-', '', '', '', '[^1]: ', '# '),
      fc.oneof(
        word,
        fc.constantFrom(
          'a',
          'two words',
          '```',
          ':::note',
          ':::',
          '<!--',
          '-->',
          '| a |',
          '| - |',
          '---',
          '- -',
          '* * *',
          '> q',
          '<div>',
          '',
        ),
      ),
      fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n \n\n'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''))
  .filter((source) => !source.startsWith('---') && !source.startsWith('- -'));
/** Lines of quotations, numbered lists and notes, whole, broken and mixed with others, in a text that may define the notes. */
const told = fc
  .tuple(
    fc.constantFrom('', '', '', '---\ntitle: x\n---\n', '---\ntitle: x\n---\n\n', '---\n\n---\n\n', '---\na: |\n  ---\n--- \n'),
    fc.array(
      fc.tuple(
        fc.constantFrom(
          '> ',
          '> ',
          '> ',
          '>',
          '>  ',
          ' > ',
          '> > ',
          '',
          '',
          '[^1]: ',
          '[^A-b]: ',
          '[^1]:',
          '1. ',
          '2. ',
          '10. ',
          '- ',
          '    ',
        ),
        fc.oneof(
          word,
          fc
            .array(
              fc.constantFrom(
                'said[^1]',
                'more[^A-b].',
                '[^1](x)',
                '[^none]',
                '![A *b*](a.png)',
                '![A: b. C](a_b.png "Title, 1")',
                '!',
                '![^1](x)',
                '[page](https://example.org/a_b "Page")',
                '[page](x "a & b")',
                '[me@example.org](mailto:me@example.org)',
                '[me@example.org ](x)',
                '“Words,”',
                '– **Name,**',
                '**bold *in* it**',
                '_low_',
                'a_b',
              ),
              { minLength: 1, maxLength: 3 },
            )
            .map((parts) => parts.join(' ')),
          fc.constantFrom('', 'a', '| a | |', '| - | --- |', '|  | b |', '===', '-', '```', ':::note', ':::'),
        ),
        fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\n>\n', '\n> \n', '\n \n\n'),
      ),
      { maxLength: 12 },
    ),
    fc.constantFrom('', '', '\n[^1]: Note.', '\n\n[^1]: Note.\n\n[^a-B]: Other.\n'),
  )
  .map(([first, parts, last]) => first + parts.map((part) => part.join('')).join('') + last)
  .filter((source) => !source.startsWith('- -'));
/** Blocks that are read without the full parser, in a text with up to two changes by which one may have become something else. */
const said = fc.constantFrom('a', 'It *is*,', 'said[^1]', '“**Yes,** 5.5%”', '![A: b](a_b.png "T")', '[m@x.org](mailto:m@x.org)', '– B');
const changed = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.array(fc.tuple(fc.constantFrom('> ', '> ', '> ', '>\n> ', ''), said), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.constantFrom('1. ', '2. ', '\n3. '), said), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom('- ', '- ', '\n- '), said), { minLength: 1, maxLength: 3 }),
        fc.tuple(fc.tuple(fc.constant('[^1]: '), said)),
        fc.tuple(fc.tuple(fc.constant('[^1]: '), said), fc.tuple(fc.constantFrom('', '  ', '\n  ', '\n    '), said)),
        fc.array(fc.tuple(fc.constantFrom('', '# '), said), { minLength: 1, maxLength: 2 }),
      ),
      { maxLength: 6 },
    ),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 2 }),
        fc.constantFrom('', '', '\n', '\n\n', ' ', '    ', '>', '-', '1. ', '*', '[', ']', ':', '"', '_', '\u00a0'),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([blocks, changes]) => {
    let source = ['x', ...blocks.map((each) => each.map((part) => part.join('')).join('\n')), '[^1]: Note.'].join('\n\n');
    for (const [where, length, other] of changes) {
      const at = where % source.length;
      source = source.slice(0, at) + other + source.slice(at + length);
    }
    return source;
  })
  .filter((source) => !source.startsWith('-'));
const letters = fc.array(fc.constantFrom(...'ab1 .*_`[]()!<>&:#|-~\\\n\n"é'), { maxLength: 40 }).map((parts) => parts.join(''));

/** Compares with the document as the full parser reads it in one go. */
function expectWhole(source: string): void {
  const whole = parseSyntax(source);
  // Cut seldom, as short texts are, and wherever it is safe, as long ones are.
  for (const long of [longPassage, 1]) {
    const own = parseText(source, long);
    // Vitest takes long over trees: it is asked only to show a difference.
    if (!isDeepStrictEqual(own, whole)) expect(own).toEqual(whole);
  }
  const plain = parsePlain(source);
  if (plain !== undefined && !isDeepStrictEqual(plain, whole)) expect(plain).toEqual(whole);
}

describe('items of a list', () => {
  it.each([
    [false, '- one\n- two'],
    [true, '- one\n\n- two'],
    [false, '- one\n  - two\n- three'],
  ])('stand apart (%s) where a blank line is between them, in a directive in a quotation too', (spread, list) => {
    const source = `:::figure{src="a.png"}\n${list}\n\nAfter.\n:::`;
    const quoted = source.replace(/^/gm, '> ');
    for (const each of [source, quoted, quoted.replace(/^/gm, '- ').replace(/\n- /g, '\n  ')]) {
      const found: unknown[] = [];
      visit(parseSyntax(each), 'list', (node) => void found.push(node.spread));
      expect(found.filter(Boolean)).toEqual(spread ? [true] : []);
      expect(found).not.toEqual([]);
    }
  });
});

describe('reading in passages', () => {
  // The same cases each time; FC_SEED and FC_RUNS look further.
  const run = { numRuns: Number(process.env['FC_RUNS'] ?? 1500), seed: Number(process.env['FC_SEED'] ?? 20231122) };
  it('gives the tree of the full parser, positions included, for blocks in any order', () => {
    fc.assert(fc.property(text, expectWhole), run);
  });

  it('gives the tree of the full parser for lists of any kind', () => {
    fc.assert(fc.property(listed, expectWhole), run);
  });

  it('gives the tree of the full parser for quotations, numbered lists, notes and pictures', () => {
    fc.assert(fc.property(told, expectWhole), run);
    fc.assert(fc.property(changed, expectWhole), run);
  });

  it('gives the tree of the full parser for signs in any order', () => {
    fc.assert(fc.property(letters, expectWhole), run);
  });

  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const tracked = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  it.each(tracked)('gives the tree of the full parser for %s', (path) => {
    const source = readFileSync(join(root, path), 'utf8').replace(/\r\n?/g, '\n');
    expectWhole(source);
  });

  const real = join(root, '../shared/reports/impact-report-2023/report.md');
  it.skipIf(!existsSync(real))('gives the tree of the full parser for the real report (skipped where it is missing)', () => {
    const source = readFileSync(real, 'utf8');
    expectWhole(source);
  });

  const plain = [
    '# Year **two**',
    'In 2023, **1,204 people** came; see [page 5](https://example.org/5).\nIt was `open` at 13:00.',
    '- One item\n- *Another* item',
    '| Event | People |\n| --- | ---: |\n| Walk & talk | 12 |\n| Rest | |',
    '> “It **helped**,\n> and lasts.”\n>\n> – A. Reader,\nof Leeds',
    '1. First\n2. Second\n\n3. Third',
    'It cost less.[^cost] Ask [us@example.org](mailto:us@example.org).\n\n![A bar chart](images/a_b.png "Costs")',
  ];
  it('reads plain blocks without the full parser, and so keeps long reports fast', () => {
    const source = ['---\ntitle: x\n---', ...Array.from({ length: 50 }, () => plain.join('\n\n')), '[^cost]: In 2023.'].join('\n\n');
    expect([...passagesOf(source, longPassage, new Set(['^cost']))].map(({ kind }) => kind)).toEqual(['blocks']);
    expect(parsePlain(source)).toEqual(parseSyntax(source));
    expectWhole(source);
  });

  it('cuts a list of any length between its items, and so reads it in linear time', () => {
    for (const gap of ['\n', '\n\n', '\n\n      more\n\n      ~~~\n      code\n      ~~~\n\n']) {
      const source = Array.from({ length: 1200 }, (_, item) => `${item + 1}. item *${item}*`).join(gap);
      const passages = [...passagesOf(source)].filter((passage) => passage.kind === 'text');
      const longest = Math.max(...passages.map(({ start, end }) => end - start.offset));
      expect(longest).toBeLessThan(1.1 * longPassage);
      expectWhole(source);
    }
  }, 60_000);

  it('gives the same tree for a text that is longer than one piece, with a list, notes and definitions in it', () => {
    const hard = [
      '1. one\n\n   ```\n   two\n   ```',
      'A note[^1] and a [link][a].',
      '> quoted *words*\n\n:::note\nInside\n:::',
      '<!-- said\n\naside -->',
    ];
    const source = [...Array.from({ length: 400 }, () => [...hard, ...plain].join('\n\n')), '[^1]: Note.', '[a]: https://example.org'].join(
      '\n\n',
    );
    expect(source.length).toBeGreaterThan(100_000);
    expectWhole(source);
  }, 60_000);
});
