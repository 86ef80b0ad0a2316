import { is } from '../guards.js';
import { mapNodes } from '../map.js';
import { build } from '../build.js';
import type { PhrasingContent, ReportNode, Root } from '../types.js';

/** Blocks whose line of text is cut into sentences. */
const hosts = new Set(['paragraph', 'heading', 'caption', 'tableCell', 'keyFigure']);

/**
 * Wraps each sentence in a `sentence` node. Names count up through the document, so they are the same for
 * every format of an edition.
 */
export function markSentences(root: Root, lang: string): Root {
  let count = 0;
  const children = mapNodes(root.children, (node) => {
    if (!hosts.has(node.type)) return node;
    const host = node as Extract<ReportNode, { type: 'paragraph' }>;
    if (host.children.length === 0) return node;
    const whole = node.type === 'heading' || node.type === 'caption' || node.type === 'tableCell' || node.type === 'keyFigure';
    const sentences = whole ? [host.children] : splitSentences(host.children, lang);
    return { ...host, children: sentences.map((part) => build.sentence({ id: `s${(count += 1)}` }, part)) };
  });
  return { ...root, children };
}

/** Short forms after which a full stop ends no sentence (en-GB and names of days and months). */
const abbreviations =
  /(?:^|[\s(“‘"'])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|St|Sr|Jr|Hon|No|Nos|Fig|Figs|Vol|pp?|vs|etc|e\.g|i\.e|approx|cf|Co|Ltd|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|[A-Z])\.\s*$/;

/** Offsets at which a new sentence begins. */
export function sentenceStarts(text: string, lang: string): number[] {
  const starts: number[] = [];
  for (const { index } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if (index === 0) continue;
    const before = text.slice(0, index);
    const after = text.slice(index);
    if (before.trim() === '') continue;
    if (abbreviations.test(before)) continue;
    // A quotation stays with its attribution, and a date with its day: what follows begins small or with a dash.
    if (/^[\s]*(?:[–—-]\s|\p{Ll})/u.test(after)) continue;
    starts.push(index);
  }
  return starts;
}

function splitSentences(children: readonly PhrasingContent[], lang: string): PhrasingContent[][] {
  const text = plain(children as ReportNode[]);
  const starts = sentenceStarts(text, lang);
  const out: PhrasingContent[][] = [];
  let rest: PhrasingContent[] = [...children];
  let from = 0;
  for (const start of starts) {
    const [left, right] = cut(rest, start - from);
    if (left.length > 0) out.push(left);
    rest = right;
    from = start;
  }
  if (rest.length > 0) out.push(rest);
  return out;
}

/** The characters that offsets count. */
function plain(nodes: readonly ReportNode[]): string {
  return nodes
    .map((node) =>
      is(node, 'text') || is(node, 'inlineCode')
        ? node.value
        : is(node, 'break')
          ? '\n'
          : is(node, 'image') || is(node, 'footnoteReference') || is(node, 'pageBreak')
            ? ''
            : plain('children' in node ? (node.children as ReportNode[]) : []),
    )
    .join('');
}

/** Cuts a line of nodes at an offset; a node that holds the cut stands on both sides. Marks stay left. */
function cut(nodes: readonly PhrasingContent[], at: number): [PhrasingContent[], PhrasingContent[]] {
  const left: PhrasingContent[] = [];
  const right: PhrasingContent[] = [];
  let offset = 0;
  for (const node of nodes) {
    const length = plain([node as ReportNode]).length;
    if (offset + length <= at) left.push(node);
    else if (offset >= at) right.push(node);
    else if (is(node, 'text')) {
      left.push({ ...node, value: node.value.slice(0, at - offset) });
      right.push({ ...node, value: node.value.slice(at - offset) });
    } else if ('children' in node) {
      const [a, b] = cut(node.children as PhrasingContent[], at - offset);
      if (a.length > 0) left.push({ ...node, children: a } as PhrasingContent);
      if (b.length > 0) right.push({ ...node, children: b } as PhrasingContent);
    } else left.push(node);
    offset += length;
  }
  return [left, right];
}
