/** An item of a list that is no part of another block. */
export interface RootItem {
  /** How it begins: `-`, `*`, `+`, or digits with a dot or bracket, and the blanks after it. */
  marker: string;
  /** The sign that is the same in all items of one list (CommonMark 5.3). */
  kind: string;
  /** How far a line must be indented to belong to it whatever it says (CommonMark 5.2). In columns. */
  content: number;
}

/** The item that begins at the margin with this line, where no paragraph is open. Empty items and unusual white space are left out. */
export function rootItem(line: string): RootItem | undefined {
  const match = /^(?:([-*+])|\d{1,9}([.)])) {1,4}(?=[^ \t])/.exec(line);
  if (!match || isBreak.test(line)) return undefined;
  const [marker] = match;
  return { marker, kind: match[1] ?? match[2]!, content: marker.length };
}

/** A break between topics is written with the same signs (CommonMark 4.1). */
const isBreak = /^([-*])(?:[ \t]*\1){2,}[ \t]*$/;
