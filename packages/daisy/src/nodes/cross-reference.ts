import { fill, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function crossReferenceElement(node: NodeOf<'crossReference'>, builder: Builder): Content[] {
  const target = builder.report.targets.get(node.target);
  const page = target?.printPage === undefined ? target?.title : fill(builder.report.words.page, { n: target.printPage });
  const words =
    node.show === 'page'
      ? page
      : node.show === 'title'
        ? target?.title
        : node.show === 'number'
          ? (target?.number ?? target?.title)
          : undefined;
  const content = words === undefined ? builder.all(node.children) : [words];
  return target === undefined ? content : [el('a', { href: `#${builder.id(node.target)}`, external: 'false' }, content)];
}
