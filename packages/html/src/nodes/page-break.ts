import { fill, isInline } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

const lines = new Set(['paragraph', 'heading', 'tableCell', 'caption', 'keyFigure']);

/** Where a printed page begins (DPUB-ARIA 1.1, doc-pagebreak): in a line a span, between blocks a block. */
export const pageBreak: Handle<'pageBreak'> = (node, context) => {
  const { parent } = context;
  const inLine = parent !== undefined && (lines.has(parent.type) || isInline(parent));
  const type = context.options.epub ? { 'epub:type': 'pagebreak' } : {};
  const label = fill(context.words.page, { n: node.label });
  return h(
    inLine ? 'span' : 'div',
    { id: node.id, className: ['page-break'], role: 'doc-pagebreak', ...type, ariaLabel: label, ...context.wordsLanguage },
    context.options.pageMarks === true && label,
  );
};
