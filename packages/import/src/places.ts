import {
  build,
  is,
  makeEdition,
  mapNodes,
  prepare,
  toText,
  walk,
  type FlowContent,
  type Heading,
  type PhrasingContent,
  type Report,
  type ReportNode,
} from '@everyread/core';
import { isCaptionNumber } from './caption-number.js';
import type { Findings } from './importing.js';

type Named = Extract<ReportNode, { id?: string }> & { id?: string };

const nameable = new Set(['keyFigures', 'pullQuote', 'figure', 'chart', 'steps', 'step', 'cards', 'card', 'callout', 'dataTable', 'div']);

/** The places that links of a foreign document lead to, by the names that they have there. */
export class Places {
  readonly #nodes = new Map<string, ReportNode>();
  readonly #below = new Map<string, Heading | undefined>();
  /** The names of paragraphs, which may become what can bear them. */
  readonly #ofLines = new Map<FlowContent | ReportNode, string[]>();
  #waiting: string[] = [];
  #heading: Heading | undefined;
  readonly #isOwn: (name: string) => boolean;

  /** @param isOwn - whether a name is that of a place in a report: a heading keeps one that is not made from its text */
  constructor(isOwn: (name: string) => boolean = () => false) {
    this.#isOwn = isOwn;
  }

  /** A name was seen; it belongs to what comes next, or to what it stands in. */
  see(name: string | undefined): void {
    if (name) this.#waiting.push(name);
  }

  /** The names that wait, for a block whose content is read before it is made. */
  take(): string[] {
    return this.#waiting.splice(0);
  }

  /** Gives names to a block; text that can't bear one hands it to the heading above. */
  give(names: readonly string[], node: FlowContent | ReportNode): void {
    if (is(node, 'heading')) this.#heading = node;
    const bears = is(node, 'heading') || nameable.has(node.type);
    for (const name of names) {
      if (this.#nodes.has(name)) continue;
      if (bears) this.#nodes.set(name, node as ReportNode);
      else if (!this.#below.has(name)) {
        this.#below.set(name, this.#heading);
        this.#ofLines.set(node, [...(this.#ofLines.get(node) ?? []), name]);
      }
    }
  }

  /** What was one node is another: a line that is a heading now, or the caption of a table. */
  becomes(before: FlowContent | ReportNode, now: FlowContent | ReportNode): void {
    for (const [name, node] of this.#nodes) if (node === before) this.#nodes.set(name, now as ReportNode);
    for (const name of this.#ofLines.get(before) ?? []) {
      this.#below.delete(name);
      if (!this.#nodes.has(name)) this.#nodes.set(name, now as ReportNode);
    }
  }

  /** Gives all names that wait to a block. */
  settle<T extends FlowContent | ReportNode>(node: T): T {
    this.give(this.take(), node);
    return node;
  }

  /** Gives a name to the block that bears it, whatever had it before. */
  claim(name: string, node: FlowContent | ReportNode): void {
    this.#nodes.set(name, node as ReportNode);
  }

  /**
   * Lets links and cross-references lead to the names that places have in the report. What leads to a paragraph leads to the
   * heading above it; what leads nowhere keeps its words. Both are said.
   */
  resolve(report: Report, findings: Findings): Report {
    const used = new Set<string>();
    walk(report.root.children as ReportNode[], (node) => void used.add(targetOf(node) ?? ''));
    let made = 0;
    for (const [name, node] of this.#nodes)
      // The names that Word makes say nothing.
      if (!is(node, 'heading') && used.has(name))
        (node as Named).id ??= /^_(?:Ref|Toc|Hlk)\d+$/.test(name) ? `${kindOf(node)}-ref-${(made += 1)}` : cleanName(name);
    const headings = headingsOf(report.root.children as ReportNode[]);
    const prepared = headingsOf(prepare(report, makeEdition('screen-reader')).root.children as ReportNode[]);
    const ids = new Map(headings.map((heading, index) => [heading, prepared[index]?.id ?? '']));
    for (const [name, node] of this.#nodes) {
      if (!is(node, 'heading') || !this.#isOwn(name) || ids.get(node) === name) continue;
      node.id = name;
      ids.set(node, name);
    }
    const children = mapNodes(report.root.children, (node) => {
      const name = targetOf(node);
      if (name === undefined || !(is(node, 'crossReference') || is(node, 'link'))) return node;
      const exact = this.#nodes.get(name);
      const above = this.#below.get(name);
      const target = is(exact, 'heading') ? ids.get(exact) : exact ? (exact as Named).id : above ? ids.get(above) : undefined;
      if (target === undefined || target === '') {
        findings.say('import-not-kept', `The link “${toText(node)}” leads to a place that cannot be named; its words are kept`);
        return node.children as ReportNode[];
      }
      if (!exact) findings.count('import-changed', 'A link to a paragraph leads to the heading above it now');
      // “Table 2”: the number that each edition counts.
      if (is(node, 'crossReference') && exact && !is(exact, 'heading') && isCaptionNumber(toText(node)))
        return { ...node, target, show: 'number' as const };
      return is(node, 'link') ? build.link({ ...node, url: `#${target}` }, withoutPointers(node.children)) : { ...node, target };
    });
    return { ...report, root: { ...report.root, children } };
  }
}

/** What readers call it. */
function kindOf(node: ReportNode): string {
  return is(node, 'dataTable') ? 'table' : node.type;
}

/** The name of the place that a node leads to. */
function targetOf(node: ReportNode): string | undefined {
  return is(node, 'crossReference') ? node.target : is(node, 'link') && node.url.startsWith('#') ? fragmentOf(node.url) : undefined;
}

/** The name that a link within the document leads to, as it stands where it cannot be decoded. */
export function fragmentOf(url: string): string {
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    return url.slice(1);
  }
}

/** A name that links in Markdown can hold. */
function cleanName(name: string): string {
  return (
    name
      .replace(/^p_/, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'place'
  );
}

function headingsOf(nodes: readonly ReportNode[]): Heading[] {
  const found: Heading[] = [];
  walk(nodes, (node) => {
    if (is(node, 'heading')) found.push(node);
  });
  return found;
}

/** A pointer inside a link is the link's own: its words stay. */
function withoutPointers(children: readonly PhrasingContent[]): PhrasingContent[] {
  const inner = children.flatMap((each): PhrasingContent[] =>
    is(each, 'crossReference') || (is(each, 'link') && each.url.startsWith('#')) ? each.children : [each],
  );
  return inner.every((each) => is(each, 'text'))
    ? [build.text({ value: inner.map((each) => (is(each, 'text') ? each.value : '')).join('') })]
    : inner;
}
