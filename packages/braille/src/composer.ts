import type { Context, HandlerTable, PreparedReport, ReportNode } from '@everyread/core';
import type { Block, LinesBlock, TextBlock } from './format/blocks.js';
import type { BrailleStyle } from './format/style.js';
import type { BrailleOptions } from './options.js';
import { trimText, type BrailleText } from './text/braille-text.js';
import type { LineRun, Transcriber } from './transcriber.js';
import type { Emphasis } from './translator.js';
import type { BrailleWords } from './words/braille-words.js';

/** A mark in a line that a new print page begins there. */
export interface PrintPageRun extends LineRun {
  printPage: PrintPage;
}

/** A page of the printed edition: its number, and its name for links. */
export interface PrintPage {
  label: string;
  id: string;
}

/** The printed pages that begin in these runs. */
export function printPagesIn(runs: readonly LineRun[]): PrintPage[] {
  return runs.flatMap((run) => ('printPage' in run ? [(run as PrintPageRun).printPage] : []));
}

/** One table for all nodes: blocks give their blocks to the composer and return nothing, inline nodes return runs. */
export type BrailleHandlers = HandlerTable<Scope, LineRun[]>;

/** What was decided on the way, for the transcriber’s notes page. */
export interface Decisions {
  pictures: boolean;
  tables: boolean;
  emphasis: boolean;
}

/** Everything that stays the same while a report is composed. */
export class Composer {
  blocks: Block[] = [];
  readonly decisions: Decisions = { pictures: false, tables: false, emphasis: false };
  /** Address → the words of the first link to it. */
  readonly addresses = new Map<string, LineRun[]>();
  readonly expanded = new Set<string>();

  constructor(
    readonly report: PreparedReport,
    readonly options: BrailleOptions,
    readonly style: BrailleStyle,
    readonly transcriber: Transcriber,
    readonly handlers: BrailleHandlers,
    readonly words: BrailleWords,
    readonly context: Context,
    /** Braille page of a place, as far as it is known yet. */
    readonly pageOf: (id: string) => string | undefined,
  ) {}

  /** Words of core’s, such as “Image”: marked as English in a report of a language that they don't exist in. */
  said(text: string): LineRun {
    return this.report.words.lang === this.transcriber.code.lang ? { text } : { text, lang: this.report.words.lang };
  }

  emit(block: Block): void {
    this.blocks.push(block);
  }
}

/** Where a node stands: what changes from parent to child. */
export interface Scope {
  composer: Composer;
  /** Cells by which everything stands in. */
  indent: number;
  emphasis?: Emphasis;
  lang?: string;
  /** Set where print’s emphasis says nothing: headings, captions, table heads. */
  plain?: boolean;
  /** How paragraphs stand here; offsets from `indent`, from 0. */
  paragraph: { first: number; rest: number };
  /** Runs that the next paragraph begins with: a bullet or number. */
  lead?: { runs: LineRun[] };
  listLevel: number;
  listDepth: number;
  /** Whether the node stands in a line, where a new print page splits the line. */
  inLine?: boolean;
}

/** Gives a node to its handler. */
export function handle(node: ReportNode, scope: Scope): LineRun[] {
  const handler = scope.composer.handlers[node.type] as (node: ReportNode, scope: Scope) => LineRun[];
  return handler(node, scope);
}

/** The runs of inline nodes. */
export function inline(nodes: readonly unknown[], scope: Scope): LineRun[] {
  const inner = scope.inLine ? scope : { ...scope, inLine: true };
  return (nodes as readonly ReportNode[]).flatMap((node) => handle(node, inner));
}

/** Handles blocks one after the other. */
export function flow(nodes: readonly unknown[], scope: Scope): void {
  for (const node of nodes as readonly ReportNode[]) handle(node, scope);
}

/** What a text block may be besides its text. */
export type TextBlockSettings = Omit<TextBlock, 'kind' | 'text' | 'first' | 'rest'> & { first?: number; rest?: number };

/** Translates runs and emits them as a text block; print pages that begin inside split it. Says whether there was anything. */
export function emitText(runs: readonly LineRun[], scope: Scope, settings: TextBlockSettings = {}): boolean {
  const { composer } = scope;
  let first = scope.indent + (settings.first ?? scope.paragraph.first);
  const rest = scope.indent + (settings.rest ?? scope.paragraph.rest);
  let lead = scope.lead?.runs ?? [];
  if (scope.lead !== undefined) scope.lead.runs = [];
  let any = false;
  let ids = settings.ids ?? [];
  let part: LineRun[] = [];
  const flush = (last: boolean): void => {
    const text = trimText(composer.transcriber.line([...lead, ...trimRuns(part)]));
    part = [];
    if (text.cells === '') return;
    lead = [];
    composer.emit({ kind: 'text', ...settings, text, first, rest, ids, ...(last ? {} : { after: 0 }), ...(any ? { before: 0 } : {}) });
    ids = [];
    any = true;
    first = rest;
  };
  for (const run of runs) {
    if ('printPage' in run) {
      flush(false);
      emitPrintPage((run as PrintPageRun).printPage, composer);
    } else part.push(run);
  }
  flush(true);
  return any;
}

/** Marks that a new print page begins. */
export function emitPrintPage(page: PrintPage, composer: Composer): void {
  const { cells } = composer.transcriber.words(page.label);
  composer.emit({ kind: 'print-page', label: page.label, id: page.id, cells });
}

/** Emits laid lines. */
export function emitLines(lines: LinesBlock['lines'], scope: Scope, settings: Omit<LinesBlock, 'kind' | 'lines'> = {}): void {
  if (lines.length > 0) scope.composer.emit({ kind: 'lines', lines, ...settings });
}

/** Translates runs to a text without blanks at its ends. */
export function translate(runs: readonly LineRun[], scope: Scope): BrailleText {
  return trimText(scope.composer.transcriber.line(trimRuns(runs.filter((run) => !('printPage' in run)))));
}

/** Print’s blanks at the start and end of a block say nothing. */
function trimRuns(runs: readonly LineRun[]): LineRun[] {
  const out = runs.filter((run) => run.text !== '' || run.cells !== undefined).map((run) => ({ ...run }));
  const first = out[0];
  if (first !== undefined && first.cells === undefined) first.text = first.text.replace(/^\s+/, '');
  const last = out.at(-1);
  if (last !== undefined && last.cells === undefined) last.text = last.text.replace(/\s+$/, '');
  return out.filter((run) => run.text !== '' || run.cells !== undefined);
}
