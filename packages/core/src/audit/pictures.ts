import { chartData, type ChartData, type ChartSeries } from '../chart/data.js';
import { captionOf, is } from '../guards.js';
import { isLanguageTag } from '../meta.js';
import { toText } from '../text.js';
import type { Chart, ReportNode } from '../types.js';
import type { AuditInput, Find } from './audit.js';
import { missingAlternative } from './missing-alternatives.js';

const generic =
  /^(?:an?\s+|the\s+)?(?:image|picture|photo(?:graph)?|graphic|icon|logo|chart|graph|figure|diagram|screenshot|untitled|alt(?: text)?|placeholder|grafik|llun)(?:\s+of|[-_ ]?\d+)?\.?$/i;
const fileName = /^(?:.*[\\/])?[\w .()-]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$/i;
const cameraName = /^(?:IMG|DSC|PXL|DCIM|image|photo)[-_ ]?\d+$/i;
const holdsText = /\b(?:screenshot|screen shot|scan(?:ned)? (?:copy|of)|text (?:reads|says)|which reads|reading[:,] ?[“"'])/i;

interface Picture {
  node: ReportNode;
  src: string;
  alt: string | null | undefined;
  decorative: boolean;
  caption: string;
  described: boolean;
}

function pictureOf(node: ReportNode): Picture | undefined {
  if (is(node, 'image')) return { node, src: node.url, alt: node.alt, decorative: false, caption: node.title ?? '', described: false };
  if (!is(node, 'figure')) return undefined;
  const caption = captionOf(node);
  return {
    node,
    src: node.src,
    alt: node.alt,
    decorative: node.decorative === true,
    caption: caption ? toText(caption) : '',
    described: node.children.some((child) => child !== caption),
  };
}

/** Pictures and charts: each has something in its place for those who do not see it. */
export function checkPictures({ nodes, all, limits, samePicture }: AuditInput, find: Find): void {
  const bySource = new Map<string, string>();
  nodes.forEach(({ node }) => {
    const picture = pictureOf(node);
    if (picture) checkPicture(picture, bySource, { altCharacters: limits.altCharacters, samePicture }, find);
  });
  for (const { node, lang } of all('chart')) checkChart(node, lang, find);
}

function checkPicture(
  { node, src, alt, decorative, caption, described }: Picture,
  bySource: Map<string, string>,
  { altCharacters: mostCharacters, samePicture }: { altCharacters: number; samePicture: AuditInput['samePicture'] },
  find: Find,
): void {
  if (decorative) {
    if (alt) find('missing-alt', node, 'The picture is marked decorative and has a text alternative', 'Remove one of the two.');
    return;
  }
  const text = (alt ?? '').trim();
  if (text === '') {
    find(
      'missing-alt',
      node,
      missingAlternative(src),
      is(node, 'image') ? 'Write it between the square brackets: ![what the picture tells](file).' : undefined,
    );
    return;
  }
  if (fileName.test(text) || cameraName.test(text) || text === src)
    find('img-alt-filename', node, `The text alternative “${text}” is a file name`);
  else if (generic.test(text)) find('img-alt-generic', node, `The text alternative “${text}” does not say what the picture tells`);
  if (text.length > mostCharacters) find('img-alt-long', node, `The text alternative has ${text.length} characters`);
  if (caption !== '' && fold(caption) === fold(text)) find('img-alt-caption-same', node, 'The text alternative is the same as the caption');
  if (holdsText.test(text) && !described) find('img-text', node, 'The text alternative says that the picture holds text');
  const other = bySource.get(fold(text));
  if (other !== undefined && other !== src && !samePicture(other, src))
    find('img-alt-dup', node, `${other} and ${src} have the same text alternative`);
  bySource.set(fold(text), src);
}

function checkChart(node: Extract<ReportNode, { type: 'chart' }>, lang: string, find: Find): void {
  const data = chartData(node);
  if (
    data.labels.length === 0 ||
    data.series.length === 0 ||
    data.series.every((series) => series.values.every((value) => value === undefined))
  ) {
    find('chart-nodata', node, 'This chart has no table with figures');
    return;
  }
  checkFigures(node, lang, find);
  if (node.kind === 'pie' || node.kind === 'doughnut') for (const series of data.series) checkParts(node, data, series, find);
}

const sumRow = /^(?:(?:grand |sub-?)?total|sum|all|cyfanswm|gesamt|insgesamt|summe|total général|totale?|razem|suma)\b/i;

/** What a ring is cut into must be the parts of its whole, and all of them. */
function checkParts(node: Chart, { labels }: ChartData, { values, texts }: ChartSeries, find: Find): void {
  const figures = values.filter((value) => value !== undefined);
  const total = figures.reduce((sum, value) => sum + value, 0);
  const last = figures.at(-1);
  if (figures.length > 2 && sumRow.test(labels.at(-1) ?? '') && last !== undefined && Math.abs(total - 2 * last) <= roundingOf(texts)) {
    find(
      'chart-sum',
      node,
      `“${labels.at(-1)!}” is drawn as a part of this chart, beside the parts that it is the sum of`,
      'Remove that row; say the sum in the caption.',
    );
    return;
  }
  const inPercent = node.unit === '%' || texts.filter((text) => /\d/.test(text)).every((text) => /%\s*$/.test(text));
  if (inPercent && Math.abs(total - 100) > roundingOf(texts))
    find('chart-sum', node, `The parts of this chart add up to ${Number(total.toFixed(2))}%, not 100%`);
}

/**
 * How far a sum of rounded figures may be from their rounded sum: less than half of the last digit for each. Thirds of 33% are 99%, and
 * nobody's mistake.
 */
function roundingOf(texts: readonly string[]): number {
  const places = texts.map((text) => /\d[.,](\d{1,2})(?!\d)/.exec(text)?.[1]?.length ?? 0);
  const step = 10 ** -Math.max(0, ...places);
  const figures = texts.filter((text) => /\d/.test(text)).length;
  return (Math.ceil(figures / 2) - 1) * step + step / 100;
}

/** Words that multiply the figure before them, which the drawing does not know. */
const multiplier = /\d\s*(k|m|mn|bn|thousand|million|billion)\b/i;

/** Every cell of a chart is drawn as one figure: a cell that holds another, or none, would be drawn wrongly or not at all. */
function checkFigures(node: Extract<ReportNode, { type: 'chart' }>, lang: string, find: Find): void {
  const table = node.children.find((child) => is(child, 'table'));
  if (!is(table, 'table')) return;
  const cells = table.children
    .slice(1)
    .flatMap((row) => row.children.slice(1).map((cell) => ({ cell, text: toText(cell).trim() })))
    .filter(({ text }) => !/^[-–—]?$/.test(text));
  const multipliers = new Set(cells.map(({ text }) => multiplier.exec(text)?.[1]?.toLowerCase()));
  for (const { cell, text } of cells) {
    const figures = text.match(/\d[\d.,\u00a0\u202f ]*/g) ?? [];
    if (figures.length === 0) find('chart-figure', cell, `“${text.slice(0, 40)}” is not a figure: nothing is drawn for it`);
    else if (figures.length > 1) find('chart-figure', cell, `“${text.slice(0, 40)}” holds more than one figure: only the first is drawn`);
    else if (multipliers.size > 1)
      find('chart-figure', cell, `“${text.slice(0, 40)}” is drawn without the word that multiplies it, here or in another cell`);
    else if (/^\d+[.,]\d{3}$/.test(figures[0]!.trim()) && decimalComma(lang))
      find('chart-figure', cell, `“${text.slice(0, 40)}” can be read as two figures`, 'Write a blank between thousands, such as 1 234.');
  }
}

function decimalComma(lang: string): boolean {
  return (
    isLanguageTag(lang) && new Intl.NumberFormat(lang).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
  );
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
}
