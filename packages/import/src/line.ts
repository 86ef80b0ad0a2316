import { is, type PhrasingContent } from '@everyread/core';

/** Joins what editors cut into pieces: the same marks side by side become one, and so do texts. */
export function joinRuns(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (is(node, 'text') && is(last, 'text')) out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (is(node, 'inlineCode') && is(last, 'inlineCode')) out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (last !== undefined && 'children' in node && sameMark(last, node)) {
      out[out.length - 1] = {
        ...last,
        children: joinRuns([...(last as { children: PhrasingContent[] }).children, ...(node.children as PhrasingContent[])]),
      } as PhrasingContent;
    } else out.push('children' in node ? ({ ...node, children: joinRuns(node.children as PhrasingContent[]) } as PhrasingContent) : node);
  }
  return out;
}

const joinable = new Set(['strong', 'emphasis', 'delete', 'span', 'link']);

function sameMark(a: PhrasingContent, b: PhrasingContent): boolean {
  if (a.type !== b.type || !joinable.has(a.type)) return false;
  const key = (node: PhrasingContent): string => JSON.stringify({ ...node, children: undefined });
  return key(a) === key(b);
}

/** Takes blanks at the ends of a line away, and marks that hold nothing. */
export function trimLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out = nodes.filter((node) => !('children' in node) || node.children.length > 0 || isPointer(node));
  trimEnd(out, 0, /^\s+/);
  trimEnd(out, -1, /\s+$/);
  return out;
}

function trimEnd(nodes: PhrasingContent[], at: 0 | -1, pattern: RegExp): void {
  for (;;) {
    const node = nodes.at(at);
    if (is(node, 'break')) {
      if (at === 0) nodes.shift();
      else nodes.pop();
      continue;
    }
    if (!is(node, 'text')) return;
    const text = node.value.replace(pattern, '');
    if (text !== '') {
      nodes[at === 0 ? 0 : nodes.length - 1] = { ...node, value: text };
      return;
    }
    if (at === 0) nodes.shift();
    else nodes.pop();
  }
}

const marks = new Set(['strong', 'emphasis', 'delete', 'span', 'link', 'crossReference', 'abbreviation', 'pronunciation']);

/**
 * Puts white space where a person would: one blank at a time, none at the ends, and none inside the edges of a mark, where
 * Markdown could not print it. Marks that hold nothing go, but for links.
 */
export function tidyLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out = hoist(joinRuns(nodes));
  let blank = true;
  return trimLine(collapse(joinRuns(out)));

  function collapse(list: readonly PhrasingContent[]): PhrasingContent[] {
    return list.flatMap((node): PhrasingContent[] => {
      if (is(node, 'text')) {
        let value = node.value.replace(/ {2,}/g, ' ');
        if (blank && value.startsWith(' ')) value = value.slice(1);
        if (value === '') return [];
        blank = value.endsWith(' ');
        return [value === node.value ? node : { ...node, value }];
      }
      if (is(node, 'break')) blank = true;
      // An edition words what points somewhere without words.
      else if (!('children' in node) || (node.children.length === 0 && isPointer(node))) blank = false;
      return 'children' in node ? [{ ...node, children: collapse(node.children as PhrasingContent[]) } as PhrasingContent] : [node];
    });
  }
}

/** Takes blanks and line breaks at the edges of marks out of them. */
function hoist(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!('children' in node)) return [node];
    const inner = hoist(node.children as PhrasingContent[]);
    if (!marks.has(node.type)) return [{ ...node, children: inner } as PhrasingContent];
    const before: PhrasingContent[] = [];
    const after: PhrasingContent[] = [];
    while (inner.length > 0 && isBlank(inner[0]!)) before.push(inner.shift()!);
    while (inner.length > 0 && isBlank(inner.at(-1)!)) after.unshift(inner.pop()!);
    const first = inner[0];
    if (is(first, 'text') && /^\s/.test(first.value)) {
      before.push({ type: 'text', value: /^\s+/.exec(first.value)![0] });
      inner[0] = { ...first, value: first.value.trimStart() };
    }
    const last = inner.at(-1);
    if (is(last, 'text') && /\s$/.test(last.value)) {
      after.unshift({ type: 'text', value: /\s+$/.exec(last.value)![0] });
      inner[inner.length - 1] = { ...last, value: last.value.trimEnd() };
    }
    const kept = inner.length > 0 || isPointer(node) ? [{ ...node, children: inner } as PhrasingContent] : [];
    return [...before, ...kept, ...after];
  });
}

/** What may hold no words: an edition finds them, or a check says that they are missing. */
function isPointer(node: PhrasingContent): boolean {
  return is(node, 'link') || is(node, 'crossReference');
}

function isBlank(node: PhrasingContent): boolean {
  return is(node, 'break') || (is(node, 'text') && node.value.trim() === '');
}
