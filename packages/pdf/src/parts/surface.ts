import type { Surface } from '../layout/flow.js';
import type { Pen } from '../pen.js';

/** A bar along the side where lines begin. */
export function bar(pen: Pen, colour: string, widthPt: number): Surface {
  const { frame, rtl } = pen;
  return {
    padTop: 2,
    padBottom: 2,
    draw: (canvas, top, bottom) => canvas.background(rtl ? frame.x + frame.width - widthPt : frame.x, top, widthPt, bottom - top, colour),
  };
}

/** A tinted surface, with a bar where asked. */
export function panel(pen: Pen, spec: { colour: string; padding: number; bar?: { colour: string; widthPt: number } }): Surface {
  const { frame, rtl } = pen;
  return {
    padTop: spec.padding,
    padBottom: spec.padding,
    draw: (canvas, top, bottom) => {
      canvas.background(frame.x, top, frame.width, bottom - top, spec.colour, spec.bar ? 0 : 4);
      if (spec.bar)
        canvas.background(rtl ? frame.x + frame.width - spec.bar.widthPt : frame.x, top, spec.bar.widthPt, bottom - top, spec.bar.colour);
    },
  };
}
