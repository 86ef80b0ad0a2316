import { chartData } from '../chart/data.js';
import { captionOf, is } from '../guards.js';
import { toText } from '../text.js';
import type { ReportNode } from '../types.js';
import type { AuditInput, Find } from './audit.js';
import { missingAlternative } from './missing-alternatives.js';

const generic =
  /^(?:an?\s+|the\s+)?(?:image|picture|photo(?:graph)?|graphic|icon|logo|chart|graph|figure|diagram|screenshot|untitled|alt(?: text)?|placeholder)(?:\s+of)?\.?$/i;
const fileName = /^[\w .()-]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$/i;
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
export function checkPictures({ nodes, limits }: AuditInput, find: Find): void {
  const bySource = new Map<string, string>();
  for (const { node } of nodes) {
    const picture = pictureOf(node);
    if (picture) checkPicture(picture, bySource, limits.altCharacters, find);
    if (is(node, 'chart')) checkChart(node, find);
  }
}

function checkPicture(
  { node, src, alt, decorative, caption, described }: Picture,
  bySource: Map<string, string>,
  mostCharacters: number,
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
  if (other !== undefined && other !== src) find('img-alt-dup', node, `${other} and ${src} have the same text alternative`);
  bySource.set(fold(text), src);
}

function checkChart(node: Extract<ReportNode, { type: 'chart' }>, find: Find): void {
  const data = chartData(node);
  if (
    data.labels.length === 0 ||
    data.series.length === 0 ||
    data.series.every((series) => series.values.every((value) => value === undefined))
  ) {
    find('chart-nodata', node, 'This chart has no table with figures');
    return;
  }
  if (node.unit !== '%' || (node.kind !== 'pie' && node.kind !== 'doughnut')) return;
  for (const series of data.series) {
    const total = series.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    if (Math.abs(total - 100) > 0.5) find('chart-sum', node, `The parts of this chart add up to ${Number(total.toFixed(2))}%, not 100%`);
  }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
}
