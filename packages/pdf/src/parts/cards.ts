import { bodyOf, captionOf, is, toText, type Card, type Cards } from '@everyread/core';
import { Flow } from '../layout/flow.js';
import type { Pen } from '../pen.js';
import { drawPicture } from './figure.js';
import { gridFrames, layGrid, type GridSpec } from './grid.js';
import { writeLinked } from './link.js';

/** Cards two by two, one below the other in large print. */
export function layCards(node: Cards, pen: Pen): void {
  const { sheet } = pen.world;
  const element = pen.element.child('L');
  element.attribute('List', 'ListNumbering', '/None');
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, element);
  }
  const inner = pen.into(element);
  const caption = captionOf(node);
  if (caption) {
    inner.paragraph(inner.inline(caption.children, element.child('Caption'), sheet.caption), sheet.caption, { keep: true, balance: true });
    pen.flow.space(sheet.body.sizePt * 0.6, true);
  }
  const cards = bodyOf(node).filter((child) => is(child, 'card'));
  const spec: GridSpec = {
    columns: sheet.largePrint || cards.length < 2 ? 1 : 2,
    gapPt: sheet.body.sizePt,
    padding: sheet.body.sizePt,
    border: sheet.palette.rule,
  };
  const frames = gridFrames(pen, spec);
  const flows = cards.map((card, index) => {
    const flow = new Flow();
    const body = element.child('LI').child('LBody');
    const cell = inner.into(body, { flow, frame: frames[index % spec.columns]! });
    layCard(card, cell);
    inner.takeNotes(cell);
    return flow;
  });
  layGrid(pen, flows, spec);
  pen.flow.space(sheet.blockGapPt);
  pen.takeNotes(inner);
}

function layCard(card: Card, pen: Pen): void {
  const { sheet, images, places } = pen.world;
  if (card.id) {
    pen.flow.anchor(card.id);
    places.set(card.id, pen.element);
  }
  const loaded = card.src ? images.get(card.src) : undefined;
  if (loaded && 'image' in loaded) {
    drawPicture(pen, loaded, card.alt ? pen.element.child('Figure', { alt: card.alt }) : undefined, true, sheet.page.heightPt * 0.25);
    pen.flow.space(sheet.body.sizePt * 0.6, true);
  } else if (card.alt) pen.paragraph(pen.inline([{ type: 'text', value: card.alt }], pen.element.child('P'), sheet.quiet), sheet.quiet);
  const caption = captionOf(card);
  if (caption) {
    const { href } = card;
    const runs = pen.inline(
      () => {
        if (href === undefined) for (const child of caption.children) pen.write(child);
        else
          writeLinked(
            pen,
            href.startsWith('#') ? { target: href.slice(1), text: toText(caption) } : { url: href, text: toText(caption) },
            caption.children,
          );
      },
      pen.element.child('P'),
      sheet.caption,
    );
    pen.paragraph(runs, sheet.caption, { keep: true });
    pen.flow.space(sheet.body.sizePt * 0.3, true);
  }
  for (const child of bodyOf(card)) {
    if (is(child, 'paragraph')) {
      pen.paragraph(pen.inline(child.children, pen.element.child('P'), sheet.body), sheet.body);
      pen.flow.space(sheet.body.sizePt * 0.5);
    } else pen.write(child);
  }
}
