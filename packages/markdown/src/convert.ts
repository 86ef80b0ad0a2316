import {
  build,
  childrenOf,
  is,
  nodeTable,
  type Field,
  type FlowContent,
  type NodeSpec,
  type PhrasingContent,
  type ReportNode,
} from '@everyread/core';
import type { Code, Definition, Nodes, Parents, Table } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { readAttributes } from './attributes.js';
import type { Reporter } from './messages.js';
import { takeHeadingName } from './heading-name.js';
import { checkText } from './leftovers.js';
import { checkSlips, checkStruckOut } from './slips.js';
import { directiveTypes } from './directive-types.js';
import { nearest } from '@everyread/core';
import { ourNameFor } from './other-names.js';

type Directive = ContainerDirective | LeafDirective | TextDirective;

/** What a conversion knows: where messages go, and where reference links lead. */
export interface Reading {
  reporter: Reporter;
  definitions: ReadonlyMap<string, Definition>;
  /** The text that positions count in. */
  text: string;
  /** Set once the text was found too deep: one message is enough. */
  tooDeep?: boolean;
}

/** More levels than this are refused, long before the stack is exhausted. */
const maxDepth = 100;

/** Turns the nodes of the syntax into those of the report; a fault is a message and the rest goes on. */
export function convertNodes(nodes: readonly Nodes[], reading: Reading, depth = 0): ReportNode[] {
  if (depth > maxDepth) {
    const node = nodes[0];
    if (node && !reading.tooDeep)
      reading.reporter.say('nested-too-deep', { node, reason: `Blocks are nested more than ${maxDepth} levels deep` });
    reading.tooDeep = true;
    return [];
  }
  // Most nodes are what they were: the list is copied where the first is not.
  let out: ReportNode[] | undefined;
  nodes.forEach((node, index) => {
    const made = convert(node, reading, depth);
    if (made === node) {
      out?.push(made);
      return;
    }
    out ??= nodes.slice(0, index) as ReportNode[];
    if (Array.isArray(made)) for (const each of made) out.push(each);
    else out.push(made);
  });
  return out ?? (nodes as ReportNode[]);
}

/** What stands for the tags that people write most; for others the remedy of the rule. */
function noteOn(html: string): { note?: string } {
  const tag = /^\s*<\/?([a-z]+)/i.exec(html)?.[1]?.toLowerCase();
  if (tag === 'br') return { note: 'End the line with a backslash, `\\`; in a cell of a table, begin another row, or write a comma.' };
  if (tag === 'sup' || tag === 'sub')
    return { note: 'Write the raised or lowered figure itself, such as m² or CO₂; for a note, `[^name]`.' };
  if (tag === 'b' || tag === 'strong') return { note: 'Write `**words**`.' };
  if (tag === 'i' || tag === 'em') return { note: 'Write `*words*`.' };
  return {};
}

function convert(node: Nodes, reading: Reading, depth: number): ReportNode | ReportNode[] {
  switch (node.type) {
    case 'yaml':
    case 'definition':
      return [];
    case 'html':
      // A comment says nothing to readers; everything else would be lost in Braille and audio.
      if (/^(?:\s*<!--[\s\S]*?-->)+\s*$/.test(node.value)) return [];
      reading.reporter.say('raw-html', {
        node,
        reason: `Raw HTML reaches neither Braille nor audio: ${node.value.trim().split('\n')[0]!.slice(0, 60)}`,
        ...noteOn(node.value),
      });
      return [];
    case 'linkReference': {
      const definition = reading.definitions.get(fold(node.identifier));
      const children = convertNodes(node.children, reading, depth + 1) as PhrasingContent[];
      return [
        {
          ...build.link({ url: definition?.url ?? '', ...(definition?.title ? { title: definition.title } : {}) }, children),
          position: node.position,
        },
      ];
    }
    case 'imageReference': {
      const definition = reading.definitions.get(fold(node.identifier));
      return [
        {
          ...build.image({ url: definition?.url ?? '', alt: node.alt ?? '', ...(definition?.title ? { title: definition.title } : {}) }),
          position: node.position,
        },
      ];
    }
    case 'textDirective':
    case 'leafDirective':
    case 'containerDirective':
      return convertDirective(node, reading, depth);
    case 'heading':
      return takeHeadingName(withChildren(node, reading, depth) as Extract<ReportNode, { type: 'heading' }>, reading.text);
    case 'code':
      checkFence(node, reading);
      return withChildren(node, reading, depth);
    case 'table':
      checkRows(node, reading);
      return withChildren(node, reading, depth);
    case 'delete':
      checkStruckOut(node, reading.text, reading.reporter);
      return withChildren(node, reading, depth);
    case 'text':
      checkText(node, reading.text, reading.reporter);
      checkSlips(node, reading.text, reading.reporter);
      return node.data === undefined ? node : (withoutData(node) as typeof node);
    default:
      return withChildren(node, reading, depth);
  }
}

function withChildren(node: Nodes, reading: Reading, depth: number): ReportNode {
  const { children } = node as Partial<Parents>;
  const plain = node.data === undefined ? node : withoutData(node);
  if (children === undefined) return plain as ReportNode;
  const converted = convertNodes(children as Nodes[], reading, depth + 1);
  return (converted === children ? plain : { ...plain, children: converted }) as ReportNode;
}

function withoutData({ data: _data, ...plain }: Nodes): object {
  return plain;
}

function convertDirective(node: Directive, reading: Reading, depth: number): ReportNode[] {
  const form = node.type === 'textDirective' ? 'text' : node.type === 'leafDirective' ? 'leaf' : 'container';
  const colons = { text: ':', leaf: '::', container: ':::' }[form];
  const type = directiveTypes.get(node.name);
  if (type === undefined) {
    const name = nearest(node.name, [...directiveTypes.keys()]);
    const near = ourNameFor(node.name) ?? (name && `${colons}${name}`);
    reading.reporter.say('unknown-directive', {
      node,
      reason: `There is no directive ${colons}${node.name}`,
      ...(near ? { note: `Did you mean ${near}?` } : {}),
    });
    return convertNodes(node.children as Nodes[], reading, depth + 1);
  }
  const spec = (nodeTable as Record<string, NodeSpec>)[type]!;
  const syntax = spec.directive!;
  if (!syntax.forms.includes(form)) {
    const right = { text: ':', leaf: '::', container: ':::' }[syntax.forms[0]!];
    reading.reporter.say('misplaced-directive', {
      node,
      reason: `${colons}${node.name} is written ${right}${node.name}`,
      note: `Write ${right}${node.name}${syntax.forms[0] === 'container' ? ', and close it with :::' : ''}.`,
    });
    return convertNodes(node.children as Nodes[], reading, depth + 1);
  }
  checkClosed(node, reading);
  const fields = readAttributes(node, spec, curlyMarks(node, reading) ? silent : reading.reporter);
  const children = directiveChildren(node, spec, reading, depth);
  const hasChildren = spec.children.kind !== 'none' && spec.children.kind !== 'value';
  if (!hasChildren && children.length > 0) {
    reading.reporter.say('misplaced-directive', {
      node,
      reason: `${colons}${node.name} takes no text`,
      note: 'Put the text before or after it.',
    });
  }
  const made = { type, ...fields, ...(hasChildren ? { children } : {}), position: node.position } as ReportNode;
  return hasChildren || children.length === 0 ? [made] : [made, ...children];
}

/** A block that nobody closed goes on to the end of the text or of the block around it, and takes in what does not belong to it. */
function checkClosed(node: Directive, { reporter, text }: Reading): void {
  const { start, end } = node.position ?? {};
  if (node.type !== 'containerDirective' || start?.offset === undefined || end?.offset === undefined) return;
  const lastLine = text.slice(text.lastIndexOf('\n', end.offset - 1) + 1, end.offset);
  if (/:{3,}[ \t]*$/.test(lastLine) && end.line > start.line) return;
  reporter.say('directive-syntax', {
    node: undefined,
    place: start,
    reason: `The block :::${node.name} is never closed`,
    note: 'Write a line with as many colons as its first line has, and nothing else, where it ends.',
  });
}

const silent: Reporter = { messages: [], say: () => undefined };

/** Curly quotation marks, which word processors make of straight ones, would become part of the value, or cut it at its first blank. */
function curlyMarks({ position }: Directive, { reporter, text }: Reading): boolean {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return false;
  // Attributes that are cut in two are no attributes: they follow the directive as text.
  const cut = text[end.offset] === '{' ? text.indexOf('}', end.offset) : -1;
  const line = text.slice(start.offset, cut < 0 ? end.offset : cut).split('\n', 1)[0]!;
  const found = /([A-Za-z]+)=[“”„‘’‚«»]/.exec(line.replace(/"[^"]*"|'[^']*'/g, (value) => ' '.repeat(value.length)));
  if (!found) return false;
  const attribute = found[1]!;
  reporter.say('invalid-attribute', {
    place: { line: start.line, column: start.column + found.index },
    reason: `The quotation marks around the value of ${attribute} are curly`,
    note: `Write straight ones: ${attribute}="…".`,
  });
  return true;
}

/** Code that nobody closed goes on to the end of the text or of the block around it. */
function checkFence({ position }: Code, { reporter, text }: Reading): void {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const lines = text.slice(start.offset, end.offset).split('\n');
  const opening = /^(?:`{3,}|~{3,})/.exec(lines[0]!)?.[0];
  if (opening === undefined) return;
  const last =
    lines.length > 1
      ? lines
          .at(-1)!
          .replace(/^[ \t>]*/, '')
          .trimEnd()
      : '';
  if (last.startsWith(opening) && last === opening[0]!.repeat(last.length)) return;
  reporter.say('code-unclosed', { place: start, reason: `The block of code that begins with ${opening} is never closed` });
}

/** A line without a stroke that follows a table is read as a row of it: words after the table would come out in its first column. */
function checkRows({ children }: Table, { reporter, text }: Reading): void {
  for (const { position } of children.slice(2)) {
    if (position?.start.offset === undefined || text.slice(position.start.offset, position.end.offset).includes('|')) continue;
    reporter.say('markdown-slip', {
      place: position.start,
      reason: 'This line became a row of the table above it',
      note: 'Leave an empty line below the table; a row of the table begins and ends with `|`.',
    });
  }
}

/** The label becomes the caption or the content, and what the node may not hold is a message. */
function directiveChildren(node: Directive, spec: NodeSpec, reading: Reading, depth: number): ReportNode[] {
  const syntax = spec.directive!;
  if (node.type !== 'containerDirective') {
    const inside = convertNodes(node.children as Nodes[], reading, depth + 1);
    if (syntax.label !== 'caption' || inside.length === 0) return inside;
    return [{ ...build.caption({}, inside as PhrasingContent[]), position: node.position }];
  }
  const [first, ...others] = node.children;
  const label = first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : undefined;
  const body = convertNodes((label ? others : node.children) as Nodes[], reading, depth + 1);
  const kept = keepParts(body, spec, reading);
  if (label === undefined) return kept;
  const inside = convertNodes(label.children, reading, depth + 1) as PhrasingContent[];
  if (syntax.label !== 'caption') {
    reading.reporter.say('misplaced-directive', {
      node: label,
      reason: `:::${node.name} takes no title`,
      note: 'Write the words on a line of their own.',
    });
    return [{ ...build.paragraph({}, inside), position: label.position }, ...kept] as ReportNode[];
  }
  return inside.length === 0 ? kept : [{ ...build.caption({}, inside), position: label.position }, ...kept];
}

/** Parts stand only in their parents, and some parents hold nothing but parts. */
function keepParts(body: ReportNode[], spec: NodeSpec, reading: Reading): ReportNode[] {
  if (spec.children.kind !== 'parts') return body;
  const { of, also } = spec.children;
  return body.filter((child) => {
    if (of.includes(child.type) || also) return true;
    const wanted = of.map((type) => (nodeTable as Record<string, NodeSpec>)[type]?.directive?.name ?? type).join(' or ');
    reading.reporter.say('misplaced-directive', {
      node: child,
      reason: `Only ${wanted} may stand directly in ${spec.directive?.name ?? spec.title}, not ${titleOf(child)}`,
      note: `Put it inside a ${wanted}, or outside.`,
    });
    return false;
  });
}

function titleOf(node: ReportNode): string {
  return (nodeTable as Record<string, NodeSpec>)[node.type]?.title.toLowerCase() ?? node.type;
}

const directiveParts: ReadonlyMap<string, string> = new Map(
  (Object.values(nodeTable) as readonly NodeSpec[]).flatMap((spec) =>
    spec.children.kind === 'parts' && spec.directive
      ? spec.children.of.filter((type) => type !== 'table').map((type) => [type, spec.type] as const)
      : [],
  ),
);

/** Finds parts that stand outside their parents. */
export function checkPlaces(nodes: readonly ReportNode[], reading: Reading, parent = 'root'): void {
  nodes.forEach((node) => {
    const wanted = directiveParts.get(node.type);
    if (wanted !== undefined && wanted !== parent) {
      const own = (nodeTable as Record<string, NodeSpec>)[node.type]!.directive!.name;
      const outer = (nodeTable as Record<string, NodeSpec>)[wanted]!.directive!.name;
      reading.reporter.say('misplaced-directive', {
        node,
        reason: `${own} stands only inside ${outer}`,
        note: `Begin the group with a line ::::${outer} and end it with ::::.`,
      });
    }
    // Lines of text and cells hold no blocks.
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') checkPlaces(childrenOf(node), reading, node.type);
  });
}

/** A table inside a chart or :::table is its data; without one there is nothing to draw or say. */
export function hasTable(node: ReportNode): boolean {
  return childrenOf(node).some((child) => is(child, 'table'));
}

export function fold(identifier: string): string {
  return identifier.toLowerCase();
}

export type { FlowContent, Field };
