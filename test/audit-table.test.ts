import { existsSync, readFileSync } from 'node:fs';
import { auditReport } from '@everyread/core';
import { importHtml } from '@everyread/import';
import { readMarkdown } from '@everyread/markdown';
import { allRules, publish } from 'everyread';
import { describe, expect, it } from 'vitest';
import { auditFixtures, head } from '../packages/markdown/test/audit-fixtures.js';

/** Where a rule of the table has other ids or another severity here; docs/decisions/ says why. */
interface Difference {
  ids?: readonly string[];
  severity?: string;
  decision: string;
}

const table = '0016-where-the-audit-leaves-its-table';
const losses = [
  ...['docx-pronunciation', 'docx-table-records', 'docx-picture-format', 'pdf-table-records', 'mobi-chart', 'mobi-pronunciation'],
  ...['mobi-picture-format', 'braille-table-shape', 'braille-unknown-character', 'voice-language', 'speech-picture', 'epub-clip-lost'],
];

/** The rule table of the design, as facts: id, severity, success criteria of WCAG 2.2. */
const rows: readonly [id: string, severity: string, wcag: readonly string[], difference?: Difference][] = [
  ['doc-title', 'error', ['2.4.2']],
  ['doc-lang', 'error', ['3.1.1']],
  ['head-none', 'error', ['1.3.1', '2.4.6']],
  ['head-skip', 'error', ['1.3.1', '2.4.6'], { severity: 'warning', decision: '0011-heading-gaps-are-repaired' }],
  ['head-empty', 'error', ['1.3.1', '2.4.6']],
  ['head-fake', 'warning', ['1.3.1']],
  ['head-long', 'warning', ['2.4.6']],
  ['head-dup', 'warning', ['2.4.6']],
  ['img-alt-missing', 'error', ['1.1.1'], { ids: ['missing-alt'], decision: table }],
  ['img-alt-filename', 'warning', ['1.1.1']],
  ['img-alt-generic', 'warning', ['1.1.1']],
  ['img-alt-long', 'warning', ['1.1.1']],
  ['img-alt-dup', 'warning', ['1.1.1']],
  ['img-alt-caption-same', 'warning', ['1.1.1']],
  ['img-text', 'warning', ['1.4.5']],
  ['chart-nodata', 'warning', ['1.1.1'], { severity: 'error', decision: table }],
  ['tbl-header', 'error', ['1.3.1']],
  ['tbl-merged', 'warning', ['1.3.1', '1.3.2'], { ids: ['import-merged-cells'], decision: table }],
  ['tbl-empty', 'warning', ['1.3.1']],
  ['tbl-nested', 'warning', ['1.3.1', '1.3.2'], { ids: ['import-nested-table'], decision: table }],
  ['tbl-layout', 'warning', ['1.3.1', '1.3.2']],
  ['tbl-nocaption', 'warning', ['1.3.1'], { severity: 'info', decision: table }],
  ['tbl-wide', 'warning', ['1.3.1', '1.3.2']],
  ['link-empty', 'error', ['2.4.4']],
  ['link-dead', 'error', ['2.4.4']],
  ['link-generic', 'warning', ['2.4.4']],
  ['link-url', 'warning', ['2.4.4']],
  ['link-ambiguous', 'warning', ['2.4.4']],
  ['list-fake', 'warning', ['1.3.1']],
  ['space-format', 'warning', ['1.3.1']],
  ['ref-page', 'warning', ['1.3.1']],
  ['ref-sensory', 'warning', ['1.3.3']],
  ['colour-only', 'warning', ['1.4.1']],
  ['contrast', 'error', ['1.4.3', '1.4.6'], { severity: 'warning', decision: table }],
  ['lang-part', 'warning', ['3.1.2']],
  ['note-orphan', 'error', ['1.3.1']],
  ['note-asterisk', 'warning', ['1.3.1']],
  ['text-caps', 'info', ['3.1.5']],
  ['text-italic', 'info', ['3.1.5']],
  ['text-long-sentence', 'info', ['3.1.5']],
  ['text-read-age', 'info', ['3.1.5']],
  ['abbr-undef', 'info', ['3.1.4']],
  ['edition-loss', 'warning', [], { ids: losses, severity: 'warning or info', decision: table }],
];

const page = (body: string): string => `<html lang="en"><head><title>T</title></head><body><h1>A</h1>${body}</body></html>`;
const imported = (html: string): string[] => importHtml(html).messages.map(({ ruleId }) => String(ruleId));
const row = '<tr><td>1</td><td>2</td></tr>';

/** Texts that break and keep the rules which Markdown cannot break. */
const foreign: Readonly<Record<string, { fails: () => Promise<string[]> | string[]; passes: () => Promise<string[]> | string[] }>> = {
  'tbl-merged': {
    fails: () => imported(page(`<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">1</td></tr>${row}</table>`)),
    passes: () => imported(page(`<table><tr><th>a</th><th>b</th></tr>${row}${row}</table>`)),
  },
  'tbl-nested': {
    fails: () =>
      imported(
        page(`<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><table><tr><th>c</th><th>d</th></tr>${row}</table></td></tr></table>`),
      ),
    passes: () => imported(page(`<table><tr><th>a</th><th>b</th></tr>${row}</table><table><tr><th>c</th><th>d</th></tr>${row}</table>`)),
  },
  'edition-loss': {
    fails: () => messagesOf(':::chart[C]{type=bar}\n| a | b |\n| - | - |\n| c | 1 |\n:::\n\n:say[CoPro]{as="koh proh"} works, and 🀄 too.'),
    passes: () => messagesOf('Words, and a list:\n\n- one\n- two'),
  },
};

async function messagesOf(text: string): Promise<string[]> {
  const { messages } = await publish({ text: `${head}# A\n\n${text}` }, { to: ['docx', 'mobi', 'brf'] });
  return messages.map(({ ruleId }) => String(ruleId));
}

const rules = await allRules();

describe.each(rows)('%s', (id, severity, wcag, difference) => {
  const ids = difference?.ids ?? [id];

  it('has its severity and its criteria, or a decision that says why not', () => {
    for (const each of ids) {
      const rule = rules.get(each);
      expect(rule, each).toBeDefined();
      expect((difference?.severity ?? severity).split(' or '), each).toContain(rule!.severity);
      expect(rule!.wcag ?? [], each).toEqual(expect.arrayContaining([...wcag]));
    }
    if (!difference) return;
    const text = readFileSync(new URL(`../docs/decisions/${difference.decision}.md`, import.meta.url), 'utf8');
    for (const each of [id, ...ids]) expect(text, difference.decision).toContain(each);
  });

  it('is explained: what is wrong, whom it hurts, how to mend it', () => {
    for (const each of ids) {
      const { title, why, mend } = rules.get(each)!;
      for (const words of [title, why, mend]) expect(words.split(' ').length, `${each}: ${words}`).toBeGreaterThan(2);
    }
  });

  it('is found where it is broken and not where it is kept', async () => {
    const own = foreign[id];
    const fixture = auditFixtures[ids[0] as keyof typeof auditFixtures] as { fails: string; passes: string } | undefined;
    const look = (text: string): string[] => auditReport(readMarkdown(text).report).map(({ ruleId }) => String(ruleId));
    const found = own ? await own.fails() : look(fixture!.fails);
    const clean = own ? await own.passes() : look(fixture!.passes);
    expect(found.filter((each) => ids.includes(each))).not.toEqual([]);
    expect(clean.filter((each) => ids.includes(each))).toEqual([]);
  });
});

const design = new URL('../../shared/design/docx-large-print-import.md', import.meta.url);
if (!existsSync(design)) console.info('skipped: the design is not here (../shared)');
it.skipIf(!existsSync(design))('the rows above are those of the design', () => {
  const lines = readFileSync(design, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith('| id | sev |'));
  const written: string[] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const [, names = '', severities = ''] = line.split('|').map((cell) => cell.trim());
    const levels = severities.split(' / ');
    let family = '';
    names
      .replace(/\([^)]*\)/g, '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .forEach((name, index) => {
        // “IMG-ALT-FILENAME, -GENERIC”: the second has the beginning of the first.
        const full = name.startsWith('-') ? family + name : name;
        if (!name.startsWith('-')) family = name.replace(/-[^-]*$/, '');
        written.push(`${full} ${levels[index] ?? levels.at(-1)}`);
      });
  }
  expect(rows.map(([id, severity]) => `${id} ${severity}`)).toEqual(written);
});
