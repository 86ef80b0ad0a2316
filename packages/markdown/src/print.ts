import { captionOf, childrenOf, is, mapNodes, nodeTable, type Meta, type NodeSpec, type Report, type ReportNode } from '@everyread/core';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveToMarkdown, type ContainerDirective, type LeafDirective, type TextDirective } from 'mdast-util-directive';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { headingContent } from './heading-name.js';

/**
 * Prints a report as Markdown that reads back to the same tree.
 *
 * @param report - the report as it was written, not prepared
 */
export function printMarkdown(report: Report): string {
  const root: Root = { type: 'root', children: printNodes(report.root.children as ReportNode[], true) as RootContent[] };
  const body = toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), frontmatterToMarkdown(['yaml']), directives],
    bullet: '-',
    rule: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    // Straight below the words of a list or quotation a block would be read as more of them.
    join: [
      (left, right, parent) =>
        parent.type === 'listItem' && (left.type === 'list' || left.type === 'blockquote') && right.type !== 'list' ? 1 : undefined,
    ],
  });
  return `${printFrontMatter(report.meta)}${body}`;
}

/** The names after which a colon would be read as a directive; every other colon stays as it is: 13:00. */
const textNames = Object.values(nodeTable as Record<string, NodeSpec>).flatMap((spec) =>
  spec.directive?.forms.includes('text') ? [spec.directive.name] : [],
);

const directives = (() => {
  const stock = directiveToMarkdown({ quoteSmart: true });
  const unsafe = (stock.unsafe ?? []).filter((pattern) => pattern.character !== ':' || pattern.atBreak === true);
  // Signs in the title of a block are signs of a line too: the stock printer keeps them only in paragraphs.
  const inLine =
    (handle: Handle): Handle =>
    (node, parent, state, info) => {
      const exit = state.enter('phrasing');
      const printed = handle(node, parent, state, info);
      exit();
      return printed;
    };
  const { containerDirective, leafDirective } = stock.handlers as Record<'containerDirective' | 'leafDirective', Handle>;
  const handlers = { ...stock.handlers, containerDirective: inLine(containerDirective), leafDirective: inLine(leafDirective) };
  return {
    ...stock,
    handlers,
    unsafe: [...unsafe, { character: ':', after: `(?:${textNames.join('|')})[\\[{]`, inConstruct: 'phrasing' as const }],
  };
})();

function printFrontMatter(meta: Meta): string {
  const known = Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined && value !== ''));
  return Object.keys(known).length === 0 ? '' : `---\n${stringify(known, { lineWidth: 0, schema: 'core' })}---\n\n`;
}

function printNodes(nodes: readonly ReportNode[], block: boolean): RootContent[] {
  return nodes.flatMap((node) => printNode(node, block));
}

function printNode(node: ReportNode, block: boolean): RootContent[] {
  const spec = (nodeTable as Record<string, NodeSpec>)[node.type];
  // Each edition counts anew.
  if (spec === undefined || is(node, 'captionNumber')) return [];
  if (is(node, 'section') || is(node, 'sentence')) return printNodes(childrenOf(node), block);
  if (spec.directive === undefined) {
    if (!('children' in node)) return [node as RootContent];
    // One line through words is enough, and so is one stress or importance: twice would be read as signs.
    if (is(node, 'delete') || is(node, 'strong') || is(node, 'emphasis')) {
      const once = mapNodes(node.children as ReportNode[], (each) => (each.type === node.type ? childrenOf(each) : each));
      return [{ type: node.type, children: printNodes(once, false) as PhrasingContent[] }];
    }
    const inner = spec.children.kind === 'phrasing' ? false : true;
    const children = printNodes(childrenOf(node), inner);
    return [{ ...node, children: is(node, 'heading') ? headingContent(node, children) : children } as RootContent];
  }
  return [printDirective(node, spec, block) as RootContent];
}

function printDirective(node: ReportNode, spec: NodeSpec, block: boolean): ContainerDirective | LeafDirective | TextDirective {
  const syntax = spec.directive!;
  const attributes = printAttributes(node, spec);
  const name = syntax.name;
  const form =
    !block && syntax.forms.includes('text')
      ? 'text'
      : syntax.forms.includes('container')
        ? 'container'
        : syntax.forms.includes('leaf')
          ? 'leaf'
          : 'text';
  if (form !== 'container') {
    const children = printNodes(childrenOf(node), false) as PhrasingContent[];
    return form === 'text' ? { type: 'textDirective', name, attributes, children } : { type: 'leafDirective', name, attributes, children };
  }
  const caption = captionOf(node);
  const label: BlockContent[] = caption
    ? [
        {
          type: 'paragraph',
          data: { directiveLabel: true },
          children: printNodes(caption.children as ReportNode[], false) as PhrasingContent[],
        } as BlockContent,
      ]
    : [];
  const body = printNodes(
    childrenOf(node).filter((child) => child !== caption),
    true,
  ) as BlockContent[];
  return { type: 'containerDirective', name, attributes, children: [...label, ...body] };
}

function printAttributes(node: ReportNode, spec: NodeSpec): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    const value = (node as unknown as Record<string, unknown>)[name];
    if (value === undefined || value === null || value === false) continue;
    attributes[field.attribute ?? name] = value === true ? '' : String(value);
  }
  return attributes;
}
