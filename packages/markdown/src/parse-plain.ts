import type { Root } from 'mdast';
import type { Point } from 'unist';
import { findDefinitions, foldLabel } from './chunks.js';
import { passagesOf } from './passages.js';

/**
 * The tree of a text in which every block has one reading only: the one that the full parser makes of it, positions included.
 * `undefined` where that parser is needed.
 */
export function parsePlain(text: string): Root | undefined {
  const definitions = findDefinitions(text);
  const [passage, ...more] = firstTwo(passagesOf(text, undefined, definitions));
  if (passage?.kind !== 'blocks' || more.length > 0) return undefined;
  // What looked like a definition may be none, or a mark of a note have been taken for one that exists.
  const found = new Set<string>();
  for (const block of passage.blocks) if (block.type === 'footnoteDefinition') found.add(foldLabel(`^${block.label!}`));
  if (found.size !== definitions.size) return undefined;
  return { type: 'root', children: passage.blocks, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) } };
}

/** A text is plain where its first passage is the only one; the others are then not looked for. */
function firstTwo<T>(all: Iterable<T>): T[] {
  const first: T[] = [];
  for (const each of all) if (first.push(each) === 2) break;
  return first;
}

/** Where a text ends. */
export function endOf(text: string): Point {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: text.length - lineStart + 1, offset: text.length };
}
