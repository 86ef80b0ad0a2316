import type { Callout } from '@everyread/core';
import { bodyOf, captionOf } from '@everyread/core';
import { panel } from '../parts/surface.js';
import type { Pen } from '../pen.js';

/** A tinted panel with a bar; its kind is said in words, never by colour alone (WCAG 1.4.1). */
export function writeCallout(node: Callout, pen: Pen): void {
  const { sheet, words } = pen.world;
  const { palette } = sheet;
  const padding = sheet.body.sizePt * 1.1;
  const colour = node.kind === 'warning' || node.kind === 'important' ? palette.accent : palette.heading;
  const surface = panel(pen, { colour: palette.tint, padding, bar: { colour, widthPt: sheet.largePrint ? 7 : 5 } });
  const element = pen.element.child(pen.world.options.ua2 ? 'Aside' : 'Div');
  const inner = pen.into(element, { frame: { x: pen.frame.x + padding * (pen.rtl ? 1 : 1.35), width: pen.frame.width - padding * 2.35 } });
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, element);
  }
  pen.flow.open(surface);
  const caption = captionOf(node);
  const kind = node.kind === 'warning' || node.kind === 'tip' || node.kind === 'important' ? words[node.kind] : undefined;
  const lead = kind === undefined ? [] : [{ type: 'text' as const, value: caption === undefined ? kind : `${kind}: ` }];
  const title = [...lead, ...(caption?.children ?? [])];
  if (title.length > 0) {
    inner.paragraph(inner.inline(title, element.child('P'), sheet.caption), sheet.caption, { keep: true, balance: true });
    inner.layNotes();
    pen.flow.space(sheet.body.sizePt * 0.4, true);
  }
  inner.blocks(bodyOf(node));
  pen.flow.close(surface);
  pen.flow.space(sheet.blockGapPt);
}
