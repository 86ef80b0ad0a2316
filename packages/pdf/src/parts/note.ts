import { fill, type Note } from '@everyread/core';
import { Flow, settle, type Box } from '../layout/flow.js';
import type { LinkTarget } from '../text/run.js';
import type { Pen } from '../pen.js';
import { layMark } from './mark.js';

/**
 * Writes a note: in the reading order right after the block that has its mark, on the page at its foot (or at the end
 * of its section or of the report, as the edition says).
 */
export function layNote(note: Note, pen: Pen): void {
  const { world } = pen;
  if (world.report.edition.notes !== 'page') {
    if (!world.notes.has(note)) world.waitingNotes.push(note);
    world.notes.set(note, []);
    return;
  }
  if (world.notes.has(note)) return;
  const flow = new Flow();
  world.notes.set(note, []);
  writeNote(note, pen, flow);
  const boxes: Box[] = [];
  let gap = 0;
  for (const item of settle(flow.items)) {
    if (item.kind === 'space') gap = Math.max(gap, item.height);
    if (item.kind !== 'box') continue;
    // Space before a box becomes part of it: notes are plain lines to the page.
    const above = boxes.length === 0 ? 0 : gap;
    boxes.push(above === 0 ? item : { ...item, height: item.height + above, draw: (canvas, y) => item.draw(canvas, y + above) });
    gap = 0;
  }
  world.notes.set(note, boxes);
}

/** Writes the notes that wait, under a line. */
export function layWaitingNotes(pen: Pen): void {
  const { world, flow } = pen;
  const { sheet, waitingNotes } = world;
  if (waitingNotes.length === 0) return;
  flow.space(sheet.blockGapPt);
  flow.box(
    1,
    (canvas, y) => {
      canvas.artifact('Layout');
      canvas.rect(pen.frame.x, y, pen.frame.width / 4, 1, sheet.palette.rule);
    },
    { keep: true },
  );
  flow.space(sheet.paragraphGapPt * 0.6, true);
  while (waitingNotes.length > 0) {
    writeNote(waitingNotes.shift()!, pen, flow);
    flow.space(sheet.paragraphGapPt);
  }
}

function writeNote(note: Note, pen: Pen, flow: Flow): void {
  const { sheet, words, places, options } = pen.world;
  const element = pen.element.child(options.ua2 ? 'FENote' : 'Note', { id: note.id });
  if (options.ua2) element.attribute('FENote', 'NoteType', '/Footnote');
  places.set(note.id, element);
  const page = { x: sheet.page.left, width: sheet.columnPt };
  const indent = sheet.body.sizePt * (sheet.largePrint ? 2.4 : 1.8);
  const outer = pen.into(element, { flow, frame: page, rtl: false });
  flow.anchor(note.id);
  const label = element.child('Lbl');
  const link = label.child('Link');
  const back = note.referenceIds[0];
  const target: LinkTarget | undefined =
    back === undefined ? undefined : { element: link, target: back, contents: fill(words.backToText, { n: note.number }) };
  layMark(
    outer,
    target ? link : label,
    sheet.largePrint ? `[${note.number}]` : String(note.number),
    { ...sheet.body, bold: true, colour: sheet.palette.link },
    indent,
    target,
  );
  const inner = outer.into(element, { frame: { x: page.x + indent, width: page.width - indent } });
  note.definition.children.forEach((child, index) => {
    if (index > 0) flow.space(sheet.paragraphGapPt * 0.5);
    if (child.type === 'paragraph') inner.paragraph(inner.inline(child.children, element.child('P'), sheet.body), sheet.body);
    else inner.write(child);
  });
  pen.takeNotes(inner);
}
