import type { FlowContent, Note, PhrasingContent, ReportNode } from '@everyread/core';
import { directionOf } from './text/direction.js';
import type { TextSpec } from './design/sheet.js';
import type { Element } from './engine/structure.js';
import { handlers } from './handlers.js';
import { Flow, holeForText } from './layout/flow.js';
import { layNote } from './parts/note.js';
import { drawLine } from './text/draw.js';
import { setParagraph, type SetParagraph } from './text/paragraph.js';
import type { LinkTarget, Run, RunStyle } from './text/run.js';
import type { FaceStyle } from './text/face-book.js';
import type { World } from './world.js';

/** What handlers are given: the maps of mdast also know `html`, which no report holds. */
export type Content = ReportNode | FlowContent | PhrasingContent;

/** Where text stands on the page. */
export interface Frame {
  x: number;
  width: number;
}

/** Runs being gathered for one paragraph. */
export interface Line {
  runs: Run[];
  element: Element;
  style: RunStyle;
  link?: LinkTarget | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  anchors: string[];
}

/** How a paragraph is set. */
export interface TextOptions {
  /** Keeps its last line with what follows; `soft` where a page may end between them all the same to spare a hole. */
  keep?: boolean | 'soft';
  align?: 'start' | 'end' | 'center';
  balance?: boolean;
  /** All lines on one page: always, or where there are no more than so many. */
  together?: boolean | number;
}

/**
 * Writes the report: handlers move it through the structure tree and the column. It carries the place in both;
 * `at()` and `into()` give a pen for an inner place.
 */
export class Pen {
  line: Line | undefined;
  /** Notes whose marks were met in the block being written. */
  private pendingNotes: Note[] = [];

  constructor(
    readonly world: World,
    readonly flow: Flow,
    readonly element: Element,
    readonly frame: Frame,
    readonly rtl = false,
    /** The depth of lists around. */
    readonly listDepth = 0,
  ) {}

  /** The same place in the flow, inside another element. */
  into(element: Element, changes: { frame?: Frame; rtl?: boolean; flow?: Flow; listDepth?: number } = {}): Pen {
    return new Pen(
      this.world,
      changes.flow ?? this.flow,
      element,
      changes.frame ?? this.frame,
      changes.rtl ?? this.rtl,
      changes.listDepth ?? this.listDepth,
    );
  }

  /** Writes one node. */
  write(node: Content): void {
    (handlers[node.type as ReportNode['type']] as (node: Content, pen: Pen) => void)(node, this);
  }

  /** Writes blocks one below the other, each followed by its notes in the reading order. */
  blocks(nodes: readonly Content[]): void {
    for (const node of nodes) {
      this.write(node);
      this.layNotes();
    }
  }

  /** Gathers the runs of phrasing content into an element. */
  inline(content: readonly Content[] | (() => void), element: Element, spec: TextSpec): Run[] {
    const before = this.line;
    const line: Line = { runs: [], element, style: runStyle(spec), anchors: [] };
    this.line = line;
    if (typeof content === 'function') content();
    else for (const node of content) this.write(node);
    this.line = before;
    return line.runs;
  }

  /** Adds text to the line being gathered. */
  text(text: string | (() => string), more: Partial<Run> = {}): void {
    const line = this.line;
    if (line === undefined || text === '') return;
    const anchors = line.anchors.length > 0 ? line.anchors.splice(0) : undefined;
    line.runs.push({
      text,
      style: line.style,
      leaf: 'leaf' in more ? more.leaf : line.element.leaf(),
      link: line.link,
      anchors,
      dir: line.dir,
      ...more,
    });
  }

  /** Writes children in the same line under another element or look. */
  within(changes: Partial<Line>, nodes: readonly Content[] | (() => void)): void {
    const before = this.line;
    if (before === undefined) return;
    this.line = { ...before, ...changes };
    if (typeof nodes === 'function') nodes();
    else for (const node of nodes) this.write(node);
    this.line = before;
  }

  /** Asks for the note's text after the block being written. */
  noteLater(note: Note): void {
    if (!this.world.notes.has(note) && !this.pendingNotes.includes(note)) this.pendingNotes.push(note);
  }

  /** Writes the notes whose marks were met. */
  layNotes(): void {
    while (this.pendingNotes.length > 0) layNote(this.pendingNotes.shift()!, this);
  }

  /** Hands notes of an inner pen to this one, which writes them after its block. */
  takeNotes(inner: Pen): void {
    for (const note of inner.pendingNotes.splice(0)) this.noteLater(note);
  }

  /** Sets runs as a paragraph in the column. */
  paragraph(runs: readonly Run[], spec: TextSpec, options: TextOptions = {}): void {
    if (runs.length === 0) return;
    if (runs.some((run) => typeof run.text === 'function')) {
      this.flow.late(() => {
        const flow = new Flow();
        this.lay(flow, runs, spec, options);
        return flow;
      });
    } else this.lay(this.flow, runs, spec, options);
  }

  /** Breaks runs into lines for a width. */
  set(runs: readonly Run[], width: number, options: TextOptions = {}): SetParagraph {
    return setParagraph(runs, this.world.book, {
      widthPt: width,
      wholeWords: this.world.sheet.largePrint,
      balance: options.balance ?? false,
      dir: directionOf(runs, this.rtl),
    });
  }

  private lay(flow: Flow, runs: readonly Run[], spec: TextSpec, options: TextOptions): void {
    const { frame, world } = this;
    const { lines, rtl } = this.set(runs, frame.width, options);
    const baseline = baselineOf(spec, world);
    const whole = options.together === true || (typeof options.together === 'number' && lines.length <= options.together);
    lines.forEach((line, index) => {
      const free = frame.width - line.width;
      const end = (options.align ?? 'start') === 'end' ? !rtl : options.align === 'center' ? undefined : rtl;
      const x = frame.x + (end === undefined ? free / 2 : end ? free : 0);
      // No line stands alone at the foot or the head of a page.
      const alone = index === 0 || index === lines.length - 2;
      const isLast = index === lines.length - 1;
      const keep = isLast ? options.keep !== undefined && options.keep !== false : whole || alone;
      flow.box(spec.leadPt, (canvas, y) => drawLine(canvas, line, { x, y: y + baseline, rtl, link: world.link }), {
        keep,
        soft: (isLast ? options.keep === 'soft' : options.together !== true && !alone) ? holeForText : undefined,
        notes: line.notes,
        anchors: line.anchors,
      });
    });
  }
}

/** The look of plain text of a kind. */
export function runStyle(spec: TextSpec): RunStyle {
  return { style: spec.bold ? 'bold' : 'regular', sizePt: spec.sizePt, colour: spec.colour, risePt: 0 };
}

/** From the top of a line to its baseline. */
export function baselineOf(spec: TextSpec, world: World): number {
  const face = world.book.main(spec.bold ? 'bold' : 'regular');
  return (spec.leadPt - (spec.sizePt * (face.ascent + face.descent)) / 1000) / 2 + (spec.sizePt * face.ascent) / 1000;
}

/** The face for bold and slanted text; large print knows only bold. */
export function emphasised(style: FaceStyle, change: 'bold' | 'italic', largePrint: boolean): FaceStyle {
  if (change === 'bold' || largePrint) return style === 'italic' || style === 'boldItalic' ? 'boldItalic' : 'bold';
  return style === 'bold' || style === 'boldItalic' ? 'boldItalic' : 'italic';
}
