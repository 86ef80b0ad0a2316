import { bodyOf, captionOf, fill, is, type Figure } from '@everyread/core';
import type { Canvas } from '../engine/canvas.js';
import { pdfBox, type Element } from '../engine/structure.js';
import type { Pen } from '../pen.js';
import type { LoadedImage } from '../world.js';

/** A picture, its caption, credit and long description, kept together. */
export function layFigure(node: Figure, pen: Pen): void {
  const { sheet, images, words, context } = pen.world;
  const loaded = images.get(node.src);
  const group = pen.element.child('Div');
  const inner = pen.into(group);
  const alt = node.alt ?? '';
  const caption = captionOf(node);
  const body = bodyOf(node);
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, group);
  }
  const more =
    caption !== undefined || body.length > 0 || node.credit !== undefined || (sheet.largePrint && !node.decorative && alt !== '');
  const shown = context.edition.images && loaded !== undefined && 'image' in loaded ? loaded : undefined;
  // The caption is first in the reading order, below the picture on the page. PDF 2.0 has it inside the figure
  // (ISO 14289-2 8.2.5.27); PDF 1.7 readers would pass over what is in a figure with an alternative.
  const { ua2 } = pen.world.options;
  const captionOutside = caption && (!ua2 || !shown || node.decorative) ? group.child(ua2 ? 'P' : 'Caption') : undefined;
  const figure = shown && !node.decorative ? group.child('Figure', { alt }) : undefined;
  const captionElement = captionOutside ?? (caption ? figure?.child('Caption') : undefined);
  if (shown) drawPicture(inner, shown, figure, more);
  else if (!node.decorative && alt !== '') placeholder(inner, alt, more);
  // Printed for those who see the page but not the picture; programs have it as the text alternative.
  const printed = shown && sheet.largePrint && !node.decorative ? alt : '';
  if (caption && captionElement) {
    pen.flow.space(sheet.body.sizePt * 0.5, true);
    inner.paragraph(inner.inline(caption.children, captionElement, sheet.caption), sheet.caption, {
      // What the picture shows may follow on the next page.
      keep: printed === '' && (body.length > 0 || node.credit !== undefined),
      together: true,
    });
  }
  if (printed !== '') {
    pen.flow.space(sheet.body.sizePt * 0.5, true);
    const runs = inner.inline(() => inner.text(printed, { leaf: undefined }), pen.element, sheet.quiet);
    inner.paragraph(runs, sheet.quiet);
  }
  if (node.credit) {
    pen.flow.space(sheet.body.sizePt * 0.3, true);
    inner.paragraph(
      inner.inline([{ type: 'text', value: fill(words.credit, { name: node.credit }) }], group.child('P'), sheet.quiet),
      sheet.quiet,
    );
  }
  inner.blocks(body.filter((child) => !is(child, 'caption')));
  pen.flow.space(sheet.blockGapPt);
}

/** How far large print enlarges a small picture: further it would show its dots, not more. */
const mostEnlarged = 3;

/** Draws a picture as wide as it is good, or in large print as the column. */
export function drawPicture(
  pen: Pen,
  loaded: Extract<LoadedImage, { image: unknown }>,
  figure: Element | undefined,
  keep: boolean,
  limitPt = pen.world.sheet.page.heightPt * 0.52,
): void {
  const { sheet } = pen.world;
  const { frame } = pen;
  const wanted = Math.min(frame.width, loaded.widthPt * (sheet.largePrint ? mostEnlarged : 1));
  const scale = Math.min(wanted / loaded.widthPt, limitPt / loaded.heightPt);
  const own = loaded.heightPt * scale;
  const leaf = figure?.leaf();
  // In large print a picture is as wide as the column; only one that is too tall for that may be smaller (UKAAF G003).
  const least = sheet.largePrint
    ? loaded.widthPt * scale < wanted - 0.01
      ? own * 0.65
      : undefined
    : Math.max(own * 0.6, Math.min(own, 120));
  pen.flow.box(
    own,
    (canvas, y, height = own) => {
      const width = (loaded.widthPt / loaded.heightPt) * height;
      const x = pen.rtl ? frame.x + frame.width - width : frame.x;
      if (leaf) canvas.mark(leaf);
      else canvas.artifact('Layout');
      canvas.image(loaded.image, x, y, width, height);
      if (figure) boundFigure(figure, canvas, x, y, width, height);
    },
    { keep, ...(least === undefined ? {} : { least }) },
  );
}

/** Says where a figure is (PDF/UA-1 7.3; PDF/UA-2 8.2.5.28). */
export function boundFigure(figure: Element, canvas: Canvas, x: number, y: number, width: number, height: number): void {
  figure.attribute('Layout', 'Placement', '/Block');
  figure.attribute('Layout', 'BBox', pdfBox([x, canvas.height - y - height, x + width, canvas.height - y]));
}

/** The words of a picture that can't be shown, in a frame of their own. */
function placeholder(pen: Pen, alt: string, keep: boolean): void {
  const { sheet } = pen.world;
  pen.paragraph(pen.inline([{ type: 'text', value: alt }], pen.element.child('P'), sheet.quiet), sheet.quiet, { keep });
}
