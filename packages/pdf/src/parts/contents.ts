import type { OutlineEntry } from '@everyread/core';
import type { Element } from '../engine/structure.js';
import { baselineOf, type Pen } from '../pen.js';
import { drawLine } from '../text/draw.js';
import type { LinkTarget, Run } from '../text/run.js';

/** The list of sections with their pages in this PDF. */
export function layContents(pen: Pen, depth: number): void {
  const { sheet, report, words } = pen.world;
  const entries = report.outline;
  if (entries.length === 0) return;
  const atStart = !pen.flow.items.some((item) => item.kind === 'box' || item.kind === 'late') || pen.flow.items.at(-1)?.kind === 'page';
  const toc = pen.element.child('TOC');
  const title = sheet.headings[1]!;
  pen.flow.space(sheet.blockGapPt);
  pen.paragraph(
    pen.inline(() => pen.text(words.contents), toc.child('Caption'), title),
    title,
    { keep: true },
  );
  const heading = pen.flow.items.findLast((item) => item.kind === 'box');
  pen.flow.space(sheet.body.sizePt * 1.4, true);
  const shown = flatten(entries, depth);
  layEntries(pen, toc, entries, 1, depth, shown.at(-2));
  // A short list shares its page with the text; a long one has the page to itself, but for its last lines on a further page.
  if (atStart && shown.length > 10) pen.flow.page(heading);
  pen.flow.space(sheet.blockGapPt);
}

function flatten(entries: readonly OutlineEntry[], depth: number): OutlineEntry[] {
  return depth < 1 ? [] : entries.flatMap((entry) => [entry, ...flatten(entry.children, depth - 1)]);
}

/** @param lastButOne - stays with the last entry, which would stand on a page of its own */
function layEntries(
  pen: Pen,
  toc: Element,
  entries: readonly OutlineEntry[],
  level: number,
  depth: number,
  lastButOne: OutlineEntry | undefined,
): void {
  const { sheet } = pen.world;
  entries.forEach((entry, index) => {
    pen.flow.space(level === 1 ? sheet.body.sizePt * (sheet.largePrint ? 0.7 : 0.55) : sheet.body.sizePt * (sheet.largePrint ? 0.5 : 0.2));
    const opens = entry.children.length > 0 && level < depth;
    const keepNext = (level === 1 && index < 2) || opens || entry === lastButOne;
    layEntry(pen, toc.child('TOCI', { lang: entry.lang }), entry, level, keepNext);
    if (opens) layEntries(pen, toc.child('TOC'), entry.children, level + 1, depth, lastButOne);
  });
}

function layEntry(pen: Pen, item: Element, entry: OutlineEntry, level: number, keepNext: boolean): void {
  const { sheet, options, book, words } = pen.world;
  const element = item.child(options.ua2 ? 'P' : 'Reference').child('Link');
  item.refersTo = () => pen.world.places.get(entry.id);
  const link: LinkTarget = { element, target: entry.id, contents: words.linkPlace.replace('{text}', entry.text) };
  const spec = { ...sheet.body, bold: level === 1, colour: level === 1 ? sheet.palette.heading : sheet.palette.text };
  const indent = sheet.body.sizePt * 1.3 * (level - 1);
  const numberWidth = (book.main('bold').shape('000').width * spec.sizePt) / 1000;
  const gap = sheet.body.sizePt;
  const frame = { x: pen.frame.x + (pen.rtl ? numberWidth + gap : indent), width: pen.frame.width - indent - numberWidth - gap };
  const text = pen.inline(() => pen.text(`${entry.text} `, { link }), element, spec);
  const number = pen.inline(() => pen.text(() => String(pen.world.pageOf(entry.id) ?? 88), { link, leaf: element.leaf() }), element, spec);
  const inner = pen.into(item, { frame });
  const { lines, rtl } = inner.set(text, frame.width);
  const baseline = baselineOf(spec, pen.world);
  link.page = entry.id;
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    const x = rtl ? frame.x + frame.width - line.width : frame.x;
    pen.flow.box(
      spec.leadPt,
      (canvas, y) => {
        drawLine(canvas, line, { x, y: y + baseline, rtl, link: pen.world.link });
        if (!last) return;
        const [shown] = pen.set(number as Run[], 1000).lines;
        if (shown === undefined) return;
        const right = pen.frame.x + pen.frame.width;
        const numberX = pen.rtl ? pen.frame.x : right - shown.width;
        leader(pen, rtl ? numberX + shown.width : x + line.width, rtl ? x : numberX, (from, to) => {
          canvas.artifact('Layout');
          canvas.path(`${from.toFixed(2)} ${(y + baseline - 1).toFixed(2)} m ${to.toFixed(2)} ${(y + baseline - 1).toFixed(2)} l`, {
            stroke: sheet.palette.rule,
            widthPt: 1,
            dash: [1, 3],
          });
        });
        drawLine(canvas, shown, { x: numberX, y: y + baseline, rtl: false, link: pen.world.link });
      },
      { keep: !last || keepNext },
    );
  });
}

function leader(pen: Pen, from: number, to: number, draw: (from: number, to: number) => void): void {
  const gap = pen.world.sheet.body.sizePt * 0.5;
  if (to - from > gap * 4) draw(from + gap, to - gap);
}
