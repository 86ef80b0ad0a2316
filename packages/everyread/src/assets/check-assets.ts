import { EveryreadError, is, ruleMessage, walk, type Asset, type Assets, type PlaceOfMeta, type Report } from '@everyread/core';
import type { Node } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { AssetError } from './asset-error.js';
import { assetRules, type AssetRuleId } from './rules.js';

interface Use {
  path: string;
  for: 'picture' | 'typeface';
  /** The node that uses it, or the way to what names it in the front matter. */
  by: Node | readonly string[];
}

/** From here on a picture is heavy: several times what one that fills a page of print needs. */
const heavyBytes = 3e6;

/** From here on all pictures together are heavy: many a mailbox takes no more. */
const heavySumBytes = 20e6;

const megabytes = (bytes: number): string => (bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 });

/**
 * Opens every file that a report uses before anything is made, so that a wrong one is a message with a place, and a heavy one too.
 *
 * @param placeOf - where the source names the cover, the logo and the typeface
 * @param opened - hears the bytes of each picture that could be opened
 * @throws what the resolver throws for other reasons than the file, such as a failing disk
 */
export async function checkAssets(
  report: Report,
  assets: Assets,
  placeOf?: PlaceOfMeta,
  opened?: (path: string, body: Uint8Array) => void,
): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = [];
  const say = (rule: AssetRuleId, reason: string, by: Use['by'] = []): void => {
    const place = 'type' in by ? { node: by } : { place: placeOf?.(by) ?? { line: 1, column: 1 } };
    messages.push(ruleMessage(assetRules[rule], { reason, source: 'everyread', ...place }));
  };
  const pictures = new Map<string, number>();
  for (const use of usesOf(report)) {
    const found = await openUse(use, assets);
    if (found instanceof AssetError) {
      say(found.ruleId, found.message, use.by);
      continue;
    }
    if (use.for === 'typeface' || pictures.has(use.path)) continue;
    const bytes = found.body.byteLength;
    pictures.set(use.path, bytes);
    opened?.(use.path, found.body);
    if (bytes > heavyBytes) say('image-heavy', `The picture ${use.path} has ${megabytes(bytes)} MB`, use.by);
  }
  const light = [...pictures.values()].filter((bytes) => bytes <= heavyBytes);
  const sum = light.reduce((all, bytes) => all + bytes, 0);
  // Those that were named one by one need no second word.
  if (sum > heavySumBytes) say('image-heavy', `The ${light.length} pictures that are not heavy alone have ${megabytes(sum)} MB together`);
  return messages;
}

async function openUse(use: Use, assets: Assets): Promise<Asset | AssetError> {
  let asset: Asset;
  try {
    asset = await assets.load(use.path);
  } catch (error) {
    if (error instanceof AssetError) return error;
    // A resolver of somebody else's says `asset` too, without naming our rule.
    if (error instanceof EveryreadError && error.code === 'asset')
      return new AssetError(/not a picture/.test(error.message) ? 'image-type' : 'image-missing', error.message, error);
    throw error;
  }
  const isFont = asset.mediaType.startsWith('font/');
  if (isFont === (use.for === 'typeface')) return asset;
  return new AssetError('image-type', `The file ${use.path} is used as a ${use.for}, but its bytes are ${asset.mediaType}`);
}

function usesOf(report: Report): Use[] {
  const { cover, theme } = report.meta;
  const uses: Use[] = [];
  if (cover) uses.push({ path: cover, for: 'picture', by: ['cover'] });
  if (theme?.logo) uses.push({ path: theme.logo, for: 'picture', by: ['theme', 'logo'] });
  if (theme?.font) uses.push({ path: theme.font, for: 'typeface', by: ['theme', 'font'] });
  theme?.extraFonts?.forEach((path, index) => uses.push({ path, for: 'typeface', by: ['theme', 'extraFonts', String(index)] }));
  walk(report.root.children, (node) => {
    if (is(node, 'image')) uses.push({ path: node.url, for: 'picture', by: node });
    else if ((is(node, 'figure') || is(node, 'card')) && node.src) uses.push({ path: node.src, for: 'picture', by: node });
  });
  return uses;
}
