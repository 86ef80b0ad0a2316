import type { Canvas } from '../engine/canvas.js';
import { fill } from '@everyread/core';
import type { FaceStyle } from '../text/face-book.js';
import { shapeText } from '../text/shape-text.js';
import type { World } from '../world.js';

/** The running header and the page number: artifacts of the page (PDF/UA-1 7.8). */
export function drawRunning(canvas: Canvas, world: World, page: number): void {
  const { sheet, report, words } = world;
  const { left, widthPt, heightPt, right } = sheet.page;
  const size = sheet.body.sizePt;
  const title = show(world, report.meta.title, 'regular', size);
  canvas.asArtifact('Header', () => {
    if (title.width > sheet.columnPt || sheet.largePrint) return;
    canvas.artifact('Header');
    const y = 44;
    let x = left;
    for (const { face, shaped } of title.parts) {
      canvas.text(x, y, { face, sizePt: size, colour: sheet.palette.quiet, risePt: 0 }, [shaped]);
      x += (shaped.width * size) / 1000;
    }
    canvas.rect(left, y + 8, sheet.columnPt, 0.75, sheet.palette.rule);
  });
  canvas.asArtifact('Footer', () => {
    canvas.artifact('Footer');
    const number = show(world, sheet.largePrint ? capital(fill(words.page, { n: page })) : String(page), 'bold', size);
    let x = sheet.largePrint ? widthPt / 2 - number.width / 2 : widthPt - right - number.width;
    for (const { face, shaped } of number.parts) {
      canvas.text(x, heightPt - (sheet.largePrint ? 28 : 34), { face, sizePt: size, colour: sheet.palette.text, risePt: 0 }, [shaped]);
      x += (shaped.width * size) / 1000;
    }
  });
}

function show(world: World, text: string, style: FaceStyle, size: number) {
  const parts = shapeText(world.book, text, style);
  return { parts, width: parts.reduce((sum, part) => sum + (part.shaped.width * size) / 1000, 0) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
