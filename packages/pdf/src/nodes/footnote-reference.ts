import type { FootnoteReference } from '@everyread/core';
import { fill } from '@everyread/core';
import type { LinkTarget } from '../text/run.js';
import type { Pen } from '../pen.js';

/** The mark of a note: small and raised; in large print as large as the text, in brackets (UKAAF G003). */
export function writeFootnoteReference(node: FootnoteReference, pen: Pen): void {
  const { line, world } = pen;
  const note = world.report.notes.find((each) => each.number === node.number);
  if (line === undefined || note === undefined || node.number === undefined) return;
  const { sheet, options, words } = world;
  const reference = options.ua2 ? line.element : line.element.child('Reference');
  const element = reference.child('Link', {});
  if (node.id) {
    line.anchors.push(node.id);
    world.places.set(node.id, element);
  }
  const link: LinkTarget = { element, target: note.id, contents: fill(words.noteMark, { n: note.number }) };
  const { sizePt } = line.style;
  const style = sheet.largePrint
    ? { ...line.style, style: 'bold' as const, colour: sheet.palette.link }
    : { ...line.style, sizePt: sizePt * 0.72, risePt: sizePt * 0.34, colour: sheet.palette.link };
  pen.within({ element, style, link: line.link ?? link }, () =>
    pen.text(sheet.largePrint ? `[${note.number}]` : String(note.number), { note, leaf: element.leaf() }),
  );
  pen.noteLater(note);
}
