import type { List, ListItem, Words } from '@everyread/core';
import { is, toText } from '@everyread/core';
import type { Element } from '../engine/structure.js';
import { holeForText } from '../layout/flow.js';
import { layMark } from '../parts/mark.js';
import type { Pen, TextOptions } from '../pen.js';

const bullets = ['•', '–', '•', '–'];

export function writeList(node: List, pen: Pen): void {
  const { sheet } = pen.world;
  const element = pen.element.child('L');
  const depth = pen.listDepth;
  // Labels are drawn, so the numbering is never None (PDF/UA-2 8.2.5.25).
  element.attribute('List', 'ListNumbering', node.ordered ? '/Decimal' : depth % 2 === 0 ? '/Disc' : '/Square');
  const loose = isLoose(node);
  const gap = loose ? sheet.paragraphGapPt : sheet.paragraphGapPt * (sheet.largePrint ? 0.5 : 0.45);
  if (depth === 0) pen.flow.space(sheet.paragraphGapPt);
  const from = pen.flow.items.length;
  const marks = node.children.map((item, index) => markOf(node, item, index, depth));
  const widest = Math.max(0, ...marks.map((mark) => widthOf(pen, mark.text)));
  const indent = node.ordered ? Math.max(sheet.indentPt, widest + sheet.body.sizePt * 0.85) : sheet.indentPt;
  node.children.forEach((item, index) => {
    if (index > 0) pen.flow.space(gap);
    // No item stands alone at the foot or the head of a page; but the first one may, rather than that a hole is left.
    const last = node.children.length - 1;
    const keep = index === 0 && last > 0 ? 'soft' : index === last - 1;
    writeItem(pen, element, item, { mark: marks[index]!, indent, gap, keep });
  });
  if (depth > 0) return;
  pen.flow.together(from, sheet.page.heightPt * 0.16, holeForText);
  pen.flow.space(sheet.paragraphGapPt);
}

/** Items of a few words each stand close together, also where an empty line parts two of them in the Markdown. */
function isLoose(list: List): boolean {
  const apart = list.spread === true || list.children.some((item) => item.spread === true);
  const length = list.children.reduce((sum, item) => sum + toText(item).length, 0);
  return apart && (length > 100 * list.children.length || list.children.some((item) => item.children.length > 1));
}

interface Mark {
  text: string;
  /** Whether a task is done, which its box shows and its label says. */
  done?: boolean;
  /** Number before the box. */
  number?: string;
}

function markOf(list: List, item: ListItem, index: number, depth: number): Mark {
  const number = list.ordered ? `${(list.start ?? 1) + index}.` : undefined;
  if (typeof item.checked !== 'boolean') return { text: number ?? bullets[depth % bullets.length]! };
  const box = item.checked ? '☑' : '☐';
  return { text: number === undefined ? box : `${number} ${box}`, done: item.checked, ...(number === undefined ? {} : { number }) };
}

/** What the label of a task says, for who cannot see its box (PDF 2.0, 14.9.4). */
function saidOf(mark: Mark, words: Words): string | undefined {
  if (mark.done === undefined) return undefined;
  const state = mark.done ? words.taskDone : words.taskOpen;
  return mark.number === undefined ? state : `${mark.number} ${state}`;
}

interface ItemLook {
  mark: Mark;
  indent: number;
  gap: number;
  keep: TextOptions['keep'];
}

function writeItem(pen: Pen, list: Element, item: ListItem, { mark, indent, gap, keep }: ItemLook): void {
  const { sheet, words } = pen.world;
  const element = list.child('LI');
  const said = saidOf(mark, words);
  const label = element.child('Lbl', said === undefined ? {} : { actual: said });
  const body = element.child('LBody');
  // Deep lists leave at least half the column for text.
  const room = Math.min(indent, Math.max(sheet.body.sizePt * 0.6, (pen.frame.width - sheet.columnPt * 0.5) / 1));
  const frame = { x: pen.frame.x + (pen.rtl ? 0 : room), width: pen.frame.width - room };
  const inner = pen.into(body, { frame, listDepth: pen.listDepth + 1 });
  layMark(pen, label, mark.text, sheet.body, room);
  item.children.forEach((child, index) => {
    if (index > 0) pen.flow.space(gap);
    if (is(child, 'paragraph')) {
      inner.paragraph(inner.inline(child.children, body.child('P'), sheet.body), sheet.body, { keep: item.children.length === 1 && keep });
      inner.layNotes();
    } else inner.blocks([child]);
  });
  if (item.children.length === 0) inner.flow.box(sheet.body.leadPt, () => undefined);
}

function widthOf(pen: Pen, text: string): number {
  const { body } = pen.world.sheet;
  return (pen.world.book.main('regular').shape(text).width * body.sizePt) / 1000;
}
