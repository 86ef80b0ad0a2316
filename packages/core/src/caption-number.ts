import { is } from './guards.js';
import { mapNodes } from './map.js';
import { toText } from './text.js';
import type { Caption } from './types.js';

const numbered =
  /^((?:figure|fig\.|table|chart|graph|map|picture|photo|diagram|ffigur|tabl|siart|llun|map|abbildung|tabelle|tableau)\s*\d+(?:\.\d+)*)(\s*[:.–—-](?=\D)\s*|\s+)(.)/iu;

/**
 * The number that an author wrote at the beginning of a caption, such as “Figure 2” of “Figure 2: Our hall”; nothing where there is none.
 * The edition numbers nothing then: the caption says it, and so does what refers to it.
 */
export function typedNumber(caption: string): string | undefined {
  const [, number, sign = '', next = ''] = numbered.exec(caption.trim()) ?? [];
  // “Table 4 people at each desk” is no number.
  return number !== undefined && (sign.trim() !== '' || /\p{Lu}/u.test(next)) ? number : undefined;
}

const wordsOfKinds: Readonly<Record<string, string>> = {
  fig: 'figure',
  ffigur: 'figure',
  abbildung: 'figure',
  tabl: 'table',
  tabelle: 'table',
  tableau: 'table',
  siart: 'chart',
};

/** What a number is of and which it is, so that “Fig. 2” and “Figure 2” are the same: `figure` and `2`. */
export function partsOfNumber(number: string): { kind: string; count: string } {
  const [, word = '', count = ''] = /^(\p{L}+)\.?\s*([\d.]+)$/u.exec(number) ?? [];
  const name = word.toLowerCase();
  return { kind: wordsOfKinds[name] ?? name, count };
}

/** The words of a caption as text, without the number that `prepare()` put before them. */
export function captionTitle(caption: Caption): string {
  return toText(mapNodes(caption.children, (node) => (is(node, 'captionNumber') ? undefined : node)));
}

/** Whether `prepare()` put a number before the words of a caption. */
export function isNumbered(caption: Caption): boolean {
  return toText(caption) !== captionTitle(caption);
}
