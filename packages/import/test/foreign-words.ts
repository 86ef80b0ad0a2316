import { childrenOf, type Report, type ReportNode } from '@everyread/core';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Words and numbers, in the form that all readers share: raised figures are figures (NFKC), capitals do not matter. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const blocks = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'br',
  'div',
  'pre',
  'ul',
  'ol',
  'table',
  'dt',
  'dd',
]);

/** The words of HTML that mammoth makes, without its marks of notes and ways back. */
export function htmlWords(html: string): string[] {
  const parts: string[] = [];
  const look = (node: Tree.Node): void => {
    if (node.nodeName === '#text') parts.push((node as Tree.TextNode).value);
    const href = 'attrs' in node ? node.attrs.find(({ name }) => name === 'href')?.value : undefined;
    if (href !== undefined && /^#(?:foot|end)note-|^#comment-/.test(href)) return;
    if (blocks.has(node.nodeName)) parts.push(' ');
    if ('childNodes' in node) for (const each of node.childNodes) look(each);
    if (blocks.has(node.nodeName)) parts.push(' ');
  };
  look(parseFragment(html));
  return wordsOf(parts.join(''));
}

/** The words of a document as pandoc's tree has them: text, code and formulas, but no addresses and no numbers of lists. */
export function pandocWords(json: string, format: string): string[] {
  const parts: string[] = [];
  const inline = new Set([
    'Str',
    'Space',
    'Emph',
    'Strong',
    'Strikeout',
    'Superscript',
    'Subscript',
    'Span',
    'Link',
    'Quoted',
    'Underline',
    'SmallCaps',
    'Code',
  ]);
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null && 't' in value) {
      const { t, c } = value as { t: string; c?: unknown };
      if (t === 'Link' && isNoteLink(c)) return;
      if (t === 'Table' && format === 'docx') {
        // The caption is a paragraph of its own too.
        parts.push(' ');
        look((c as unknown[]).slice(2));
        return;
      }
      if (!inline.has(t)) parts.push(' ');
      if (t === 'Str') parts.push(String(c));
      else if (t === 'Space') parts.push(' ');
      else if (t === 'Code' || t === 'CodeBlock') parts.push(String((c as unknown[])[1]));
      else if (t !== 'Math') look(c);
      if (!inline.has(t)) parts.push(' ');
    }
  };
  const tree = JSON.parse(json) as { blocks: unknown; meta: Record<string, unknown> };
  look(tree.blocks);
  // In a page they stand in the body too.
  for (const name of format === 'docx' ? ['title', 'subtitle', 'author'] : []) {
    const field = tree.meta[name];
    if (field !== undefined) parts.push(' ');
    look(field);
  }
  return wordsOf(parts.join(''));
}

function isNoteLink(content: unknown): boolean {
  const classes = (content as [[string, string[]]])[0][1];
  return classes.some((name) => name === 'footnote-ref' || name === 'footnote-back');
}

/** Fields that hold words for readers. */
const told = ['value', 'alt', 'title', 'by', 'role', 'org', 'credit', 'say', 'change', 'summary', 'when', 'label'];

/** All words of a report, its front matter among them. */
function reportWords(report: Report): string[] {
  const parts: string[] = Object.values(report.meta).filter((each): each is string => typeof each === 'string');
  const lines = new Set([
    'text',
    'inlineCode',
    'emphasis',
    'strong',
    'delete',
    'link',
    'span',
    'crossReference',
    'abbreviation',
    'pronunciation',
  ]);
  const look = (node: ReportNode): void => {
    if (!lines.has(node.type)) parts.push(' ');
    for (const field of told) {
      const value = (node as unknown as Record<string, unknown>)[field];
      if (typeof value === 'string') parts.push(node.type === 'text' || node.type === 'inlineCode' ? value : ` ${value} `);
    }
    childrenOf(node).forEach(look);
    if (!lines.has(node.type)) parts.push(' ');
  };
  (report.root.children as ReportNode[]).forEach(look);
  return wordsOf(`${parts.slice(0, Object.keys(report.meta).length).join(' ')} ${parts.slice(Object.keys(report.meta).length).join('')}`);
}

/** The words, each as often as it stands there, that a report has not or not as often. */
export function missingWords(words: readonly string[], report: Report): string[] {
  const left = new Map<string, number>();
  for (const word of reportWords(report)) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
