import type { ListItem } from '@everyread/core';
import type { Pen } from '../pen.js';

/** An item is written by its list, which knows its mark. */
export function writeListItem(node: ListItem, pen: Pen): void {
  pen.blocks(node.children);
}
