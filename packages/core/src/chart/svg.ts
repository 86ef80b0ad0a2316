import type { Drawing, Shape } from './drawing.js';
import { px } from './drawing.js';

/** What a drawing is called. */
export interface SvgOptions {
  /** Prefix of the ids of title and description, unique in the document that the SVG stands in. */
  id: string;
  /** The name of the chart. */
  title: string;
  /** What it shows, in words. */
  description: string;
  fontFamily: string;
}

/** Prints a drawing as an SVG document whose name and description assistive technology reads (SVG-AAM 1.0). */
export function drawingToSvg(drawing: Drawing, options: SvgOptions): string {
  const { widthPx, heightPx } = drawing;
  const id = escapeXml(options.id);
  const shapes = drawing.shapes.map(shapeToSvg).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${px(widthPx)}" height="${px(heightPx)}" viewBox="0 0 ${px(widthPx)} ${px(heightPx)}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" font-family="${escapeXml(options.fontFamily)}">
<title id="${id}-title">${escapeXml(options.title)}</title>
<desc id="${id}-description">${escapeXml(options.description)}</desc>
${shapes}
</svg>
`;
}

function shapeToSvg(shape: Shape): string {
  if (shape.kind === 'text') {
    const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
    const weight = shape.weight === 'bold' ? ' font-weight="700"' : '';
    return `<text x="${px(shape.xPx)}" y="${px(shape.yPx)}" font-size="${px(shape.sizePx)}"${anchor}${weight} fill="${escapeXml(shape.fill)}">${escapeXml(shape.value)}</text>`;
  }
  const stroke =
    shape.stroke === undefined
      ? ''
      : ` stroke="${escapeXml(shape.stroke)}" stroke-width="${px(shape.strokeWidthPx ?? 1)}" stroke-linejoin="round"`;
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash.map(px).join(' ')}"` : '';
  return `<path d="${shape.d}" fill="${escapeXml(shape.fill ?? 'none')}"${stroke}${dash}/>`;
}

/** Makes text safe in XML 1.0: markup is escaped, characters that XML forbids are dropped (XML 1.0, 2.2). */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
