import type { Pen } from '../pen.js';
import type { Run } from '../text/run.js';
import type { Cell, Grid, TableSpec } from './table.js';

/**
 * Lays a table whose columns do not fit as records: for each row its cells one below the other, each after its
 * header. To programs it stays a table: the first record shows the header cells themselves, later ones repeat
 * their words as artifacts.
 */
export function layRecords(pen: Pen, grid: Grid, spec: TableSpec): void {
  const { sheet } = pen.world;
  const heads = grid.head[0];
  const gap = sheet.body.sizePt * 0.35;
  if (grid.body.length === 0 && heads) for (const cell of heads) pen.paragraph(cell.runs, sheet.body);
  grid.body.forEach((row, index) => {
    if (index > 0) pen.flow.space(sheet.body.sizePt);
    const from = pen.flow.items.length;
    rule(pen, index === 0 ? 1.5 : 0.75);
    pen.flow.space(sheet.body.sizePt * 0.7, true);
    row.forEach((cell, column) => {
      const label = heads?.[column];
      const titled = spec.headers !== 'col' && column === 0;
      const runs = [...labelRuns(label, index === 0), ...cell.runs];
      if (runs.length === 0) return;
      // A header with nothing behind it would look like a loss. To programs the cell is there, and empty.
      if (cell.runs.length === 0) runs.push(...pen.inline(() => pen.text('–', { leaf: undefined }), pen.element, sheet.body));
      if (column > 0) pen.flow.space(gap, column === 1);
      // The line below the last record is not left alone.
      const closes = index === grid.body.length - 1 && column === row.length - 1;
      pen.paragraph(runs, sheet.body, { keep: titled || closes || (row.length > 1 && (column === 0 || column === row.length - 2)) });
    });
    // On another page nothing would say to which row a figure belongs.
    pen.flow.together(from, sheet.page.heightPt * 0.5);
  });
  if (grid.body.length > 0) {
    pen.flow.space(sheet.body.sizePt * 0.7, true);
    rule(pen, 1.5, false);
  }
}

/** The header's words with a colon; real where they are first shown. Before the title of a record they say what its column is called. */
function labelRuns(label: Cell | undefined, first: boolean): Run[] {
  if (label === undefined || label.runs.length === 0) return [];
  const runs = first
    ? label.runs
    : label.runs.map((run) => ({ ...run, leaf: undefined, link: undefined, note: undefined, anchors: undefined }));
  const last = runs.at(-1)!;
  return [...runs, { text: ': ', style: last.style }];
}

function rule(pen: Pen, height: number, keep = true): void {
  const { sheet } = pen.world;
  const { x, width } = pen.frame;
  pen.flow.box(
    height,
    (canvas, y) => {
      canvas.artifact('Layout');
      canvas.rect(x, y, width, height, sheet.palette.rule);
    },
    { keep },
  );
}
