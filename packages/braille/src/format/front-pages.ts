import { fill } from '@everyread/core';
import { titleLines } from '../compose.js';
import type { Composer } from '../composer.js';
import { blankCell, joinTexts, wholeText, type BrailleText } from '../text/braille-text.js';
import { signCells, signs, type SignName } from '../text/signs.js';
import type { Block, Line } from './blocks.js';
import { wrapText } from './wrap.js';

/** One line of the contents. */
export interface ContentsEntry {
  text: BrailleText;
  depth: number;
  /** Cells of the page number. */
  page: string;
}

/** What the front pages of a volume say. */
export interface FrontSettings {
  composer: Composer;
  volume: number;
  volumes: number;
  pages: { first: string; last: string };
  contents: readonly ContentsEntry[];
}

/** Title page, special symbols, transcriber’s notes and contents, each on a page of its own (BANA Formats 2). */
export function frontBlocks(settings: FrontSettings): Block[] {
  const { composer } = settings;
  const { words, transcriber } = composer;
  const contents = contentsBlocks(settings);
  const notes = decisions(composer);
  if (settings.contents.length > 0) transcriber.used.add('guideDots');
  // Signs of single characters are UEB: in other codes the engine writes them in their own way.
  const used = (Object.keys(signCells) as SignName[]).filter(
    (sign) => transcriber.used.has(sign) && (transcriber.code.lang === 'en' || isOwn(sign)) && words.signs[sign] !== undefined,
  );
  const blocks: Block[] = titleBlocks(settings);
  if (used.length > 0) {
    blocks.push({ kind: 'page-start' }, heading(words.specialSymbols, composer));
    for (const sign of used) {
      // Each sign has the dot locator for “mention” before it, so that its dots can be told from its place (UEB 3.9.1).
      const form = sign === 'printPage' && composer.style.printPageMark === 'centred' ? signs.pageInline : signCells[sign];
      const shown = form.split(blankCell).map((each) => `${signs.mention}${each}`);
      const cells = wholeText(`${shown.join(blankCell)}${blankCell}${blankCell}`, `${form} `);
      blocks.push({ kind: 'text', text: joinTexts([cells, transcriber.own(words.signs[sign]!)]), first: 0, rest: 2 });
    }
  }
  if (notes.length > 0) {
    blocks.push({ kind: 'page-start' }, heading(words.transcriberNotes, composer));
    for (const note of notes) blocks.push({ kind: 'text', text: transcriber.own(note), first: 2, rest: 0 });
  }
  if (contents.length > 0) blocks.push({ kind: 'page-start' }, ...contents);
  return blocks;
}

/** Whether the transcriber writes a sign, in every code alike. */
function isOwn(sign: SignName): boolean {
  return /^(?:note|bullet|noteMark|guideDots|printPage|box|tableRule|continuation)$/.test(sign);
}

function heading(text: string, composer: Composer): Block {
  return {
    kind: 'text',
    text: composer.transcriber.own(text),
    first: 0,
    rest: 0,
    align: 'centre',
    free: composer.style.headingFreeCells,
    after: 1,
    keepWithNext: true,
  };
}

function titleBlocks(settings: FrontSettings): Block[] {
  const { composer } = settings;
  const groups = titleLines(composer, settings.volume, settings.volumes, settings.pages);
  return groups.flatMap((group) =>
    group.map((line, at): Block => ({
      kind: 'text',
      text: line.own ? composer.transcriber.own(line.text) : composer.transcriber.words(line.text),
      first: 0,
      rest: 0,
      align: 'centre',
      free: composer.style.headingFreeCells,
      before: at === 0 ? 2 : 0,
    })),
  );
}

function contentsBlocks(settings: FrontSettings): Block[] {
  const { composer, contents } = settings;
  if (contents.length === 0) return [];
  const { style, report, transcriber } = composer;
  const blocks: Block[] = [
    {
      kind: 'text',
      text: transcriber.line([
        composer.said(report.words.contents),
        ...(settings.volumes > 1
          ? [{ text: ': ' }, transcriber.ownRun(fill(composer.words.volumeOf, { n: settings.volume, m: settings.volumes }))]
          : []),
      ]),
      first: 0,
      rest: 0,
      align: 'centre',
      free: style.headingFreeCells,
      after: 1,
      keepWithNext: true,
    },
  ];
  const deepest = contents.reduce((most, entry) => Math.max(most, entry.depth), 0);
  for (const entry of contents) {
    const lines = contentsLines(entry, deepest, style.cellsPerLine, style.contentsMargin);
    blocks.push({ kind: 'lines', lines, together: lines.length });
  }
  return blocks;
}

/** Entry, blank, guide dots, blank, page number at the margin; the text keeps clear of the numbers. */
export function contentsLines(entry: ContentsEntry, deepest: number, width: number, margin: number): Line[] {
  const clear = Math.max(margin, entry.page.length + 1);
  const first = Math.min((entry.depth - 1) * 2, 8);
  const lines = wrapText(entry.text, width - clear, first, Math.min(deepest * 2, 10));
  const last = lines.at(-1) ?? { cells: '', print: '' };
  const gap = width - last.cells.length - entry.page.length;
  const dots = gap >= 4 ? blankCell + signs.guideDot.repeat(gap - 2) + blankCell : blankCell.repeat(Math.max(1, gap));
  return [...lines.slice(0, -1), { cells: last.cells + dots + entry.page, print: last.print }];
}

/** What the transcriber decided, in sentences. */
function decisions(composer: Composer): string[] {
  const { words, decisions: made, transcriber, report, options } = composer;
  const notes: string[] = [];
  if (made.pictures) notes.push(words.picturesNote);
  if (made.tables) notes.push(words.tablesNote);
  if (made.emphasis) notes.push(words.emphasisNote);
  if (report.notes.length > 0) notes.push(fill(words.footnotesNote, { title: report.words.notes }));
  if (composer.addresses.size > 0 && (options.addresses ?? 'list') === 'list')
    notes.push(fill(words.addressesNote, { title: words.webAddresses }));
  if (report.pages.length > 0) notes.push(words.printPagesNote);
  if (transcriber.foreign) notes.push(words.languageNote);
  if (transcriber.unknown) notes.push(words.unknownNote);
  return notes;
}
