import { build } from '../build.js';
import { childrenOf, is } from '../guards.js';
import { mapBlocks } from '../map.js';
import { toText } from '../text.js';
import { plainHeaders } from './plain-headers.js';
import type { Blockquote, FlowContent, NodeOf, Paragraph, PhrasingContent, PullQuote, ReportNode, Root } from '../types.js';

/**
 * Gives plain Markdown the structure that it means: a picture that stands alone is a figure, a quotation
 * that ends in a dash and a name has an attribution, a bare table has column headers, and row headers where its corner is empty.
 * Directives are left as they are.
 */
export function normalise(root: Root): Root {
  const children = mapBlocks(root.children, (node) => {
    if (is(node, 'text')) return node;
    if (is(node, 'paragraph')) return figureOf(node) ?? node;
    if (is(node, 'blockquote')) return withTablesWrapped(quotationOf(node) ?? node);
    if (is(node, 'figure')) return withTablesWrapped(withBareCredit(node));
    if ('children' in node) return withTablesWrapped(node);
    return node;
  });
  return { ...root, children: wrapTables(children as ReportNode[]) as Root['children'] };
}

/** “Photo: Jo Neil” is Jo Neil: the editions say themselves that it is the picture’s. */
function withBareCredit(figure: NodeOf<'figure'>): NodeOf<'figure'> {
  const bare = figure.credit?.replace(
    /^\s*(?:photos?|photographs?|pictures?|images?|llun(?:iau)?)(?:\s+credits?)?(?:\s*:|\s+by|\s+gan)\s+(?=\S)/i,
    '',
  );
  return bare === figure.credit ? figure : { ...figure, credit: bare! };
}

function withTablesWrapped(node: Extract<ReportNode, { children: unknown[] }>): ReportNode {
  if (is(node, 'dataTable') || is(node, 'chart') || !childrenOf(node).some((child) => is(child, 'table'))) return node;
  return { ...node, children: wrapTables(childrenOf(node)) } as ReportNode;
}

function wrapTables(nodes: readonly ReportNode[]): ReportNode[] {
  return nodes.map((node) =>
    is(node, 'table') ? { ...build.dataTable({ headers: plainHeaders(node) }, [node]), position: node.position } : node,
  );
}

function figureOf(paragraph: Paragraph): ReportNode | undefined {
  const at = <T extends ReportNode>(from: ReportNode, node: T): T => ({ ...node, position: from.position });
  const solid = paragraph.children.filter((child) => !(is(child, 'text') && child.value.trim() === ''));
  const image = solid[0];
  if (solid.length !== 1 || !is(image, 'image')) return undefined;
  const caption = image.title ? [at(image, build.caption({}, [at(image, build.text({ value: image.title }))]))] : [];
  return {
    ...build.figure({ src: image.url, ...(image.alt ? { alt: image.alt } : {}) }, caption),
    position: image.position ?? paragraph.position,
  };
}

/** A dash at the start of a line, and something after it on the line. */
const dash = /^\s*(?:[–—―]|--?)\s*(?=\S)/;
/** The same where what follows is a node of its own: “– **Amy Ramsay**”. */
const dashAlone = /^\s*(?:[–—―]|--?)\s*$/;

/** A quotation whose last line begins with a dash: “– Amy Ramsay, a participant”. */
function quotationOf(quote: Blockquote): PullQuote | undefined {
  const last = quote.children.at(-1);
  if (!is(last, 'paragraph')) return undefined;
  const start = attributionStart(last.children);
  if (start === undefined) return undefined;
  const by = toText(start.attribution)
    .replace(dash, '')
    .replace(/[,;:]+$/, '')
    .trim();
  if (by === '') return undefined;
  const before: FlowContent[] = quote.children.slice(0, -1) as FlowContent[];
  if (start.quoted.length > 0) before.push({ ...last, children: start.quoted });
  if (before.length === 0) return undefined;
  return { ...build.pullQuote(splitAttribution(by), before), position: quote.position };
}

/** Finds the last line of the paragraph that begins with a dash and cuts the paragraph there. */
function attributionStart(children: readonly PhrasingContent[]): { quoted: PhrasingContent[]; attribution: PhrasingContent[] } | undefined {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index]!;
    if (!is(child, 'text')) continue;
    const lines = child.value.split('\n');
    for (let line = lines.length - 1; line >= 0; line -= 1) {
      const startsLine = line > 0 || index === 0 || is(children[index - 1], 'break');
      const isDash = dash.test(lines[line]!) || (line === lines.length - 1 && index < children.length - 1 && dashAlone.test(lines[line]!));
      if (!startsLine || !isDash) continue;
      const head = lines.slice(0, line).join('\n').trimEnd();
      const quoted = children.slice(0, index).filter((node, at) => !(at === index - 1 && is(node, 'break')));
      if (head !== '') quoted.push({ ...child, value: head });
      return { quoted, attribution: [{ ...child, value: lines.slice(line).join('\n') }, ...children.slice(index + 1)] };
    }
  }
  return undefined;
}

/** “Amy Ramsay, a participant” is a person and what she does; no more is guessed. */
function splitAttribution(by: string): { by: string; role?: string } {
  const comma = by.indexOf(',');
  if (comma <= 0) return { by };
  return { by: by.slice(0, comma).trim(), role: by.slice(comma + 1).trim() };
}
