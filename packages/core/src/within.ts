import type { Node } from 'unist';
import type { Text } from './types.js';

/**
 * A place inside a text, for a message about some of its words. The text itself where its source is written in another way than it
 * reads: with a backslash, an entity or the blanks of a list item.
 *
 * @param index - of the first character, in UTF-16 units
 * @param length - in UTF-16 units
 */
export function within(node: Text, index: number, length: number): Node {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset !== position.start.offset + node.value.length) return node;
  const place = (at: number): NonNullable<Node['position']>['start'] => {
    const lines = node.value.slice(0, at).split('\n');
    const last = lines.at(-1)!.length;
    return {
      line: position.start.line + lines.length - 1,
      column: lines.length === 1 ? position.start.column + last : last + 1,
      offset: position.start.offset! + at,
    };
  };
  return { type: node.type, position: { start: place(index), end: place(index + length) } };
}
