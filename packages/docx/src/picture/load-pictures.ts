import {
  type Chart,
  childrenOf,
  type Context,
  drawChart,
  drawingToSvg,
  is,
  loadAsset,
  type PreparedReport,
  type ReportNode,
  ruleMessage,
  walk,
} from '@everyread/core';
import { stillPicture } from '@everyread/pictures';
import type { Node } from 'unist';
import type { Design } from '../design.js';
import type { Typeface } from '../font/typeface.js';
import { docxRules } from '../messages.js';
import type { Picture } from './picture.js';
import { chartRoom } from './chart-room.js';
import { rasterise } from './rasterise.js';

/** Pictures and charts, opened before the text is set, which then needs no waiting. */
export interface LoadedPictures {
  pictures: Map<string, Picture>;
  charts: Map<Chart, Picture>;
}

/** Pixels for each point: 240 to the inch, sharp in print. */
const sharpness = 240 / 72;

/** Opens every picture that the report uses and draws its charts. What can't be opened is a message. */
export async function loadPictures(
  report: PreparedReport,
  design: Design,
  typeface: Typeface,
  context: Pick<Context, 'assets' | 'message' | 'signal'>,
): Promise<LoadedPictures> {
  const pictures = new Map<string, Picture>();
  const charts = new Map<Chart, Picture>();
  const wanted = new Map<string, Node | undefined>();
  const seen: Chart[] = [];
  const look = (node: ReportNode): void => {
    if (is(node, 'image')) wanted.set(node.url, wanted.get(node.url) ?? node);
    else if (is(node, 'figure')) wanted.set(node.src, wanted.get(node.src) ?? node);
    else if (is(node, 'card') && node.src) wanted.set(node.src, wanted.get(node.src) ?? node);
    else if (is(node, 'chart')) seen.push(node);
  };
  walk(report.root.children, look);
  for (const note of report.notes) walk(childrenOf(note.definition), look);
  if (report.meta.cover) wanted.set(report.meta.cover, undefined);
  if (report.meta.theme?.logo) wanted.set(report.meta.theme.logo, undefined);
  if (!report.edition.images) return { pictures, charts };
  for (const [path, node] of wanted) {
    if (path === '') continue;
    context.signal.throwIfAborted();
    const picture = await loadPicture(path, node, typeface, context);
    if (picture !== undefined) pictures.set(path, { ...picture, path });
  }
  for (const chart of seen) {
    const picture = await chartPicture(chart, report, design, typeface);
    if (picture !== undefined) charts.set(chart, picture);
  }
  return { pictures, charts };
}

async function loadPicture(
  path: string,
  node: Node | undefined,
  typeface: Typeface,
  context: Pick<Context, 'assets' | 'message'>,
): Promise<Picture | undefined> {
  const asset = await loadAsset(path, context.assets, (reason, note) =>
    context.message(ruleMessage(docxRules['docx-picture-missing'], { node, source: 'docx', reason, ...(note ? { note } : {}) })),
  );
  if (!asset) return undefined;
  const refuse = (reason: string): undefined => {
    context.message(ruleMessage(docxRules['docx-picture-format'], { node, source: 'docx', reason: `Word can’t show ${path}: ${reason}` }));
  };
  // A CSS pixel is three quarters of a point.
  const widthPt = (asset.width ?? 400) * 0.75;
  const heightPt = (asset.height ?? 300) * 0.75;
  switch (asset.mediaType) {
    case 'image/png':
      return { type: 'png', data: asset.body, widthPt, heightPt };
    case 'image/jpeg':
      return { type: 'jpg', data: asset.body, widthPt, heightPt };
    case 'image/gif':
      return { type: 'gif', data: asset.body, widthPt, heightPt };
    case 'image/webp': {
      const still = await stillPicture(asset);
      if ('fault' in still) return refuse(`it ${still.fault}`);
      if (still.isAnimated)
        context.message(
          ruleMessage(docxRules['docx-picture-still'], {
            node,
            source: 'docx',
            reason: `Of the moving picture ${path} Word shows the first frame`,
          }),
        );
      return { type: 'png', data: still.png.body, widthPt: (still.png.width ?? 0) * 0.75, heightPt: (still.png.height ?? 0) * 0.75 };
    }
    case 'image/svg+xml': {
      const width = Math.min(3000, Math.max(widthPt, 300) * sharpness);
      try {
        return {
          type: 'png',
          data: await rasterise(new TextDecoder().decode(asset.body), fontsOf(typeface), typeface.family, width),
          widthPt,
          heightPt,
        };
      } catch (cause) {
        context.message(
          ruleMessage(docxRules['docx-picture-missing'], {
            node,
            source: 'docx',
            reason: `The drawing ${path} can’t be drawn: ${cause instanceof Error ? cause.message.split('\n')[0]! : String(cause)}`,
          }),
        );
        return undefined;
      }
    }
    default:
      return refuse(`it is ${asset.mediaType}`);
  }
}

/** A chart at the width of the column, its words no smaller than the text; as bars where its own kind would be taller than a page. */
async function chartPicture(chart: Chart, report: PreparedReport, design: Design, typeface: Typeface): Promise<Picture | undefined> {
  const widthPt = design.textWidth / 20;
  const options = {
    widthPx: widthPt / 0.75,
    textSizePx: design.sizePt / 0.75,
    palette: design.palette,
    words: report.words,
  };
  const own = drawChart(chart, options);
  const bars = own.heightPx * 0.75 > chartRoom(design) ? drawChart({ ...chart, kind: 'bar' }, options) : own;
  const drawing = bars.heightPx < own.heightPx ? bars : own;
  const svg = drawingToSvg(drawing, { id: 'chart', title: '', description: '', fontFamily: typeface.family });
  const heightPt = drawing.heightPx * 0.75;
  // Made smaller it would have smaller words: large print says the figures in a sentence and a table instead (bar 12).
  if (design.large && heightPt > chartRoom(design)) return undefined;
  return { type: 'png', data: await rasterise(svg, fontsOf(typeface), typeface.family, widthPt * sharpness), widthPt, heightPt };
}

const fontsOf = (typeface: Typeface): Uint8Array[] => [typeface.files.regular, ...(typeface.files.bold ? [typeface.files.bold] : [])];
