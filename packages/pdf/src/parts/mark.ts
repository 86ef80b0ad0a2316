import type { TextSpec } from '../design/sheet.js';
import type { LinkTarget } from '../text/run.js';
import type { Element } from '../engine/structure.js';
import type { Box } from '../layout/flow.js';
import { drawLine } from '../text/draw.js';
import { baselineOf, type Pen } from '../pen.js';

/** Puts the mark of a list item beside the first line of its text: drawn with the next box of the flow. */
export function layMark(pen: Pen, label: Element, text: string, spec: TextSpec, room: number, link?: LinkTarget): void {
  const runs = pen.inline(() => pen.text(`${text} `, { link }), label, spec);
  const [line] = pen.set(runs, 1000).lines;
  if (line === undefined) return;
  const baseline = baselineOf(spec, pen.world);
  const gap = spec.sizePt * 0.55;
  const x = pen.rtl ? pen.frame.x + pen.frame.width - room + gap : pen.frame.x + Math.max(0, room - gap - line.width);
  // The text follows: its first box draws the mark too, so that no page can part them.
  pen.flow.withNextBox((box: Box) => {
    const { draw } = box;
    box.draw = (canvas, y, height) => {
      drawLine(canvas, line, { x, y: y + baseline, rtl: pen.rtl, link: pen.world.link });
      draw(canvas, y, height);
    };
  });
}
