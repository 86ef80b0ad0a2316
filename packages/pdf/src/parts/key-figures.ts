import { bodyOf, captionOf, is, type KeyFigure, type KeyFigures } from '@everyread/core';
import { Flow } from '../layout/flow.js';
import type { Pen } from '../pen.js';
import { contentWidths } from '../text/paragraph.js';
import type { Run } from '../text/run.js';
import { gridFrames, layGrid, type GridSpec } from './grid.js';

/** Figures that stand out: tinted panels side by side, each a list item for programs. */
export function layKeyFigures(node: KeyFigures, pen: Pen): void {
  const { sheet, book } = pen.world;
  const element = pen.element.child('L');
  element.attribute('List', 'ListNumbering', '/None');
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, element);
  }
  const caption = captionOf(node);
  const inner = pen.into(element);
  if (caption) {
    inner.paragraph(inner.inline(caption.children, element.child('Caption'), sheet.caption), sheet.caption, { keep: true, balance: true });
    pen.flow.space(sheet.body.sizePt * 0.6, true);
  }
  const figures = bodyOf(node).filter((child) => is(child, 'keyFigure'));
  const texts = figures.map((figure) => readFigure(inner, figure));
  const spec: GridSpec = { columns: 1, gapPt: sheet.body.sizePt * 0.8, padding: sheet.body.sizePt, colour: sheet.palette.tint };
  const widest = Math.max(
    0,
    ...texts.map(({ value, label }) => Math.max(contentWidths(value, book, true).most, contentWidths(label, book, true).least)),
  );
  if (!sheet.largePrint) {
    for (const columns of figures.length === 4 || figures.length === 2 ? [2] : [3, 2]) {
      if (columns > figures.length || gridFrames(pen, { ...spec, columns })[0]!.width < widest) continue;
      spec.columns = columns;
      break;
    }
  }
  const frames = gridFrames(pen, spec);
  const cells = texts.map(({ value, label, change }, index) => {
    const flow = new Flow();
    const cell = inner.into(element, { flow, frame: frames[index % spec.columns]! });
    cell.paragraph(value, sheet.figureValue, { keep: true });
    cell.paragraph(label, sheet.body, { keep: change.length > 0 });
    if (change.length > 0) {
      flow.space(sheet.body.sizePt * 0.25, true);
      cell.paragraph(change, sheet.quiet);
    }
    return flow;
  });
  layGrid(pen, cells, spec);
  pen.flow.space(sheet.blockGapPt);
  pen.takeNotes(inner);
}

function readFigure(pen: Pen, figure: KeyFigure): { value: Run[]; label: Run[]; change: Run[] } {
  const { sheet } = pen.world;
  const text = pen.element.child('LI').child('LBody').child('P');
  // How a figure is said is its expansion: the print form stays what is copied and searched.
  const value = pen.inline(
    () => pen.text(`${figure.value} `),
    figure.say ? text.child('Span', { expansion: figure.say }) : text,
    sheet.figureValue,
  );
  const label = pen.inline(figure.children, text, sheet.body);
  const change = figure.change ? pen.inline(() => pen.text(` ${figure.change}`.trimStart()), text, sheet.quiet) : [];
  if (figure.change && label.length > 0) label.push({ ...label.at(-1)!, text: ' ', anchors: undefined, note: undefined, link: undefined });
  return { value, label, change };
}
