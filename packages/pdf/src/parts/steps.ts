import { bodyOf, captionOf, is, printWhen, readFigure, type Step, type Steps } from '@everyread/core';
import type { Canvas } from '../engine/canvas.js';
import { holeForTable, type Surface } from '../layout/flow.js';
import { baselineOf, type Pen } from '../pen.js';
import { drawLine } from '../text/draw.js';

/** A sequence: numbered steps or dates along a line, or a funnel of bars. */
export function laySteps(node: Steps, pen: Pen): void {
  const { sheet } = pen.world;
  const element = pen.element.child('L');
  const kind = node.kind ?? 'steps';
  element.attribute('List', 'ListNumbering', kind === 'steps' ? '/Decimal' : '/None');
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, element);
  }
  const caption = captionOf(node);
  const inner = pen.into(element);
  const from = pen.flow.items.length;
  if (caption) {
    inner.paragraph(inner.inline(caption.children, element.child('Caption'), sheet.caption), sheet.caption, { keep: true, balance: true });
    pen.flow.space(sheet.body.sizePt * 0.7, true);
  }
  const steps = bodyOf(node).filter((child) => is(child, 'step'));
  const figures = steps.map((step) => readFigure(step.value ?? '') ?? 0);
  const most = Math.max(...figures, 0);
  const starts: number[] = [];
  const whole = sheet.page.heightPt * 0.45;
  steps.forEach((step, index) => {
    starts.push(pen.flow.items.length);
    if (index > 0) pen.flow.space(sheet.paragraphGapPt);
    if (kind === 'funnel') layStage(step, inner, most > 0 ? figures[index]! / most : 0);
    else layStep(step, inner, kind === 'steps' ? String(index + 1) : undefined, index === steps.length - 1);
    if (index === 1) pen.flow.together(from, whole);
  });
  // Short ones are never parted; of long ones no step stands alone.
  // A funnel is seen as one figure.
  pen.flow.together(from, whole, kind === 'funnel' ? undefined : holeForTable);
  pen.flow.together(starts.at(-2) ?? from, whole);
  pen.flow.space(sheet.blockGapPt);
  pen.takeNotes(inner);
}

function layStep(step: Step, pen: Pen, number: string | undefined, last: boolean): void {
  const { sheet } = pen.world;
  const { palette, body } = sheet;
  const radius = number === undefined ? body.sizePt * 0.4 : body.sizePt * (number.length > 2 ? 1.2 : 0.95);
  const column = body.sizePt * (number === undefined ? 1.9 : 2.8);
  const item = pen.element.child('LI');
  const axis = pen.rtl ? pen.frame.x + pen.frame.width - body.sizePt : pen.frame.x + body.sizePt;
  const middle = body.leadPt / 2;
  if (number !== undefined) badge(pen, item, number, axis, middle, radius);
  else dot(pen, axis, middle, radius);
  const content = item.child('LBody');
  const inner = pen.into(content, { frame: { x: pen.frame.x + (pen.rtl ? 0 : column), width: pen.frame.width - column } });
  // The line that joins one step to the next.
  const surface: Surface = {
    padTop: 0,
    padBottom: last ? 0 : body.sizePt * 0.1,
    draw: (canvas, top, bottom) =>
      canvas.background(
        axis - 0.75,
        top + middle,
        1.5,
        Math.max(0, bottom - top - middle + (last ? 0 : sheet.paragraphGapPt + middle)),
        palette.rule,
      ),
  };
  if (!last) pen.flow.open(surface);
  stepText(step, inner);
  if (!last) pen.flow.close(surface);
  pen.takeNotes(inner);
}

function stepText(step: Step, pen: Pen, keep = false): void {
  const { sheet, report, places } = pen.world;
  if (step.id) {
    pen.flow.anchor(step.id);
    places.set(step.id, pen.element);
  }
  const quietBold = { ...sheet.body, bold: true, colour: sheet.palette.accent };
  if (step.when) {
    const { when } = step;
    pen.paragraph(
      pen.inline(() => pen.text(printWhen(when, report.meta.lang)), pen.element.child('P'), quietBold),
      quietBold,
      { keep: true },
    );
  }
  const caption = captionOf(step);
  const title = { ...sheet.body, bold: true, colour: sheet.palette.heading };
  if (caption)
    pen.paragraph(pen.inline(caption.children, pen.element.child('P'), title), title, {
      keep: bodyOf(step).length > 0 || step.value !== undefined,
    });
  if (step.value) {
    const { value } = step;
    pen.paragraph(
      pen.inline(() => pen.text(value), pen.element.child('P'), quietBold),
      quietBold,
      { keep: keep && bodyOf(step).length === 0 },
    );
  }
  for (const child of bodyOf(step)) {
    if (is(child, 'paragraph')) {
      pen.paragraph(pen.inline(child.children, pen.element.child('P'), sheet.body), sheet.body);
      pen.flow.space(sheet.body.sizePt * 0.4);
    } else pen.write(child);
  }
}

/** A stage of a funnel: its words, and a bar as long as its figure is large. */
function layStage(step: Step, pen: Pen, share: number): void {
  const { sheet } = pen.world;
  const content = pen.element.child('LI').child('LBody');
  const inner = pen.into(content);
  stepText(step, inner, share > 0);
  if (share > 0) {
    const { x, width } = pen.frame;
    pen.flow.space(sheet.body.sizePt * 0.25, true);
    pen.flow.box(sheet.body.sizePt * 0.8, (canvas, y) => {
      canvas.artifact('Layout');
      canvas.rect(
        pen.rtl ? x + width * (1 - share) : x,
        y,
        Math.max(3, width * share),
        sheet.body.sizePt * 0.8,
        sheet.palette.series[0]!,
        2,
      );
    });
  }
  pen.takeNotes(inner);
}

function badge(pen: Pen, item: ReturnType<Pen['element']['child']>, number: string, axis: number, middle: number, radius: number): void {
  const { palette, body } = pen.world.sheet;
  const spec = { ...body, bold: true, colour: palette.onPrimary };
  const runs = pen.inline(() => pen.text(`${number} `), item.child('Lbl'), spec);
  const [line] = pen.set(runs, 1000).lines;
  if (line === undefined) return;
  const baseline = baselineOf(spec, pen.world);
  pen.flow.withNextBox((box) => {
    const { draw } = box;
    box.draw = (canvas, y, height) => {
      disc(canvas, axis, y + middle, radius, palette.primary);
      drawLine(canvas, line, { x: axis - line.width / 2, y: y + baseline, rtl: false, link: pen.world.link });
      draw(canvas, y, height);
    };
  });
}

function dot(pen: Pen, axis: number, middle: number, radius: number): void {
  const { palette } = pen.world.sheet;
  pen.flow.withNextBox((box) => {
    const { draw } = box;
    box.draw = (canvas, y, height) => {
      disc(canvas, axis, y + middle, radius, palette.accent);
      draw(canvas, y, height);
    };
  });
}

function disc(canvas: Canvas, x: number, y: number, radius: number, colour: string): void {
  canvas.artifact('Layout');
  canvas.rect(x - radius, y - radius, radius * 2, radius * 2, colour, radius);
}
