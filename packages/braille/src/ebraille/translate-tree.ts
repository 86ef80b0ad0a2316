import { wordsOf, type Fragment } from '@everyread/html';
import { stresses } from '../nodes/emphasis.js';
import { blankCell } from '../text/braille-text.js';
import { signs } from '../text/signs.js';
import type { LineRun, Transcriber } from '../transcriber.js';

/** A node of HTML. */
export type HtmlNode = Fragment['children'][number];
type HtmlElement = Extract<HtmlNode, { type: 'element' }>;
type HtmlText = Extract<HtmlNode, { type: 'text' }>;

/** Elements that stand in a line. */
const inlineNames = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(' '),
);
/** Where print’s emphasis says nothing. */
const plainNames = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'caption', 'figcaption']);

interface Scope {
  transcriber: Transcriber;
  emphasis?: LineRun['emphasis'];
  lang?: string;
  plain?: boolean;
  /** What the next line begins with: the mark of a list item. */
  mark: { run?: LineRun };
  /** Words that say what a description is of. */
  image: string;
}

/** One text node of a line, with where its print begins in the line. */
interface Leaf {
  node: HtmlText;
  start: number;
  end: number;
}

/**
 * Puts Braille in place of the text of an HTML tree: each line is translated as a whole, so that contractions and
 * quotation marks come out right, and then shared out among its elements again. List marks stand in the text and
 * emphasis has its signs (eBraille 1.0, 4.4).
 */
export function translateTree(nodes: readonly HtmlNode[], transcriber: Transcriber, imageWord: string): HtmlNode[] {
  return children(nodes, { transcriber, mark: {}, image: imageWord });
}

function children(nodes: readonly HtmlNode[], scope: Scope): HtmlNode[] {
  const out: HtmlNode[] = [];
  let line: HtmlNode[] = [];
  const flush = (): void => {
    if (line.length > 0) out.push(...translateLine(line, scope));
    line = [];
  };
  for (const node of nodes) {
    if (node.type === 'comment') continue;
    if (isInline(node)) line.push(node);
    else {
      flush();
      out.push(block(node as HtmlElement, scope));
    }
  }
  flush();
  return out;
}

function isInline(node: HtmlNode): boolean {
  return node.type !== 'element' || (inlineNames.has(node.tagName) && node.children.every(isInline));
}

function block(element: HtmlElement, scope: Scope): HtmlElement {
  const lang = typeof element.properties.lang === 'string' ? element.properties.lang : scope.lang;
  const inner: Scope = { ...scope, lang, plain: scope.plain || plainNames.has(element.tagName), mark: scope.mark };
  const copy: HtmlElement = { ...element, properties: properties(element, inner), children: [] };
  if (element.tagName === 'ul' || element.tagName === 'ol') {
    let number = typeof element.properties.start === 'number' ? element.properties.start : Number(element.properties.start ?? 1);
    copy.children = element.children.map((child) => {
      if (child.type !== 'element') return child;
      const bullet = element.tagName === 'ul';
      const run: LineRun = bullet ? { text: '• ', cells: `${signs.bullet}${blankCell}` } : { text: `${number}. ` };
      number += 1;
      return block(child, { ...inner, mark: { run } });
    });
    return copy;
  }
  copy.children = children(described(element, inner), inner);
  return copy;
}

/** A picture’s words and a chart’s sentence are the transcriber’s: they stand between the signs of a note. */
function described(element: HtmlElement, scope: Scope): HtmlNode[] {
  const classes = Array.isArray(element.properties.className) ? element.properties.className : [];
  if (!classes.includes('picture-words') && !classes.includes('chart-sentence')) return element.children;
  scope.transcriber.used.add('note');
  const prefix = classes.includes('picture-words') ? `${scope.image}: ` : '';
  return [{ type: 'text', value: `\ue0f0${prefix}` }, ...element.children, { type: 'text', value: '\ue0f1' }];
}

function translateLine(nodes: readonly HtmlNode[], scope: Scope): HtmlNode[] {
  const words = wordsOf(nodes);
  if (words.trim() === '' && scope.mark.run === undefined) return nodes.filter((node) => node.type === 'element');
  if (words.trim() === '') return [...nodes];
  const runs: LineRun[] = [];
  const leaves: Leaf[] = [];
  let length = 0;
  const add = (run: LineRun): void => {
    runs.push(run);
    length += run.text.length;
  };
  const mark = scope.mark.run;
  scope.mark.run = undefined;
  const copies = nodes.map((node) => copyLine(node, scope));
  const visit = (node: HtmlNode, inner: Scope): void => {
    if (node.type === 'text') {
      const start = length;
      if (mark !== undefined && leaves.length === 0) add(mark);
      for (const part of node.value.split(/([\ue0f0\ue0f1])/)) {
        if (part === '\ue0f0') add({ text: '[', cells: signs.noteOpen });
        else if (part === '\ue0f1') add({ text: ']', cells: signs.noteClose });
        else if (part !== '') add({ text: part, emphasis: inner.emphasis, lang: inner.lang });
      }
      leaves.push({ node, start, end: length });
      return;
    }
    if (node.type !== 'element') return;
    if (isNoteMark(node)) {
      const start = length;
      const number = Number(wordsOf([node]));
      add({ text: `[${number}]`, cells: `${signs.superscript}${scope.transcriber.number(Number.isFinite(number) ? number : 0)}` });
      const leaf = firstText(node);
      if (leaf) leaves.push({ node: leaf, start, end: length });
      return;
    }
    const next: Scope = { ...inner };
    if (typeof node.properties.lang === 'string') next.lang = node.properties.lang;
    if (!inner.plain && inner.emphasis === undefined) {
      if (node.tagName === 'em' || node.tagName === 'i') next.emphasis = 'italic';
      if ((node.tagName === 'strong' || node.tagName === 'b') && stresses(wordsOf([node]))) next.emphasis = 'bold';
    }
    for (const child of node.children) visit(child, next);
  };
  for (const copy of copies) visit(copy, scope);
  const { cells, source } = scope.transcriber.line(runs);
  let at = 0;
  leaves.forEach((leaf, index) => {
    const last = index === leaves.length - 1;
    let end = at;
    while (end < cells.length && (last || source[end]! < leaf.end)) end += 1;
    leaf.node.value = cells.slice(at, end);
    at = end;
  });
  return copies;
}

function copyLine(node: HtmlNode, scope: Scope): HtmlNode {
  if (node.type !== 'element') return { ...node };
  if (isBackLink(node)) {
    // The arrow of print has no Braille: the link says where it leads.
    return { ...node, properties: properties(node, scope), children: [{ type: 'text', value: String(node.properties.ariaLabel ?? '') }] };
  }
  const children = node.children.map((child) => copyLine(child, scope));
  return { ...node, properties: properties(node, scope), children };
}

/** Words in attributes that readers meet are Braille too. */
function properties(element: HtmlElement, scope: Scope): HtmlElement['properties'] {
  const out = { ...element.properties };
  for (const name of ['title', 'alt', 'ariaLabel'] as const) {
    const value = out[name];
    if (typeof value === 'string' && value !== '') out[name] = scope.transcriber.words(value).cells;
  }
  return out;
}

function isNoteMark(element: HtmlElement): boolean {
  return element.tagName === 'sup' && Array.isArray(element.properties.className) && element.properties.className.includes('note-mark');
}

function isBackLink(element: HtmlElement): boolean {
  return element.tagName === 'a' && Array.isArray(element.properties.className) && element.properties.className.includes('note-back');
}

function firstText(node: HtmlNode): HtmlText | undefined {
  if (node.type === 'text') return node;
  if (node.type !== 'element') return undefined;
  for (const child of node.children) {
    const found = firstText(child);
    if (found) return found;
  }
  return undefined;
}
