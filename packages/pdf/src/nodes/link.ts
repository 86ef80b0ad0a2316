import type { Link } from '@everyread/core';
import { toText } from '@everyread/core';
import { writeLinked } from '../parts/link.js';
import type { Pen } from '../pen.js';

export function writeLink(node: Link, pen: Pen): void {
  writeLinked(pen, { url: node.url, text: toText(node), title: node.title ?? undefined }, node.children);
}
