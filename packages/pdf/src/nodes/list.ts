import type { List, ListItem } from '@everyread/core';
import { is, toText } from '@everyread/core';
import type { Element } from '../engine/structure.js';
import { layMark } from '../parts/mark.js';
import type { Pen } from '../pen.js';

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
  const last = (node.start ?? 1) + node.children.length - 1;
  const indent = node.ordered ? Math.max(sheet.indentPt, widthOf(pen, `${last}.`) + sheet.body.sizePt * 0.6) : sheet.indentPt;
  node.children.forEach((item, index) => {
    if (index > 0) pen.flow.space(gap);
    // No item stands alone at the foot or the head of a page.
    const keep = (index === 0 || index === node.children.length - 2) && index < node.children.length - 1;
    writeItem(pen, element, item, { mark: markOf(node, item, index, depth), indent, gap, keep });
  });
  if (depth > 0) return;
  pen.flow.together(from, sheet.page.heightPt * 0.16);
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
  /** What a task's box says. */
  actual?: string;
}

function markOf(list: List, item: ListItem, index: number, depth: number): Mark {
  if (item.checked === true) return { text: '☑', actual: 'done' };
  if (item.checked === false) return { text: '☐', actual: 'open' };
  return { text: list.ordered ? `${(list.start ?? 1) + index}.` : bullets[depth % bullets.length]! };
}

interface ItemLook {
  mark: Mark;
  indent: number;
  gap: number;
  keep: boolean;
}

function writeItem(pen: Pen, list: Element, item: ListItem, { mark, indent, gap, keep }: ItemLook): void {
  const { sheet, words } = pen.world;
  const element = list.child('LI');
  const said = mark.actual === undefined ? undefined : mark.actual === 'done' ? words.taskDone : words.taskOpen;
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
      inner.paragraph(inner.inline(child.children, body.child('P'), sheet.body), sheet.body, { keep: keep && item.children.length === 1 });
      inner.layNotes();
    } else inner.blocks([child]);
  });
  if (item.children.length === 0) inner.flow.box(sheet.body.leadPt, () => undefined);
}

function widthOf(pen: Pen, text: string): number {
  const { body } = pen.world.sheet;
  return (pen.world.book.main('regular').shape(text).width * body.sizePt) / 1000;
}
