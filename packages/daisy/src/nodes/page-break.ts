import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function pageBreakElement(node: NodeOf<'pageBreak'>, builder: Builder): Content[] {
  // Arabic numbers are normal pages, Roman ones front matter, anything else is special (DTBook 2005-3, pagenum).
  const page = /^\d+$/.test(node.label) ? 'normal' : /^[ivxlcdm]+$/i.test(node.label) ? 'front' : 'special';
  return [el('pagenum', { id: builder.id(node.id ?? `page-${node.label}`), page }, node.label)];
}
