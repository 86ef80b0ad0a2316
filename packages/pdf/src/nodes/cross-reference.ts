import type { CrossReference } from '@everyread/core';
import { fill, toText } from '@everyread/core';
import { writeLinked } from '../parts/link.js';
import type { Pen } from '../pen.js';

/** Words that are true on these pages: “page 12” is the page of this PDF. */
export function writeCrossReference(node: CrossReference, pen: Pen): void {
  const { report, words } = pen.world;
  const place = report.targets.get(node.target);
  if (place === undefined) {
    for (const child of node.children) pen.write(child);
    return;
  }
  const said = toText(node);
  const title = place.title ?? place.number ?? said;
  const link = { target: place.id, text: title };
  const shown = { title, number: place.number ?? title, page: '', text: said || title }[node.show ?? 'text'];
  if (node.show === 'page') {
    writeLinked(pen, link, () => pen.text(() => fill(words.page, { n: pen.world.pageOf(place.id) ?? 88 })));
  } else if (node.show === undefined || node.show === 'text') {
    writeLinked(pen, link, said === '' ? () => pen.text(shown) : node.children);
  } else writeLinked(pen, link, () => pen.text(shown));
}
