import { createHash } from 'node:crypto';
import { captionOf, childrenOf, toText, walk, type Asset, type Assets, type Report, type ReportNode } from '@everyread/core';

/** A picture of a report, as the review sheet lists it. */
export interface SheetPicture {
  /** From 1, in the order of the report. */
  number: number;
  node: Extract<ReportNode, { type: 'image' | 'figure' | 'card' }>;
  file: string;
  line: number | undefined;
  section: string;
  /** Caption, or the words around it. */
  context: string;
  alt: string;
  decorative: boolean;
  /** Absent where the file can't be opened; the audit says why. */
  asset?: Asset;
  /** Changes when the picture or its alternative does: a sheet of an old report is known by it. */
  mark: string;
}

/** Lists the pictures of a report in its order. */
export async function sheetPictures(report: Report, assets: Assets): Promise<SheetPicture[]> {
  const found: Omit<SheetPicture, 'asset' | 'mark'>[] = [];
  let section = '';
  let block: ReportNode | undefined;
  walk(report.root.children as ReportNode[], (node) => {
    if (node.type === 'heading') section = toText(node);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') block = node;
    const file = node.type === 'image' ? node.url : node.type === 'figure' || node.type === 'card' ? node.src : undefined;
    if (file === undefined || (node.type !== 'image' && node.type !== 'figure' && node.type !== 'card')) return;
    const caption = node.type === 'image' ? undefined : captionOf(node);
    const around = node.type === 'image' ? block : caption;
    found.push({
      number: found.length + 1,
      node,
      file,
      line: node.position?.start.line,
      section,
      // A picture’s own words are no context of it.
      context: excerpt(around ? toText(childrenOf(around).filter((child) => child !== node)) : ''),
      alt: node.alt ?? '',
      decorative: node.type === 'figure' && node.decorative === true,
    });
  });
  return Promise.all(
    found.map(async (picture) => {
      const asset = await assets.load(picture.file).catch(() => undefined);
      const hash = createHash('sha256').update(`${picture.file}\0${picture.alt}\0${picture.decorative}\0`);
      if (asset) hash.update(asset.body);
      return { ...picture, ...(asset ? { asset } : {}), mark: hash.digest('hex').slice(0, 16) };
    }),
  );
}

function excerpt(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 240 ? `${words.slice(0, 239)}…` : words;
}
