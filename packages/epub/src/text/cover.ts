import type { Meta, Palette } from '@everyread/core';
import { el, xmlFile, type Markup } from '../xml.js';

const width = 1200;
const height = 1800;

/** Cuts a title into lines of about so many characters, at blanks; a longer word stands alone. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * A cover for a report that has none: the title on the brand's colour. The words are text, for shelves that read
 * them; sizes fall with the length of the title so that nothing is cut off.
 */
export function drawCover(meta: Meta, palette: Palette): Uint8Array {
  const title = meta.title.replace(/\s+/g, ' ').slice(0, 240);
  const longest = Math.max(...title.split(' ').map((word) => word.length));
  const sizePx = Math.max(
    44,
    Math.min(title.length < 30 ? 124 : title.length < 80 ? 96 : 70, Math.floor(1000 / (Math.max(longest, 8) * 0.6))),
  );
  const lines = wrapWords(title, Math.floor(1000 / (sizePx * 0.58)));
  const subtitle = wrapWords((meta.subtitle ?? '').slice(0, 160), 38).filter((line) => line !== '');
  const by = wrapWords((meta.publisher ?? meta.author ?? '').slice(0, 120), 40).filter((line) => line !== '');
  const text = (value: string, y: number, size: number, weight: 'bold' | 'normal', fill: string): Markup =>
    el('text', { x: '100', y: String(Math.round(y)), 'font-size': String(size), 'font-weight': weight, fill }, value);
  const titleTop = 500;
  const afterTitle = titleTop + lines.length * sizePx * 1.2;
  const root = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      'epub:type': 'cover',
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
      'font-family': "'Atkinson Hyperlegible Next', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
    },
    el('title', {}, meta.title),
    el('rect', { width: String(width), height: String(height), fill: palette.primary }),
    el('path', { d: `M${width} 0v340a340 340 0 0 1-340-340z`, fill: palette.onPrimary, 'fill-opacity': '0.16' }),
    el('path', { d: `M0 ${height}v-300a300 300 0 0 1 300 300z`, fill: palette.onPrimary, 'fill-opacity': '0.16' }),
    el('path', { d: `M300 ${height}a300 300 0 0 1 300-300v300z`, fill: palette.onPrimary, 'fill-opacity': '0.08' }),
    lines.map((line, index) => text(line, titleTop + index * sizePx * 1.2, sizePx, 'bold', palette.onPrimary)),
    el('rect', { x: '100', y: String(Math.round(afterTitle - sizePx * 0.55)), width: '160', height: '12', fill: palette.onPrimary }),
    subtitle.map((line, index) => text(line, afterTitle + 70 + index * 64, 52, 'normal', palette.onPrimary)),
    by.map((line, index) => text(line, height - 360 - (by.length - 1 - index) * 56, 46, 'normal', palette.onPrimary)),
  );
  return xmlFile(root);
}
