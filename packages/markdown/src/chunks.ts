/** A piece of a long text, cut where no block can reach over the cut. */
export interface Chunk {
  text: string;
  /** Where it begins: offset in UTF-16 units, and line counted from 0. */
  offset: number;
  line: number;
}

const fence = /^[ >\-*+\d.]*(`{3,}|~{3,})(.*)$/;
const directiveFence = /^\s*(:{3,})(.*)$/;

/**
 * Cuts a long Markdown text into pieces of about `size` characters. The parser's time grows faster than the
 * text, and its memory with it; pieces keep both in proportion. A cut is made only before a heading or a line
 * that begins with a letter, after a blank line, outside fences, comments and directives: there every block
 * that was open is closed (CommonMark 5.1, 5.2).
 */
export function cutText(text: string, size: number): Chunk[] {
  if (text.length <= size) return [{ text, offset: 0, line: 0 }];
  const chunks: Chunk[] = [];
  let begin = 0;
  let beginLine = 0;
  let at = 0;
  let line = 0;
  let blank = false;
  let openFence: string | undefined;
  let comment = false;
  const containers: number[] = [];
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const content = text.slice(at, Math.min(next, at + 400)).replace(/\r?\n$/, '');
    const free = openFence === undefined && !comment && containers.length === 0;
    if (free && blank && at - begin >= size && /^(?:#{1,6} |\p{L})/u.test(content)) {
      chunks.push({ text: text.slice(begin, at), offset: begin, line: beginLine });
      begin = at;
      beginLine = line;
    }
    const mark = fence.exec(content);
    if (openFence !== undefined) {
      if (mark && mark[1]!.startsWith(openFence) && mark[2]!.trim() === '') openFence = undefined;
    } else if (mark) openFence = mark[1];
    else {
      const colons = directiveFence.exec(content);
      if (colons && /^\s*[a-z]/.test(colons[2]!)) containers.push(colons[1]!.length);
      else if (colons && colons[2]!.trim() === '') closeContainer(containers, colons[1]!.length);
      if (comment) comment = !content.includes('-->');
      else if (content.includes('<!--')) comment = content.lastIndexOf('-->') < content.lastIndexOf('<!--');
    }
    blank = content.trim() === '';
    at = next;
    line += 1;
  }
  chunks.push({ text: text.slice(begin), offset: begin, line: beginLine });
  return chunks;
}

/** A closing fence closes the innermost container that has no more colons than it. */
function closeContainer(containers: number[], colons: number): void {
  for (let index = containers.length - 1; index >= 0; index -= 1) {
    if (containers[index]! <= colons) {
      containers.length = index;
      return;
    }
  }
}

const definition = /^ {0,3}\[(?!\s*\])((?:[^\[\]\\\n]|\\.){1,999})\]:/gm;

/** Definitions of links and notes by their folded label, so that a piece can refer to another piece's. */
export function findDefinitions(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(definition)) {
    // “[^1 ]” is no mark of a note, and must not pass for that of `[^1]`.
    const label = /^\s*\^.*\s|^\s+\^/.test(match[1]!) ? match[1]! : foldLabel(match[1]!);
    // Only that it exists matters in another piece; what it says is read where it stands.
    if (!found.has(label)) found.set(label, `[${match[1]!}]: x`);
  }
  return found;
}

/** The definitions that a piece refers to, each in a paragraph's place; empty if there are none. */
export function lentDefinitions(text: string, all: ReadonlyMap<string, string>): string {
  if (all.size === 0) return '';
  const lent = new Set<string>();
  for (const match of text.matchAll(/\[((?:[^\[\]\\\n]|\\.){1,999})\]/g)) {
    const source = all.get(foldLabel(match[1]!));
    if (source !== undefined) lent.add(source);
  }
  return [...lent].join('\n\n');
}

/** A label as it is compared: capitals and the width of spaces do not matter. */
export function foldLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}
