import type { Heading, Section } from '@everyread/core';
import { emitText, flow, inline, type Scope, type TextBlockSettings } from '../composer.js';
import type { LineRun } from '../transcriber.js';

/** A main section may begin a page; the contents and page references lead to its heading. */
export function section(node: Section, scope: Scope): LineRun[] {
  const { composer } = scope;
  // The title stands above the first section, not on a page of its own.
  const begun = composer.blocks.some(
    (block) => block.kind === 'lines' || (block.kind === 'text' && (block.align === undefined || block.heading)),
  );
  if (node.depth === 1 && composer.style.sectionOnNewPage && begun) composer.emit({ kind: 'page-start' });
  flow(node.children, scope);
  return [];
}

/** Level 1 stands in the middle with a blank line on each side, level 2 at cell 5, lower levels at cell 7. */
export function heading(node: Heading, scope: Scope): LineRun[] {
  const { style } = scope.composer;
  const runs = inline(node.children, { ...scope, plain: true });
  const common: TextBlockSettings = {
    keepWithNext: true,
    ids: node.id ? [node.id] : [],
    heading: { depth: node.depth, id: node.id ?? '' },
    before: 1,
  };
  if (node.depth === 1) {
    emitText(runs, { ...scope, indent: 0 }, { ...common, align: 'centre', free: style.headingFreeCells, first: 0, rest: 0, after: 1 });
  } else {
    const cell = (node.depth === 2 ? style.headingCell2 : style.headingCell3) - 1;
    emitText(runs, { ...scope, indent: 0 }, { ...common, first: cell, rest: cell });
  }
  return [];
}
