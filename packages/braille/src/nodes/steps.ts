import { bodyOf, captionOf, is, type Step, type Steps } from '@everyread/core';
import { emitText, flow, inline, type Scope } from '../composer.js';
import { printWhen } from '../text/when.js';
import type { LineRun } from '../transcriber.js';
import { blockTitle } from './key-figures.js';
import { spaceAround } from './list.js';
import { nameFirst } from './quotation.js';

/** Steps are a numbered list; a timeline gives its dates, a funnel its figures. */
export function steps(node: Steps, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  blockTitle(captionOf(node), scope);
  let number = 0;
  for (const child of node.children) {
    if (!is(child, 'step')) continue;
    number += 1;
    step(child, { ...scope, lead: { runs: [{ text: `${number}. ` }] } });
  }
  nameFirst(blocks, from, node.id);
  spaceAround(blocks, from);
  return [];
}

export function step(node: Step, scope: Scope): LineRun[] {
  const { composer } = scope;
  const caption = captionOf(node);
  const runs = caption ? inline(caption.children, { ...scope, plain: true }) : [];
  const joined = (text: string): void => {
    runs.push({ text: runs.length > 0 ? `: ${text}` : text });
  };
  if (node.when) joined(printWhen(node.when, composer.report.meta.lang));
  if (node.value) joined(node.value);
  const inner: Scope = { ...scope, paragraph: { first: 0, rest: 2 } };
  if (runs.length > 0) emitText(runs, inner, { ids: node.id ? [node.id] : [] });
  flow(bodyOf(node), { ...inner, paragraph: { first: runs.length > 0 ? 2 : 0, rest: 2 }, listLevel: 1, listDepth: 2 });
  return [];
}
