import { printWhen, toText } from '@everyread/core';
import type { Canvas } from '../engine/canvas.js';
import type { Element } from '../engine/structure.js';
import { boundFigure, drawPicture } from './figure.js';
import { writeLinked } from './link.js';
import { baselineOf, type Pen } from '../pen.js';
import { drawLine } from '../text/draw.js';
import type { SetParagraph } from '../text/paragraph.js';
import type { TextSpec } from '../design/sheet.js';
import type { LoadedImage } from '../world.js';

interface Part extends SetParagraph {
  spec: TextSpec;
  above: number;
}

/** The first page: the title as the one H1, who published the report and when, on the brand's colour. */
export function layCover(pen: Pen): void {
  const { sheet, report, words, images } = pen.world;
  const { meta } = report;
  const { palette, page } = sheet;
  const ink = palette.onPrimary;
  const size = sheet.body.sizePt;
  const picture = meta.cover ? images.get(meta.cover) : undefined;
  const shown = picture && 'image' in picture ? picture : undefined;
  const title = pen.element.child('H1');
  const room = page.heightPt * (shown ? 0.3 : 0.5);
  const runs = (spec: TextSpec) => pen.inline(() => pen.text(meta.title), title, spec);
  let head: Part | undefined;
  for (const factor of [3.4, 2.9, 2.4, 2, 1.6, 1.3, 1]) {
    const spec: TextSpec = {
      sizePt: size * Math.min(factor, sheet.largePrint ? 2.4 : factor),
      bold: true,
      colour: ink,
      leadPt: size * Math.min(factor, sheet.largePrint ? 2.4 : factor) * 1.15,
    };
    title.kids.length = 0;
    head = { ...pen.set(runs(spec), sheet.columnPt, { balance: true }), spec, above: 0 };
    if (head.lines.length * spec.leadPt <= room && head.lines.every((line) => line.width <= sheet.columnPt + 0.01)) break;
  }
  if (head && head.lines.length * head.spec.leadPt > page.heightPt - page.top - page.bottom) {
    pen.element.kids.pop();
    layWithoutCover(pen, shown);
    return;
  }
  const parts: Part[] = head ? [head] : [];
  const add = (
    text: string | (() => void) | undefined,
    factor: number,
    bold: boolean,
    above: number,
    colour = ink,
    width = sheet.columnPt,
  ): void => {
    if (!text) return;
    const spec: TextSpec = { sizePt: size * factor, bold, colour, leadPt: size * factor * 1.35 };
    const own = pen.inline(typeof text === 'string' ? () => pen.text(text) : text, pen.element.child('P'), spec);
    parts.push({ ...pen.set(own, width), spec, above });
  };
  add(meta.subtitle, sheet.largePrint ? 1.2 : 1.5, false, size * 1.2);
  const foot = parts.length;
  const logo = coverLogo(pen, shown !== undefined);
  const addFoot = (colour: string, width: number): void => {
    add(meta.publisher ?? meta.author, 1.1, true, 0, colour, width);
    if (meta.publisher && meta.author && !meta.publisher.includes(meta.author)) add(meta.author, 1, false, size * 0.2, colour, width);
    add(meta.date ? printWhen(meta.date, meta.lang) : undefined, 1, false, size * 0.2, colour, width);
    if (report.edition.name === 'large-print') add(words.largePrint, 1, true, size * 0.6, colour, width);
    add(contactOf(pen, colour), 1, false, size * 0.6, colour, width);
    add(meta.rights, 1, false, size * 0.2, colour, width);
  };
  const height = (from: number, to: number): number =>
    parts.slice(from, to).reduce((sum, part) => sum + part.above + part.lines.length * part.spec.leadPt, 0);
  const elements = pen.element.kids.length;
  // Words give way to the logo beside them.
  addFoot(ink, sheet.columnPt - (logo?.beside ?? 0));
  const footTop = page.heightPt - page.bottom - size - height(foot, parts.length);
  /** The lowest place at which the title may begin. */
  const lowest = footTop - height(0, foot) - size;
  // A title that fills the page: what stands at the foot follows on the next.
  const parted = lowest < size;
  if (parted) {
    parts.length = foot;
    pen.element.kids.length = elements;
    addFoot(palette.text, sheet.columnPt);
  }
  const below = size * 3;
  // Beside a very long title a picture has no room: it follows on the next page.
  const onCover = shown && lowest - below >= 100 ? shown : undefined;
  const picturePlace = shown && meta.coverAlt ? pen.element.child('Figure', { alt: meta.coverAlt }) : undefined;
  const logoPlace = logo?.place();

  pen.flow.box(page.heightPt - page.top - page.bottom, (canvas) => {
    canvas.background(0, 0, page.widthPt, page.heightPt, palette.primary);
    canvas.background(0, page.heightPt - 14, page.widthPt, 15, palette.accent);
    let top = parted ? page.top : Math.min(page.heightPt * 0.3, lowest);
    if (onCover) top = coverPicture(canvas, onCover, pen, picturePlace, lowest - below) + below;
    else if (top > size * 4) canvas.background(page.left, top - size * 2.2, size * 4.5, 7, ink);
    drawParts(canvas, parts.slice(0, foot), top, pen);
    if (!parted) {
      drawParts(canvas, parts.slice(foot), footTop, pen);
      logo?.draw(canvas, logoPlace);
    }
  });
  pen.flow.page();
  if (parted) {
    pen.flow.box(page.heightPt - page.top - page.bottom, (canvas) => {
      drawParts(canvas, parts.slice(foot), page.top, pen);
      logo?.draw(canvas, logoPlace);
    });
    pen.flow.page();
  }
  if (shown && !onCover) {
    drawPicture(pen, shown, picturePlace, false);
    pen.flow.space(sheet.blockGapPt);
  }
}

/** The title at the head of the first page, as the one H1, and below it what stands on covers. */
export function layTitle(pen: Pen): void {
  const { sheet, report, words } = pen.world;
  const { meta } = report;
  const spec = sheet.headings[0]!;
  const runs = pen.inline(() => pen.text(meta.title), pen.element.child('H1'), spec);
  pen.paragraph(runs, spec, { keep: true, together: true, balance: true });
  pen.flow.space(sheet.paragraphGapPt, true);
  const lines = [
    meta.subtitle,
    meta.publisher ?? meta.author,
    meta.publisher && meta.author && !meta.publisher.includes(meta.author) ? meta.author : undefined,
    meta.date ? printWhen(meta.date, meta.lang) : undefined,
    report.edition.name === 'large-print' ? words.largePrint : undefined,
    contactOf(pen, sheet.palette.link),
    meta.rights,
  ];
  for (const line of lines) {
    if (!line) continue;
    pen.paragraph(pen.inline(typeof line === 'string' ? () => pen.text(line) : line, pen.element.child('P'), sheet.body), sheet.body);
    pen.flow.space(sheet.paragraphGapPt * 0.5);
  }
  pen.flow.space(sheet.blockGapPt);
}

/** Writes how to ask for another format, its addresses in a colour that stands out from what is below. */
function contactOf(pen: Pen, colour: string): (() => void) | undefined {
  const { contact } = pen.world.report;
  return (
    contact &&
    (() => {
      for (const node of contact.children) {
        if (node.type === 'link') writeLinked(pen, { url: node.url, text: toText(node), colour }, node.children);
        else pen.write(node);
      }
    })
  );
}

/** A title that no cover holds: everything that stands on covers, one below the other. */
function layWithoutCover(pen: Pen, picture: Shown | undefined): void {
  const { meta } = pen.world.report;
  layTitle(pen);
  if (picture) drawPicture(pen, picture, meta.coverAlt ? pen.element.child('Figure', { alt: meta.coverAlt }) : undefined, false);
  pen.flow.page();
}

function drawParts(canvas: Canvas, parts: readonly Part[], top: number, pen: Pen): void {
  const { page, columnPt } = pen.world.sheet;
  let y = top;
  for (const part of parts) {
    y += part.above;
    for (const line of part.lines) {
      drawLine(canvas, line, {
        x: part.rtl ? page.left + columnPt - line.width : page.left,
        y: y + baselineOf(part.spec, pen.world),
        rtl: part.rtl,
        link: pen.world.link,
      });
      y += part.spec.leadPt;
    }
  }
}

type Shown = Extract<LoadedImage, { image: unknown }>;

/** The cover picture at the top, as wide as the page where its height allows; returns where it ends. */
function coverPicture(canvas: Canvas, shown: Shown, pen: Pen, figure: Element | undefined, mostPt: number): number {
  const { widthPt, heightPt, left: columnLeft } = pen.world.sheet.page;
  const full = widthPt / shown.widthPt;
  const high = Math.min(heightPt * 0.42, mostPt) / shown.heightPt;
  // Rather a little higher than with a strip beside it.
  const scale = full <= high * 1.2 && full * shown.heightPt <= mostPt ? full : Math.min(full, high);
  const width = shown.widthPt * scale;
  const height = shown.heightPt * scale;
  if (figure) canvas.mark(figure.leaf());
  else canvas.artifact('Background');
  // One that is not as wide as the page stands above the words, or ends with the page.
  const left = Math.max(0, Math.min(columnLeft, widthPt - width));
  canvas.image(shown.image, left, 0, width, height);
  if (figure) boundFigure(figure, canvas, left, 0, width, height);
  return height;
}

interface CoverLogo {
  /** What it takes of the width of the words at the foot. */
  beside: number;
  /** Makes its element, in reading order. */
  place(): Element | undefined;
  draw(canvas: Canvas, figure: Element | undefined): void;
}

/** The logo on white: at the top, or beside the publisher where a picture has the top. */
function coverLogo(pen: Pen, below: boolean): CoverLogo | undefined {
  const { sheet, images, logo } = pen.world;
  const loaded = logo ? images.get(logo.path) : undefined;
  if (logo === undefined || loaded === undefined || !('image' in loaded)) return undefined;
  const scale = Math.min(150 / loaded.widthPt, 64 / loaded.heightPt);
  const width = loaded.widthPt * scale;
  const height = loaded.heightPt * scale;
  const { page } = sheet;
  const x = below ? page.widthPt - page.right - width - 24 : page.left;
  const y = below ? page.heightPt - page.bottom - sheet.body.sizePt - height - 20 : 44;
  return {
    beside: below ? width + 24 + sheet.body.sizePt : 0,
    place: () => (logo.alt === '' ? undefined : pen.element.child('Figure', { alt: logo.alt })),
    draw(canvas, figure) {
      canvas.background(x, y, width + 24, height + 20, '#ffffff', 6);
      if (figure) canvas.mark(figure.leaf());
      else canvas.artifact('Layout');
      canvas.image(loaded.image, x + 12, y + 10, width, height);
      if (figure) boundFigure(figure, canvas, x + 12, y + 10, width, height);
    },
  };
}
