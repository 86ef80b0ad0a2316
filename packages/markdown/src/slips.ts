import type { Delete, Text } from 'mdast';
import type { Point } from 'unist';
import type { Reporter } from './messages.js';

interface Slip {
  /** What stands in the source of plain text where markup was meant; a backslash before it says that it was not. */
  pattern: RegExp;
  rule: 'markdown-slip' | 'note-missing';
  /** Only where a line begins. */
  atLineStart?: true;
  reason: (found: string) => string;
  mend: string;
}

const slips: readonly Slip[] = [
  {
    pattern: /#{2,6}(?=[\p{L}\d])|^#(?=\p{Lu}[^\n#]* [^\n#]*$)/u,
    rule: 'markdown-slip',
    atLineStart: true,
    reason: () => 'This line looks like a heading and is none',
    mend: 'Put a blank between `#` and the words.',
  },
  {
    pattern: /\|[^\n]*\|[ \t]*(?=\n|$)/,
    rule: 'markdown-slip',
    atLineStart: true,
    reason: () => 'This line looks like the row of a table and is none',
    mend: 'A table has a row of headers, and below it a line of dashes with as many columns: | Event | People | and | --- | --- |.',
  },
  {
    pattern: /(?<![\\*])\*\*(?!\*)/,
    rule: 'markdown-slip',
    reason: () => 'Two asterisks are printed as they stand',
    mend: 'Write bold words without blanks inside the asterisks, `**so**`; or write `\\*\\*` where asterisks are meant.',
  },
  {
    pattern: /(?<!\\)\[\^[^\]\s]+\]/,
    rule: 'note-missing',
    reason: (found) => `There is no note for the mark ${found}`,
    mend: 'Write the note on a line of its own, such as `[^name]: Its text.`, with the same name.',
  },
  {
    pattern: /(?<!\\)\[[^\]\n]+\][ \t]+\((?:$|https?:|www\.|mailto:|[^\s()]+\.(?:png|jpe?g|gif|svg|webp|html?|pdf|docx?)\))/i,
    rule: 'markdown-slip',
    reason: () => 'This looks like a link or a picture and is none: a blank parts the words from the address',
    mend: 'Write `[words](address)`, and for a picture `![what it tells](images/file.png)`, without a blank between.',
  },
  {
    pattern: /(?<!\\)\[[^\]\n]*\]\((?:$|[^\s()]+[ \t][^()\n]*\))/,
    rule: 'markdown-slip',
    reason: () => 'This looks like a link or a picture and is none: there is a blank in the address',
    mend: 'Write `%20` for each blank in the address, or give the file a name without blanks.',
  },
  {
    pattern: /(?<!\\)\[!(?:note|tip|important|warning|caution)\]/i,
    rule: 'markdown-slip',
    reason: (found) => `${found} is printed as it stands`,
    mend: 'Write a callout: `:::callout[Title]{kind=note}`, its text, and `:::`.',
  },
  {
    pattern: /(?<!\\)\{\.[a-z][\w-]*\}/i,
    rule: 'markdown-slip',
    reason: (found) => `${found} is printed as it stands`,
    mend: 'Delete it: looks are the same in the whole report.',
  },
  {
    pattern: /(?<![\\=])==(?=[^\s=])[^\n=]*[^\s=]==(?!=)/,
    rule: 'markdown-slip',
    reason: (found) => `${found} is printed as it stands`,
    mend: 'Write important words in bold, `**so**`: colour alone reaches not every reader.',
  },
  {
    pattern: /(?<=[\p{L}\d)])\^[\p{L}\d+−-]{1,6}\^(?![\p{L}\d−-])/u,
    rule: 'markdown-slip',
    reason: (found) => `${found} is printed as it stands`,
    mend: 'Write raised figures and letters with their own characters, such as ² or ³, or in words.',
  },
  {
    pattern: /(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*[=^_\\])[^$\n]*[^\s$]\$(?![\d$])/,
    rule: 'markdown-slip',
    reason: (found) => `The formula ${found} is printed as it stands`,
    mend: 'Write it in words, or with the characters of mathematics, such as E = mc²; put a backslash before a $ that is meant.',
  },
  {
    pattern: /:[ \t]+(?=\S)/,
    rule: 'markdown-slip',
    atLineStart: true,
    reason: () => 'This line looks like the explanation of a word in a list of definitions, and becomes a part of the line above it',
    mend: 'Write a list of terms, each with its explanation: `- **Term**: what it means`.',
  },
  {
    pattern: /\[\[?_?toc_?\]\]?(?=\n|$)/i,
    rule: 'markdown-slip',
    atLineStart: true,
    reason: (found) => `${found} is printed as it stands`,
    mend: 'Write `::contents` on a line of its own.',
  },
];

/**
 * Finds in plain text what was meant as Markdown and is none: readers would get its signs, and not what they stand for.
 *
 * @param text - the document that the positions of the node count in
 */
export function checkSlips(node: Text, text: string, reporter: Reporter): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const source = text.slice(start.offset, end.offset);
  if (!/[#*[|{=^$]|^[ \t>]*:[ \t]/m.test(source)) return;
  for (const { pattern, rule, atLineStart, reason, mend } of slips) {
    const found = atLineStart ? findAtLineStart(source, pattern, startsLine(text, start.offset)) : pattern.exec(source);
    if (!found) continue;
    reporter.say(rule, { place: pointAt(source, start, found.index), reason: reason(found[0].slice(0, 60)), note: mend });
  }
}

/** One tilde strikes out as two do (GFM 6.5). Beside a letter or figure, as in H~2~O, it was meant to lower what stands in it: readers would learn that it no longer holds. */
export function checkStruckOut({ position }: Delete, text: string, reporter: Reporter): void {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined || text.startsWith('~~', start.offset)) return;
  const found = text.slice(start.offset, end.offset);
  if (!/[\p{L}\d]$/u.test(text.slice(0, start.offset)) && !/^[\p{L}\d]/u.test(text.slice(end.offset))) return;
  reporter.say('markdown-slip', {
    place: start,
    reason: `${found.slice(0, 60)} is read as struck out`,
    note: 'Write lowered figures and letters with their own characters, such as H₂O; and two tildes, `~~so~~`, around whole words that no longer hold.',
  });
}

function findAtLineStart(source: string, pattern: RegExp, first: boolean): RegExpExecArray | null {
  const inLine = new RegExp(`(?<=${first ? '^|' : ''}\\n[ \\t]*)(?:${pattern.source})`, pattern.flags);
  return inLine.exec(source);
}

/** Whether only blanks and the marks of quotations stand before a place in its line. */
function startsLine(text: string, offset: number): boolean {
  return /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}

/** A place in the source of a node that begins at `start`. */
export function pointAt(source: string, start: Point, index: number): { line: number; column: number } {
  const lines = source.slice(0, index).split('\n');
  const last = lines.at(-1)!.length;
  return { line: start.line + lines.length - 1, column: lines.length === 1 ? start.column + last : last + 1 };
}
