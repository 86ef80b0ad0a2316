import { fill, is } from '@everyread/core';
import { emitText, flow, type Composer, type Scope } from './composer.js';
import { contactRuns } from './text/contact-line.js';
import { printDay } from './text/when.js';
import type { LineRun } from './transcriber.js';

/** Composes the text of a report: its title, sections, notes and addresses, as blocks for the page maker. */
export function composeReport(composer: Composer): void {
  const { report, style, words } = composer;
  const scope: Scope = {
    composer,
    indent: 0,
    paragraph: { first: style.paragraphFirstCell - 1, rest: style.paragraphRunoverCell - 1 },
    listLevel: 0,
    listDepth: 0,
  };
  // A print page that begins before the first words begins before the title.
  const [opening, ...others] = report.root.children;
  const startsPage = is(opening, 'pageBreak');
  if (startsPage) flow([opening], scope);
  const centred = { align: 'centre', free: style.headingFreeCells, first: 0, rest: 0 } as const;
  // The title stands again at the head of the text (BANA Formats 2.3), which is all that a file without front pages has.
  emitText([{ text: report.meta.title }], scope, { ...centred, ids: [''], keepWithNext: true, after: report.meta.subtitle ? 0 : 1 });
  if (report.meta.subtitle) emitText([{ text: report.meta.subtitle }], scope, { ...centred, keepWithNext: true, after: 1 });
  flow(startsPage ? others : report.root.children, scope);
  if (report.notes.length > 0) {
    titled(composer.said(report.words.notes), 'braille-notes', scope);
    for (const note of report.notes) {
      const lead = { runs: [{ text: `${note.number}. ` }] };
      flow(note.definition.children, { ...scope, lead, paragraph: { first: 0, rest: 2 }, listLevel: 1, listDepth: 1 });
    }
  }
  if (composer.addresses.size > 0) {
    titled(composer.transcriber.ownRun(words.webAddresses), 'braille-addresses', scope);
    for (const [address, link] of composer.addresses) emitText([...link, { text: ': ' }, { text: address }], scope, { first: 0, rest: 2 });
  }
  if (report.contact) {
    const runs = contactRuns(report.contact);
    composer.emit({ kind: 'text', text: composer.transcriber.line(runs), first: 2, rest: 0, before: 1 });
  }
}

/** A section of the transcriber’s own at the end. */
function titled(title: LineRun, id: string, scope: Scope): void {
  const { style } = scope.composer;
  emitText([title], scope, {
    align: 'centre',
    free: style.headingFreeCells,
    first: 0,
    rest: 0,
    before: 1,
    after: 1,
    keepWithNext: true,
    ids: [id],
    heading: { depth: 1, id },
  });
}

/** One line of the title page: the report's own words, or those of the transcriber. */
export interface TitleLine {
  text: string;
  own: boolean;
}

/** The lines of the title page, above each other, in groups. */
export function titleLines(composer: Composer, volume: number, volumes: number, pages: { first: string; last: string }): TitleLine[][] {
  const { meta } = composer.report;
  const { words, transcriber } = composer;
  const theirs = [
    [meta.title, meta.subtitle ?? ''],
    [meta.author ?? ''],
    [meta.publisher !== meta.author ? (meta.publisher ?? '') : '', meta.date ? printDay(meta.date, meta.lang) : ''],
    [meta.rights ?? ''],
  ];
  const ours = [
    [
      volumes > 1 ? fill(words.volumeOf, { n: volume, m: volumes }) : '',
      fill(pages.first === pages.last ? words.braillePage : words.braillePages, { n: pages.first, m: pages.last }),
    ],
    [
      fill(words.transcribed, {
        code: words.code ?? transcriber.code.name,
        grade: transcriber.grade === 2 ? words.grade2 : words.grade1,
        engine: 'liblouis',
      }),
    ],
  ];
  const lines = (group: string[], own: boolean): TitleLine[] => group.filter(Boolean).map((text) => ({ text, own }));
  return [...theirs.map((group) => lines(group, false)), ...ours.map((group) => lines(group, true))].filter((group) => group.length > 0);
}
