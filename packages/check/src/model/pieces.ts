import { is, isInline, type ReportNode } from '@everyread/core';
import { fold, joint } from '../outline/fold.js';

/** Stands where a format may print words of its own. */
const gap = '\u0000';

/**
 * The words of a line, cut where a format may add to them: at note marks, print pages, pictures, and after links and
 * abbreviations (an address, an expansion). Cross-references are worded by each edition, so their words are left out
 * unless the author wrote them. A `joint` tells where a word is cut.
 */
export function linePieces(nodes: readonly ReportNode[]): string[] {
  return nodes
    .map(lineText)
    .join('')
    .split(/\0+/)
    .map((text, index, all) => `${goesOn(all[index - 1], text) ? joint : ''}${fold(text)}${goesOn(text, all[index + 1]) ? joint : ''}`)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

/** Whether a word begins in one text and ends in the next. */
const goesOn = (before = '', after = ''): boolean => /[\p{L}\p{N}]$/u.test(before) && /^['’]?[\p{L}\p{N}]/u.test(after);

function lineText(node: ReportNode): string {
  if (is(node, 'text') || is(node, 'inlineCode')) return node.value;
  if (is(node, 'break')) return ' ';
  if (is(node, 'footnoteReference') || is(node, 'pageBreak') || is(node, 'image')) return gap;
  const inside = 'children' in node ? (node.children as ReportNode[]).map(lineText).join('') : '';
  if (is(node, 'crossReference')) return node.show === undefined || node.show === 'text' ? `${gap}${inside}${gap}` : gap;
  if (is(node, 'link') || is(node, 'abbreviation') || is(node, 'delete')) return `${gap}${inside}${gap}`;
  return inside;
}

/** Whether children are a line of text rather than blocks. */
export const isLine = (nodes: readonly ReportNode[]): boolean => nodes.length > 0 && nodes.every(isInline);
