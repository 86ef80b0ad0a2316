import type { Code, Contents, Div, FootnoteDefinition, Only, Summary, ThematicBreak } from '@everyread/core';
import { emitText, flow, type Scope } from '../composer.js';
import { wholeText } from '../text/braille-text.js';
import { signs } from '../text/signs.js';
import type { LineRun } from '../transcriber.js';
import { spaceAround } from './list.js';

/** Each line of code is a line, runovers two cells further in. */
export function code(node: Code, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  for (const line of node.value.split(/\r?\n/)) {
    const indent = Math.min(Math.floor(/^\s*/.exec(line)![0].length), 8);
    emitText([{ text: line.trim(), node }], scope, { first: indent, rest: indent + 2 });
  }
  spaceAround(blocks, from);
  return [];
}

/** Three asterisks in the middle. */
export function thematicBreak(_node: ThematicBreak, scope: Scope): LineRun[] {
  const { asterisk } = signs;
  const text = wholeText([asterisk, asterisk, asterisk].join('\u2800\u2800'), '* * *');
  scope.composer.emit({ kind: 'text', text, first: 0, rest: 0, align: 'centre', before: 1, after: 1 });
  return [];
}

export function div(node: Div, scope: Scope): LineRun[] {
  flow(node.children, node.lang === undefined ? scope : { ...scope, lang: node.lang });
  return [];
}

/** Marks for other editions are gone by now; one that a caller left in is passed through. */
export function summary(node: Summary, scope: Scope): LineRun[] {
  flow(node.children, scope);
  return [];
}
export function only(node: Only, scope: Scope): LineRun[] {
  flow(node.children, scope);
  return [];
}

/** The contents stand among the front pages, where Braille readers look for them. */
export function contents(_node: Contents, _scope: Scope): LineRun[] {
  return [];
}

/** Notes are gathered at the end of the report. */
export function footnoteDefinition(node: FootnoteDefinition, scope: Scope): LineRun[] {
  flow(node.children, scope);
  return [];
}
