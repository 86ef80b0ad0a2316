import {
  EveryreadError,
  fill,
  is,
  reportIdentifier,
  ruleMessage,
  walk,
  type Context,
  type PreparedReport,
  type ReportNode,
} from '@everyread/core';
import { composeReport } from './compose.js';
import { Composer } from './composer.js';
import type { BrailleDocument, BraillePage, BrailleVolume } from './document.js';
import type { Block, TextBlock } from './format/blocks.js';
import { framePage, shapeOf, type FrameSettings } from './format/frame.js';
import { frontBlocks, type ContentsEntry } from './format/front-pages.js';
import { paginate, type PageShape, type Pagination } from './format/paginate.js';
import { chooseSplits } from './format/volumes.js';
import { centre } from './format/wrap.js';
import { brailleRules } from './messages.js';
import { brailleHandlers } from './nodes/handlers.js';
import { resolveStyle, type BrailleOptions } from './options.js';
import { packagedTranslator } from './system/packaged-engine.js';
import { Transcriber } from './transcriber.js';
import { brailleWordsFor } from './words/for-language.js';
import type { BrailleWords } from './words/braille-words.js';

/** The text laid out, with where its volumes begin. */
interface Layout {
  composer: Composer;
  blocks: Block[];
  pagination: Pagination;
  /** Page index at which each volume begins. */
  volumeStarts: number[];
}

/**
 * Transcribes a report into formatted Braille: what every Braille format is made from.
 *
 * @param report - prepared for its edition
 * @throws {EveryreadError} `misuse` for options that can't be or a language without Braille, `engine` when the
 *   engine fails, `aborted` when the context's signal says so
 */
export async function makeBrailleDocument(given: PreparedReport, options: BrailleOptions, context: Context): Promise<BrailleDocument> {
  const style = resolveStyle(options);
  const own = brailleWordsFor(given.meta.lang);
  const report = inItsLanguage(given, own);
  const translator = options.translator ?? (await packagedTranslator());
  const transcriber = await Transcriber.create({
    translator,
    lang: report.meta.lang,
    languages: languagesOf(report),
    grade: options.grade ?? 2,
    own,
    ...(options.tables ? { tables: options.tables } : {}),
    message: context.message,
  });
  const head = style.runningHead ? transcriber.words(report.meta.title) : undefined;
  const frame: FrameSettings = {
    style,
    printPages: report.pages.length > 0,
    prefix: '',
    digits: transcriber.code.digits,
    ...(head ? { head } : {}),
  };

  const layout = layOut(report, own, options, context, transcriber, frame);
  const { composer, pagination, blocks } = layout;
  if (pagination.longWords > 0)
    context.message(
      ruleMessage(brailleRules['braille-long-word'], {
        source: 'braille',
        reason: `${pagination.longWords} ${pagination.longWords === 1 ? 'word is' : 'words are'} longer than the line and carried over`,
      }),
    );
  if (pagination.continued) transcriber.used.add('continuation');
  const printCells = (label: string): string => transcriber.words(label).cells;
  const framed = pagination.pages.map((page, index) => framePage(page, index, frame, printCells));
  const headings = blocks.filter((block): block is TextBlock => block.kind === 'text' && block.heading !== undefined);
  const places = headings.map((block) => {
    const page = pagination.pageOf.get(block.heading!.id) ?? 0;
    return { block, page, volume: layout.volumeStarts.filter((start) => start <= page).length };
  });
  const depth = contentsDepth(report);
  const volumes = layout.volumeStarts.map((start, index): BrailleVolume => {
    const end = layout.volumeStarts[index + 1] ?? framed.length;
    const pages = framed.slice(start, end);
    const volume: BrailleVolume = { number: index + 1, sections: [] };
    const last = pages.at(-1);
    if (last !== undefined) {
      const words =
        index + 1 < layout.volumeStarts.length ? fill(composer.words.endOfVolume, { n: index + 1 }) : composer.words.endOfReport;
      closeVolume(last, transcriber.own(words), composer);
    }
    if (options.frontPages !== false) {
      const contents = places
        .filter((place) => place.volume === index + 1 && place.block.heading!.depth <= depth)
        .map((place): ContentsEntry => ({
          text: place.block.text,
          depth: place.block.heading!.depth,
          page: transcriber.number(place.page + 1),
        }));
      const front = frontBlocks({
        composer,
        volume: index + 1,
        volumes: layout.volumeStarts.length,
        pages: { first: pages[0]?.number ?? '1', last: pages.at(-1)?.number ?? '1' },
        contents: places.length > 1 ? contents : [],
      });
      const frontFrame: FrameSettings = { style, printPages: false, prefix: 't', digits: transcriber.code.digits };
      const laid = paginate(front, shapeOf(frontFrame)).pages;
      volume.sections.push({ kind: 'front', pages: laid.map((page, at) => framePage(page, at, frontFrame, printCells)) });
    }
    volume.sections.push({ kind: 'body', pages });
    return volume;
  });
  const { meta } = report;
  return {
    title: meta.title,
    lang: meta.lang,
    ...(meta.author ? { author: meta.author } : {}),
    ...(meta.publisher ? { publisher: meta.publisher } : {}),
    ...(meta.date ? { date: meta.date } : {}),
    ...(meta.rights ? { rights: meta.rights } : {}),
    ...(meta.description ? { description: meta.description } : {}),
    identifier: reportIdentifier(meta, report.edition.name),
    cols: style.cellsPerLine,
    rows: style.linesPerPage,
    duplex: options.duplex ?? true,
    volumes,
    provenance: {
      engine: translator.info.name,
      engineVersion: translator.info.version,
      code: transcriber.code.name,
      grade: transcriber.grade,
      tables: [...transcriber.table.files],
      tablesSha256: transcriber.table.sha256,
      profile: options.profile ?? 'uk',
    },
    headings: places.map(({ block, page, volume }) => ({
      id: block.heading!.id,
      text: block.text.print.replace(/\s+/g, ' ').trim(),
      depth: block.heading!.depth,
      page: String(page + 1),
      volume,
    })),
  };
}

/** Composes and lays out until every “page 24” is true: a page number that moves may move others. */
function layOut(
  report: PreparedReport,
  own: BrailleWords,
  options: BrailleOptions,
  context: Context,
  transcriber: Transcriber,
  frame: FrameSettings,
): Layout {
  let known = new Map<string, number>();
  let layout: Layout | undefined;
  for (let round = 0; round < 5; round += 1) {
    if (context.signal.aborted) throw new EveryreadError('aborted', 'The Braille edition was stopped');
    const asked = new Map<string, number | undefined>();
    const pageOf = (id: string): string | undefined => {
      const page = known.get(id);
      asked.set(id, page);
      return page === undefined ? undefined : String(page + 1);
    };
    const quiet: Context = round === 0 ? context : { ...context, message: () => undefined };
    const composer = new Composer(report, options, frame.style, transcriber, brailleHandlers, own, quiet, pageOf);
    composeReport(composer);
    layout = divide(composer, frame);
    known = layout.pagination.pageOf;
    if ([...asked].every(([id, page]) => known.get(id) === page)) break;
    context.progress({ task: 'Braille pages', done: round + 1, total: 5 });
  }
  return layout!;
}

/** Lays the blocks out, in volumes where they are too many for one. */
function divide(composer: Composer, frame: FrameSettings): Layout {
  const shape = shapeOf(frame);
  const single = paginate(composer.blocks, shape);
  const limit = frame.style.volumePages;
  // A break in the middle of a page moves what follows: a volume that it makes too long is split again, smaller.
  for (let slack = 0; ; slack += 1) {
    const splits = new Set(chooseSplits(composer.blocks, single, limit - slack));
    if (splits.size === 0) return { composer, blocks: composer.blocks, pagination: single, volumeStarts: [0] };
    const layout = withBreaks(composer, splits, shape);
    const ends = [...layout.volumeStarts.slice(1), layout.pagination.pages.length];
    if (slack === 3 || ends.every((end, index) => end - layout.volumeStarts[index]! <= limit)) return layout;
  }
}

function withBreaks(composer: Composer, splits: ReadonlySet<number>, shape: PageShape): Layout {
  const blocks: Block[] = [];
  const breaks: number[] = [];
  composer.blocks.forEach((block, index) => {
    if (splits.has(index)) {
      breaks.push(blocks.length);
      blocks.push({ kind: 'page-start' });
    }
    blocks.push(block);
  });
  const pagination = paginate(blocks, shape);
  return { composer, blocks, pagination, volumeStarts: [0, ...breaks.map((index) => pagination.blockPages[index]!)] };
}

/** “End of Volume 1”, in the middle below the text, where the last page has room for it: a page for these words alone is waste. */
function closeVolume(last: BraillePage, words: { cells: string; print: string }, composer: Composer): void {
  const { style } = composer;
  const line = centre({ cells: words.cells, print: words.print }, style.cellsPerLine);
  const limit = style.pageNumberAt === 'bottom' ? style.linesPerPage - 1 : style.linesPerPage;
  let end = last.lines.length;
  while (
    end > 0 &&
    (last.lines[end - 1]!.cells === '' ||
      (style.pageNumberAt === 'bottom' && end === style.linesPerPage && last.furniture.includes(end - 1)))
  )
    end -= 1;
  if (end + 2 > limit) return;
  for (const [at, each] of [{ cells: '', print: '' }, line].entries()) {
    last.lines[end + at] = each;
    last.furniture.push(end + at);
  }
}

/** Core’s words in the language of the report, from ours where core has none. */
export function inItsLanguage(report: PreparedReport, own: BrailleWords): PreparedReport {
  const primary = report.meta.lang.toLowerCase().split('-')[0];
  if (report.words.lang === primary || own.report === undefined || own.lang !== primary) return report;
  return { ...report, words: { ...report.words, ...own.report, lang: own.lang } };
}

/** The languages of the parts of a report, each with the first node that is in it. */
export function languagesOf(report: PreparedReport): Map<string, ReportNode> {
  const found = new Map<string, ReportNode>();
  const see = (nodes: readonly ReportNode[]): void =>
    walk(nodes, (node) => {
      if ((is(node, 'span') || is(node, 'div')) && node.lang && !found.has(node.lang)) found.set(node.lang, node);
    });
  see(report.root.children as ReportNode[]);
  for (const note of report.notes) see(note.definition.children as ReportNode[]);
  return found;
}

function contentsDepth(report: PreparedReport): number {
  let depth = 3;
  walk(report.root.children as ReportNode[], (node) => {
    if (is(node, 'contents')) depth = node.depth ?? 3;
  });
  return depth;
}
