import { build, type PhrasingContent } from '@everyread/core';

const raised: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ',
}; // prettier-ignore
const lowered: Readonly<Record<string, string>> = {
  '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎',
}; // prettier-ignore

/**
 * Raised or lowered characters as characters that are so by themselves: 10³ would else become 103. Words such as the “th” of 4th
 * mean the same on the line.
 *
 * @returns the text, and whether its place on the line was lost
 */
export function shiftText(text: string, place: 'super' | 'sub'): { text: string; lost: boolean } {
  const table = place === 'super' ? raised : lowered;
  const solid = text.trim();
  if (solid === '' || (place === 'super' && /^(?:st|nd|rd|th|er|re|e|o|a|TM|SM|[®™℠*†‡])$/i.test(solid))) return { text, lost: false };
  const shifted = [...text].map((character) => (character === ' ' ? ' ' : table[character]));
  return shifted.includes(undefined) ? { text, lost: true } : { text: shifted.join(''), lost: false };
}

/** The same for nodes. */
export function shiftNodes(nodes: PhrasingContent[], place: 'super' | 'sub', lost: (text: string) => void): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text') {
      const shifted = shiftText(node.value, place);
      if (shifted.lost) lost(node.value);
      return build.text({ value: shifted.text });
    }
    return 'children' in node
      ? ({ ...node, children: shiftNodes(node.children as PhrasingContent[], place, lost) } as PhrasingContent)
      : node;
  });
}

/** Brackets around what is more than one thing. */
export function groupText(text: string): string {
  return /^(?:[\p{L}\p{N}.,]*|\(.*\)|\[.*\])$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

/** A raised or lowered part of a formula: `³` where there is such a character, else `^(n+1)`. */
export function shiftPart(text: string, place: 'super' | 'sub'): string {
  const { text: moved, lost } = shiftText(text, place);
  return lost || /\p{L}/u.test(moved) ? `${place === 'super' ? '^' : '_'}${groupText(text)}` : moved;
}
