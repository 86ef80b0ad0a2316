import type { Node } from 'unist';
import { captionOf, is, toText, type ReportNode } from '@everyread/core';
import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Paragraph,
  bookmarkUniqueNumericId,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { hex, isShort, twips, type Twips } from './design.js';
import { bulletsReference } from './lists.js';
import { isParagraph, isPlainPiece, libraryRun, PlainParagraph, toLibraryPieces, type BodyParagraph } from './plain/plain-pieces.js';
import { isTable } from './plain/plain-table.js';
import { thematicMark, type Block, type Frame, type Out, type Scope } from './scope.js';

/** Runs the handler of a node. */
export function handle(node: Node, scope: Scope): Out {
  const handlers = scope.job.handlers as Record<string, (node: ReportNode, scope: Scope) => Out>;
  return scope.job.marks.keep(node as ReportNode, handlers[node.type]!(node as ReportNode, scope), scope.place, scope.run);
}

/** The pieces of a line. */
export function line(nodes: readonly Node[], scope: Scope): ParagraphChild[] {
  const inner: Scope = scope.place === 'line' ? scope : { ...scope, place: 'line' };
  return nodes.flatMap((node) => handle(node, inner) as ParagraphChild[]);
}

/** The blocks of a passage, with a thematic break turned into a line above what follows it, and air below a table. */
export function flow(nodes: readonly Node[], scope: Scope): Block[] {
  const inner: Scope = { ...scope, place: 'block' };
  const kept: Scope = { ...inner, frame: { ...scope.frame, keepNext: true } };
  let afterList = false;
  return nodes.flatMap((node, index) => {
    const here = announces(node, nodes[index + 1], inner) ? kept : inner;
    const number = countsItself(node as ReportNode) ? numberAlone(scope) : [];
    const blocks = handle(node, node.type === 'list' && afterList ? { ...here, afterList } : here) as Block[];
    if (blocks.length > 0) afterList = node.type === 'list';
    return [...number, ...blocks];
  });
}

/** Whether the first paragraph of a block has a number or bullet of its own, so that it cannot bear that of the item it begins. */
function countsItself(node: ReportNode): boolean {
  return is(node, 'list') || (is(node, 'steps') && (node.kind ?? 'steps') === 'steps' && captionOf(node) === undefined);
}

/**
 * The number of an item whose first line is no line of its own: a paragraph of the number alone. A paragraph has but one number
 * (ECMA-376 17.9), and without it the items after this one would count on from a number too low.
 */
export function numberAlone(scope: Scope): BodyParagraph[] {
  return scope.job.marker === undefined ? [] : paragraph(scope, [libraryRun('', {})], { keepNext: true });
}

/**
 * Whether a paragraph announces the list or table after it: “Our events:” must not be left alone at the foot of a page. A long one may
 * be: it would leave much of a page empty.
 */
function announces(node: Node, next: Node | undefined, scope: Scope): boolean {
  if (node.type !== 'paragraph' || (next?.type !== 'list' && next?.type !== 'dataTable')) return false;
  const text = toText(node);
  return /[:：]$/.test(text) && isShort(scope.job.design, 2 * linesOf(text, scope.width - scope.frame.left, scope));
}

const none: IParagraphOptions = {};

/**
 * What keeps a paragraph with the next one. Without the second property Word keeps its last lines there and LibreOffice all of them, so
 * that pages differ.
 */
export const keptWithNext = { keepNext: true, keepLines: true } as const;

/** How many lines a text takes in a width: a little more than its length says, for hardly a line is full. */
export function linesOf(text: string, width: Twips, { job }: Scope): number {
  return Math.ceil((twips(job.typeface.regular.width(text, job.design.sizePt)) * 1.05) / width);
}

/** Whether a frame adds nothing to what a paragraph asks for: many share their options then, which are written once. */
function isBare(frame: Frame, more: IParagraphOptions): boolean {
  return frame.left === 0 && !frame.border && !frame.shading && !frame.keepNext && (frame.style === undefined || more.style !== undefined);
}

/** A paragraph in the scope's frame, with the bookmarks and the list mark that wait for it. Nothing where it would be empty. */
export function paragraph(scope: Scope, children: readonly ParagraphChild[], more: IParagraphOptions = none): BodyParagraph[] {
  if (children.length === 0) return [];
  const { job, frame } = scope;
  const { marker, lead } = job;
  job.marker = undefined;
  if (lead.length > 0) job.lead = [];
  job.afterTable = false;
  const style = more.style ?? (marker === undefined ? frame.style : marker.reference === bulletsReference ? 'ListBullet' : 'ListNumber');
  const { indent } = job.design;
  const listed: IParagraphOptions =
    marker === undefined
      ? frame.left > 0
        ? { indent: { left: frame.left, ...(frame.right ? { right: frame.right } : {}) } }
        : {}
      : {
          numbering: {
            reference: marker.reference,
            level: marker.level,
            custom: true,
            ...(marker.instance === undefined ? {} : { instance: marker.instance }),
          },
          // In a frame the item begins at the frame's edge, so that border and shade stay in one line.
          ...(frame.left > 0
            ? {
                indent: {
                  left: frame.left,
                  hanging: frame.border ? indent : indent - twips(2),
                  ...(frame.right ? { right: frame.right } : {}),
                },
              }
            : {}),
        };
  const options: IParagraphOptions =
    marker === undefined && !scope.run.rightToLeft && isBare(frame, more)
      ? more
      : {
          ...listed,
          ...(frame.border ? { border: frame.border } : {}),
          ...(frame.shading ? { shading: frame.shading } : {}),
          ...(frame.keepNext ? keptWithNext : {}),
          // A shaded frame is one surface: white space between its paragraphs would cut it in stripes.
          ...(frame.shading ? { spacing: { before: 0, after: 0 } } : {}),
          ...(scope.run.rightToLeft ? { bidirectional: true } : {}),
          ...more,
          ...(style === undefined ? {} : { style }),
        };
  const inside = bookmarked(scope, children);
  const pieces: readonly unknown[] = lead.length === 0 ? inside : [...lead, ...inside];
  // `docx` keeps notes itself.
  if (job.plain !== undefined && !scope.inNote && pieces.every(isPlainPiece)) return [new PlainParagraph(options, pieces)];
  return [new Paragraph({ ...options, children: toLibraryPieces(pieces) })];
}

/** The children with every waiting bookmark around them. */
export function bookmarked(scope: Scope, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
  const ids = scope.job.anchors;
  if (ids.length === 0) return children;
  scope.job.anchors = [];
  return ids.reduce((inside, id) => around(scope.job.names.of(id), inside), children);
}

/** A bookmark around pieces of a line. */
export function around(name: string, inside: readonly ParagraphChild[]): ParagraphChild[] {
  const id = bookmarkUniqueNumericId();
  return [new BookmarkStart(name, id), ...inside, new BookmarkEnd(id)] as unknown as ParagraphChild[];
}

/** Lets the next paragraph carry a place's name. */
export function anchor(scope: Scope, id: string | undefined): void {
  if (id) scope.job.anchors.push(id);
}

/** The blocks as Word takes them. */
export function settle(blocks: readonly Block[], scope: Scope): Exclude<Block, typeof thematicMark>[] {
  const { design } = scope.job;
  const out: Exclude<Block, typeof thematicMark>[] = [];
  let rules = 0;
  let afterTable = false;
  for (const [index, block] of blocks.entries()) {
    if (block === thematicMark) {
      rules += 1;
      continue;
    }
    const above = out.at(-1);
    if (rules > 0 && !isParagraph(block) && isParagraph(above)) {
      out[out.length - 1] = withLineBelow(above, rules, scope);
      rules = 0;
    }
    // Nothing stands above that a line could part from the table.
    for (; rules > 0 && isTable(block); rules -= 1) scope.job.marks.pointAt('thematicBreak', block);
    if (isParagraph(block) && (rules > 0 || afterTable)) {
      const { spacing, border } = block.options as IParagraphOptions;
      const apart = block.with({
        spacing: {
          ...spacing,
          before: Math.max(spacing?.before ?? 0, rules > 0 ? design.gap * 2 : design.gap * 1.5, headingSpace(block, scope)),
        },
        ...(rules > 0
          ? { border: { ...border, top: { style: BorderStyle.SINGLE, size: 8, space: 14, color: hex(design.palette.rule) } } }
          : {}),
      });
      out.push(pointed(apart, rules, 'before', scope));
      rules = 0;
    } else if (
      isParagraph(block) &&
      isTable(blocks[index + 1]) &&
      block.options.style !== 'TableCaption' &&
      !/^Heading/.test(block.options.style ?? '')
    ) {
      out.push(block.with({ spacing: { ...block.options.spacing, after: Math.round(design.gap * 1.2) } }));
    } else out.push(block);
    afterTable = isTable(block);
  }
  const last = out.at(-1);
  if (rules > 0 && isParagraph(last)) out[out.length - 1] = withLineBelow(last, rules, scope);
  return out;
}

/** A thematic break that nothing follows is a line below what came before it. */
function withLineBelow(block: BodyParagraph, rules: number, scope: Scope): BodyParagraph {
  const { border } = block.options as IParagraphOptions;
  const bottom = { style: BorderStyle.SINGLE, size: 8, space: 14, color: hex(scope.job.design.palette.rule) };
  return pointed(block.with({ border: { ...border, bottom } }), rules, 'after', scope);
}

/** A paragraph with a mark for each thematic break: breaks in a row are one line. */
function pointed(block: BodyParagraph, rules: number, place: 'before' | 'after', scope: Scope): BodyParagraph {
  let marked = block;
  for (let count = 0; count < rules; count += 1) marked = scope.job.marks.point('thematicBreak', marked, place);
  return marked;
}

/** What a heading's own style puts above it: direct spacing would otherwise take its place. */
function headingSpace(block: BodyParagraph, scope: Scope): number {
  const style = (block.options as IParagraphOptions).style ?? '';
  const level = /^Heading([1-6])$/.exec(style)?.[1];
  return level === undefined ? 0 : headingBefore(Number(level), scope.job.design);
}

/** Space above a heading. */
export function headingBefore(level: number, design: { headingPt: readonly number[]; large: boolean }): number {
  const size = design.headingPt[level - 1]!;
  return twips(level === 1 ? size * 1.6 : level === 2 ? size * 1.5 : size * 1.35);
}

/** Zero or one twip: paragraphs with the same border and indent are drawn as one (ECMA-376 17.3.1.24), and two quotations are two. */
export function nextNudge(job: Scope['job']): number {
  job.frameCount += 1;
  return job.frameCount % 2;
}
