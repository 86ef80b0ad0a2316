import { drawItems, Flow, heightOf, marksOf, settle, type Surface } from '../layout/flow.js';
import type { Frame, Pen } from '../pen.js';

/** How cells stand side by side. */
export interface GridSpec {
  columns: number;
  gapPt: number;
  padding: number;
  colour?: string;
  border?: string;
}

/** The frames of the columns, padding taken off. */
export function gridFrames(pen: Pen, spec: GridSpec): Frame[] {
  const width = (pen.frame.width - spec.gapPt * (spec.columns - 1)) / spec.columns;
  return Array.from({ length: spec.columns }, (_, index) => {
    const at = pen.rtl ? spec.columns - 1 - index : index;
    return { x: pen.frame.x + at * (width + spec.gapPt) + spec.padding, width: width - spec.padding * 2 };
  });
}

/**
 * Lays cells side by side, row by row; a row is never parted by a page, unless it is taller than most of one, and then
 * its cells stand one below the other.
 */
export function layGrid(pen: Pen, cells: readonly Flow[], spec: GridSpec): void {
  const frames = gridFrames(pen, spec);
  pen.flow.late(() => {
    const flow = new Flow();
    for (let from = 0; from < cells.length; from += spec.columns) {
      if (from > 0) flow.space(spec.gapPt);
      const row = cells.slice(from, from + spec.columns).map((cell) => settle(cell.items));
      const height = Math.max(...row.map(heightOf)) + spec.padding * 2;
      if (height > pen.world.sheet.page.heightPt * 0.55 || spec.columns === 1) {
        row.forEach((items, index) => {
          if (index > 0) flow.space(spec.gapPt);
          const surface = cellSurface(frames[index]!, spec);
          flow.open(surface);
          flow.take(items);
          flow.close(surface);
        });
        continue;
      }
      flow.box(
        height,
        (canvas, y) => {
          row.forEach((items, index) => {
            cellSurface(frames[index]!, spec).draw(canvas, y, y + height, true, true);
            drawItems(canvas, items, y + spec.padding);
          });
        },
        marksOf(row.flat()),
      );
    }
    return flow;
  });
}

function cellSurface(frame: Frame, spec: GridSpec): Surface {
  return {
    padTop: spec.padding,
    padBottom: spec.padding,
    draw: (canvas, top, bottom) => {
      const x = frame.x - spec.padding;
      const width = frame.width + spec.padding * 2;
      if (spec.border) {
        canvas.background(x, top, width, bottom - top, spec.border, 6);
        canvas.background(x + 1, top + 1, width - 2, bottom - top - 2, '#ffffff', 5);
      }
      if (spec.colour) canvas.background(x, top, width, bottom - top, spec.colour, 6);
    },
  };
}
