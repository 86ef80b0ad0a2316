import { childrenOf, EveryreadError, is, ruleMessage, type Asset, type Assets, type Report, type ReportNode } from '@everyread/core';
import type { Node } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { AssetError } from './asset-error.js';
import { assetRules } from './rules.js';

interface Use {
  path: string;
  for: 'picture' | 'typeface';
  node?: Node;
}

/**
 * Opens every file that a report uses before anything is made, so that a wrong one is a message with a place.
 *
 * @throws what the resolver throws for other reasons than the file, such as a failing disk
 */
export async function checkAssets(report: Report, assets: Assets): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = [];
  for (const use of uses(report)) {
    const fault = await faultOf(use, assets);
    if (fault === undefined) continue;
    messages.push(
      ruleMessage(assetRules[fault.ruleId], {
        reason: fault.message,
        source: 'everyread',
        ...(use.node ? { node: use.node } : { place: { line: 1, column: 1 } }),
      }),
    );
  }
  return messages;
}

async function faultOf(use: Use, assets: Assets): Promise<AssetError | undefined> {
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
  if (isFont === (use.for === 'typeface')) return undefined;
  return new AssetError('image-type', `The file ${use.path} is used as a ${use.for}, but its bytes are ${asset.mediaType}`);
}

function* uses(report: Report): Generator<Use> {
  const { cover, theme } = report.meta;
  if (cover) yield { path: cover, for: 'picture' };
  if (theme?.logo) yield { path: theme.logo, for: 'picture' };
  if (theme?.font) yield { path: theme.font, for: 'typeface' };
  const waiting: ReportNode[] = [...(report.root.children as ReportNode[])].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (is(node, 'image')) yield { path: node.url, for: 'picture', node };
    else if ((is(node, 'figure') || is(node, 'card')) && node.src) yield { path: node.src, for: 'picture', node };
    waiting.push(...childrenOf(node).slice().reverse());
  }
}
