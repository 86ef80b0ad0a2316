import { toText, walk, type ReportNode } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

const head = '---\ntitle: Test\nlang: en-GB\n---\n\n';
const said = (text: string): string[] =>
  readMarkdown(text).messages.map((message) => `${message.line}:${message.column} ${message.ruleId}`);
const notes = (text: string): (string | undefined)[] => readMarkdown(text).messages.map((message) => message.note);

describe('what a colon means', () => {
  it.each([
    ['13:00–15:00, Tuesday', '13:00–15:00, Tuesday'],
    ['At 10:30[^a] sharp\n\n[^a]: Or later.', 'At 10:30 sharp Or later.'],
    ['ratio 3:say, and 1:foo[bar]{x}', 'ratio 3:say, and 1:foo[bar]{x}'],
    ['a:abbr without brackets', 'a:abbr without brackets'],
    ['smile :) and C:\\new', 'smile :) and C:\\new'],
  ])('%s', (text, expected) => {
    const { report, messages } = readMarkdown(head + text);
    expect(messages.map(String)).toEqual([]);
    expect(toText(report.root)).toBe(expected);
  });
});

describe('faults have a rule, a line and a column', () => {
  it.each([
    ['raw HTML', `${head}A <b>word</b>.`, ['6:3 raw-html', '6:10 raw-html']],
    ['an unknown directive', `${head}:::stat-s\nx\n:::`, ['6:1 unknown-directive']],
    ['an unknown attribute', `${head}:::figure{scr="a.png" alt="x"}\n:::`, ['6:1 unknown-attribute', '6:1 invalid-attribute']],
    ['a value that is not allowed', `${head}:::chart{type=blob}\n|a|b|\n|-|-|\n|c|1|\n:::`, ['6:1 invalid-attribute']],
    ['a part outside its parent', `${head}::stat[people]{value=3}`, ['6:1 misplaced-directive']],
    ['a stranger inside a group', `${head}:::stats\nText.\n:::`, ['7:1 misplaced-directive']],
    ['a label without brackets', `${head}:::tip Note\nText.\n:::`, ['6:1 directive-syntax']],
    [
      'a broken first line of a block of paragraphs, and a last line too many',
      `${head}:::tip[Note\nA.\n\nB.\n\n:::\n\nC.\n\n:::`,
      ['6:1 directive-syntax', '15:1 directive-syntax'],
    ],
    ['nested fences of the same length', `${head}:::cards\n:::card[A]\nText.\n:::\n:::`, ['7:1 directive-syntax', '10:1 directive-syntax']],
    ['a block that is never closed', `${head}:::callout[A]{kind=note}\nText.\n\n# B\n`, ['6:1 directive-syntax']],
    [
      'an end that became a row of a table',
      `${head}:::chart[A]{type=bar}\n| a | b |\n| - | - |\n| c | 1 |\n| ::: |`,
      ['6:1 directive-syntax'],
    ],
    ['front matter that is not YAML', '---\ntitle: [a\n---\n\nText.', ['2:10 front-matter']],
    ['front matter with a wrong value', '---\ntitle: A\nlang: en\ntheme:\n  primary: red\n---\n\nText.', ['5:12 front-matter-value']],
    [
      'front matter with an unknown name inside',
      '---\ntitle: A\nlang: en\ntheme:\n  primry: "#112233"\n---\n\nText.',
      ['5:3 front-matter-value'],
    ],
    [
      'front matter with a voice for no language',
      '---\ntitle: A\nlang: en\nvoices:\n  no one: alba\n---\n\nText.',
      ['5:3 front-matter-value'],
    ],
    ['front matter with an unknown name without a value', '---\ntitle: A\nlang: en\ntitel:\n---\n\nText.', ['4:1 front-matter-unknown']],
    ['front matter with an unknown name', '---\ntitel: A\nlang: en\n---\n\nText.', ['2:1 front-matter-unknown']],
    ['an empty file', '', ['1:1 empty-document']],
    ['an empty file with front matter', head, ['1:1 empty-document']],
    ['a control character', `${head}A\u0007 bell`, ['6:2 text-control']],
    ['half a character', `${head}Half \ud83d here`, ['6:6 text-control']],
    ['quotations without end', `${head}${'> '.repeat(5000)}x`, ['6:1 nested-too-deep']],
    [
      'a list of many levels',
      `${head}${Array.from({ length: 120 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n')}`,
      ['55:101 nested-too-deep'],
    ],
    ['a line without end', `${head}${'word '.repeat(500_000)}`, ['6:1 too-large']],
  ])('%s', (_name, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('proposes what was meant', () => {
    expect(notes(`${head}:::figur[x]\n:::`)).toEqual(['Did you mean :::figure?']);
    expect(notes(`${head}:abr[UCL]{title="x"}`)).toEqual(['Did you mean :abbr?']);
    expect(notes('---\ntitel: A\nlang: en\n---\n\nText.')).toEqual(['Did you mean title?']);
  });

  it('knows what other tools and people call a directive', () => {
    expect(notes(`${head}:::graph\nx\n:::`)).toEqual(['Did you mean :::chart?']);
    expect(notes(`${head}:lang[Croeso]{lang=cy}`)).toEqual(['Did you mean :span[…]{lang=cy}?']);
    expect(notes(`${head}:::Tip\nx\n:::`)).toEqual(['Did you mean :::callout{kind=tip}?']);
    expect(notes(`${head}::pagebreak`)).toEqual(['Did you mean ::page{n="24"}?']);
    expect(notes(`${head}:::constructor\nx\n:::`)).not.toContain('Did you mean function');
  });

  it('drops comments, which say nothing to readers', () => {
    expect(said(`${head}<!-- to do -->\n\nText.`)).toEqual([]);
  });
});

describe('what was meant as Markdown and is none is said, with its place', () => {
  it.each([
    ['a heading without a blank', 'Text.\n##Dates', ['7:1 markdown-slip']],
    ['a title without a blank', '#Our year so far', ['6:1 markdown-slip']],
    ['a row without a table', '| a | b |\n|---|\n| 1 | 2 |', ['6:1 markdown-slip']],
    ['a line below a table', '| a | b |\n|---|---|\n| 1 | 2 |\nAfter.', ['9:1 markdown-slip']],
    ['bold with a blank inside', 'So **bold ** it', ['6:4 markdown-slip']],
    ['a mark without a note', 'Text[^1] and[^2].\n\n[^1]: Note.', ['6:13 note-missing']],
    ['a link with a blank before its address', 'See [us] (https://example.org).', ['6:5 markdown-slip']],
    ['a picture with a blank in its name', '![A team](images/my team.png)', ['6:2 markdown-slip']],
    ['a callout of GitHub', '> [!NOTE]\n> Text', ['6:3 markdown-slip']],
    ['a class', '## B {.wide}', ['6:6 markdown-slip']],
    ['contents of other tools', '[toc]', ['6:1 markdown-slip']],
    ['a fence that is never closed', '```\ncode\n\n# B', ['6:1 code-unclosed']],
    ['curly quotation marks in a line', 'At :abbr[UCL]{title=“University College”}', ['6:15 invalid-attribute']],
    ['curly quotation marks in a figure', ':::stats\n::stat[visits]{value=“120”}\n:::', ['7:16 invalid-attribute']],
    ['a page of print within a line', 'Text. ::page{n="2"}', ['6:1 directive-syntax']],
    ['a directive in capitals', 'At :Abbr[UCL]{title="x"}', ['6:4 unknown-directive']],
    [
      'a directive of a line that is none of ours',
      'Say :lang[Croeso]{lang=cy} and\n:icon{x}',
      ['6:5 unknown-directive', '7:1 unknown-directive'],
    ],
    ['a lowered figure', 'H~2~O', ['6:2 markdown-slip']],
    ['a raised figure', 'A garden of 12 m^2^', ['6:17 markdown-slip']],
    ['a highlighted word', 'So ==very== good', ['6:4 markdown-slip']],
    ['a formula', 'So $E = mc^2$ it is', ['6:4 markdown-slip']],
    ['a list of definitions', 'Term\n: What it means', ['7:1 markdown-slip']],
  ])('%s', (_name, text, expected) => {
    expect(said(head + text)).toEqual(expected);
  });

  it.each([
    'The hashtag #CoProduction, and\n#CoProduction alone',
    'We are #1, and 2 \\*\\* 3',
    '\\[^a] and \\[us] (https://example.org)',
    'A (see [our page](https://example.org)) and [the plan](https://example.org/plan "Our plan")',
    '# Our year {#our-year}',
    '~~~sh\na ```\n~~~',
    '> ```\n> code\n> ```',
    '- item\n\n  ```\n  code\n  ```',
    '    indented code',
    '| a | b |\n|---|---|\n| 1 |\n',
    ':abbr[UCL]{title="the “University”"}',
    'a | b',
    'A smile :) at 12:30, \\:icon[x] and note:[see below] or :[x]',
    'It cost $5 = £4, and $6; a == b == c, ~so~, 2^10^-3 and \\$a = b$',
    'At 9: the doors open',
  ])('not %j', (text) => {
    expect(said(head + text)).toEqual([]);
  });

  it('with what to write', () => {
    expect(notes(`${head}::: callout[A]\nText`)).toEqual([
      'Write the name right after the colons, without a blank, such as `:::callout[Title]`.',
    ]);
    expect(notes(`${head}Text.\n\n:::`)).toEqual([
      'It ends a block that nothing begins: mend the line that should begin it, or delete this one.',
    ]);
    expect(notes(`${head}:::callout [A]\nText`)).toEqual([
      'Write the bracket right after the name, without a blank, such as `:::callout[Title]`.',
    ]);
    expect(notes(`${head}:::quote{by=“Ann Lee”}\nText`)).toEqual([
      'Its quotation marks are curly: write straight ones, attribute="value".',
    ]);
  });
});

describe('front matter that a word processor has changed', () => {
  it('has curly quotation marks, which would be printed', () => {
    expect(said('---\ntitle: “Our year”\nlang: ‘en-GB’\n---\n\nText.')).toEqual(['2:8 markdown-slip', '3:7 markdown-slip']);
    expect(said('---\ntitle: “Hope” and other words of “ours”\nlang: en-GB\n---\n\nText.')).toEqual([]);
  });

  it('has lost the blanks after its colons', () => {
    const { messages } = readMarkdown('---\ntitle:Our year\nlang:en-GB\n---\n\nText.');
    expect(messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual(['2:1 There is no blank after title:']);
  });
});

describe('front matter that is not seen as such', () => {
  it.each([
    ['after an empty line', '\n---\ntitle: T\n---\n\nText.', '2:1 front-matter'],
    ['between other dashes', '———\ntitle: T\n———\n\nText.', '1:1 front-matter'],
    ['between four dashes', '----\ntitle: T\n----\n\nText.', '1:1 front-matter'],
    ['without an end', '---\ntitle: T\n\n# A\n\nText.', '1:1 front-matter'],
  ])('%s', (_name, text, expected) => {
    expect(said(text)[0]).toBe(expected);
  });
  it('is not looked for where there is none', () => {
    expect(said('---\n\nText: a break between topics\n')).toEqual([]);
  });
  it.each([
    ['title: Our year: 2023', 'A value holds a colon'],
    ['title: T\n\tlang: en', 'A line begins with a tab'],
    ['title: A\ntitle: B', 'A name stands twice'],
    ['contact: @x', 'A value begins with a sign'],
  ])('%j is said in plain words', (yaml, reason) => {
    const [message] = readMarkdown(`---\n${yaml}\n---\n\nText.`).messages;
    expect(message?.reason).toContain(reason);
  });
  it('shows how a wrong value is written', () => {
    expect(notes('---\ntitle: T\nlang: en\ndate: 31/03/2024\n---\n\nText.')).toEqual(['Write it like `date: 2024-03-22`.']);
    expect(notes('---\ntitle: T\nlang: en\ntheme:\n  primary: blue\n---\n\nText.')[0]).toContain('#14506e');
  });
});

describe('title and language', () => {
  it('takes the title from a lone first heading', () => {
    const { report } = readMarkdown('# The title\n\nText.\n\n## A section\n');
    expect(report.meta.title).toBe('The title');
    expect(report.root.children[0]).toMatchObject({ type: 'paragraph' });
  });
  it('does not where there are several', () => {
    expect(readMarkdown('# One\n\n# Two\n').report.meta.title).toBe('');
  });
  it('accepts `language`, makes tags canonical, and takes numbers as text', () => {
    expect(readMarkdown('---\ntitle: 2023\nlanguage: en-gb\n---\n\nx').report.meta).toEqual({ title: '2023', lang: 'en-GB' });
  });
});

describe('long texts', () => {
  const section = (n: number): string =>
    `# Section ${n}\n\nA [link][l${n % 7}] and a note[^n${n}].\n\n- one\n- two\n\n\`\`\`\n# not a heading\n\nText\n\`\`\`\n\n[^n${n}]: Note ${n}.\n\n`;
  const definitions = Array.from({ length: 7 }, (_, n) => `[l${n}]: https://example.org/${n}\n`).join('');
  const many = Array.from({ length: 1500 }, (_, n) => section(n)).join('');

  it('are read in pieces with the same result: every heading, note and link, at its line', () => {
    const { report, messages } = readMarkdown(head + many + definitions);
    expect(messages.map(String)).toEqual([]);
    const counts: Record<string, number> = {};
    walk(report.root.children as ReportNode[], (node) => (counts[node.type] = (counts[node.type] ?? 0) + 1));
    expect(counts).toMatchObject({ heading: 1500, link: 1500, footnoteReference: 1500, footnoteDefinition: 1500, code: 1500 });
    const lines = (head + many).split('\n');
    for (const node of report.root.children) {
      if (node.type === 'heading') expect(lines[node.position!.start.line - 1]).toBe(`# ${toText(node)}`);
    }
  });

  it('of 100,000 headings are read', () => {
    expect(readMarkdown(head + '# Heading\n\n'.repeat(100_000)).report.root.children).toHaveLength(100_000);
  });
});
