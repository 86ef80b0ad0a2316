import { describe, expect, it } from 'vitest';
import { allRules } from '../src/all-rules.js';
import { remedyFor } from '../src/source/remedies.js';
import { folderWith, run } from './terminal.js';
import { word, p, r } from '../../import/test/word.js';

const rules = [...(await allRules()).values()];
/** What is only true of a report in Markdown. */
const markdown = /:::|!\[|\]\(|`#|^(?!Run `everyread import).*(?:front matter|`:)/;

describe('remedies for documents that were imported', () => {
  it.each(rules.map(({ id, mend }) => [id, mend]))('%s speaks no Markdown to somebody who has none', (id, mend) => {
    for (const kind of ['docx', 'html'] as const) {
      const remedy = remedyFor(id, mend, kind, 'our year.docx');
      if (!remedy.startsWith('Run `everyread import "our year.docx"` first')) expect(remedy).not.toMatch(markdown);
      expect(remedy).not.toMatch(/import with repairs|FILE/);
      expect(remedyFor(id, remedy, kind, 'our year.docx')).toBe(remedy);
    }
  });
  it('knows only rules that there are', () => {
    const known = ['missing-alt', 'head-fake', 'import-fake-list', 'doc-title', 'tbl-header', 'link-generic'];
    for (const id of known) expect(remedyFor(id, 'x', 'docx', 'a.docx')).toContain('In Word');
    expect(remedyFor('no-such-rule', 'x', 'docx', 'a.docx')).toBe('x');
  });
  it('are printed where a build of a Word document stops', async () => {
    const folder = await folderWith({ 'our year.docx': word(p(r('We met.')) + p(r('Aims', '<w:b/>')) + p('More.')) });
    const { code, err } = await run(folder, ['build', 'our year.docx']);
    expect(code).toBe(1);
    expect(err).toContain('To mend it: In Word, give the line the style “Heading 1”');
    expect(err).toContain('or run `everyread import "our year.docx" --repair`.');
    expect(err).toContain('Mend it in Word and try again; or run everyread import "our year.docx" and mend the report that it writes.');
    expect(err).not.toMatch(/front matter|:::/);
  });
});
