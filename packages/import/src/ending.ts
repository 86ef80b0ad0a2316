import { build, is, type PhrasingContent } from '@everyread/core';

type Beginning = Extract<PhrasingContent, { type: 'abbreviation' | 'link' }>;

/**
 * A short form or a link, and the end of its word as text of its own again, where `prepare()` had joined them.
 *
 * @param ending - how many characters at its end that was, as our own files keep it
 */
export function withEndingApart(node: Beginning, ending: string | undefined): PhrasingContent[] {
  const last = node.children.at(-1);
  const length = Number(ending ?? 0);
  // Where somebody has edited the words, they stay together.
  if (!(length > 0) || !is(last, 'text') || !/^[-‐‑'’\p{L}]+$/u.test(last.value.slice(-length))) return [node];
  const kept = last.value.slice(0, -length);
  const children = [...node.children.slice(0, -1), ...(kept === '' ? [] : [{ ...last, value: kept }])];
  return children.length === 0 ? [node] : [{ ...node, children } as Beginning, build.text({ value: last.value.slice(-length) })];
}
