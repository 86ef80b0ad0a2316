/** Line and column, counted from 1, at which a text stops being JSON (RFC 8259). Node names the character only for some faults. */
export function placeInJson(reason: string, text: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(reason)?.[1];
  const before = text.slice(0, position === undefined ? endOfJson(text) : Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

const blanks = /[ \t\r\n]*/y;
const token =
  /(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

type Expected = 'value' | 'key' | 'colon' | 'next' | 'nothing';

/** How far a text is JSON, in UTF-16 code units. */
function endOfJson(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let mayClose = false;
  for (let at = 0; ; at = token.lastIndex) {
    blanks.lastIndex = at;
    blanks.test(text);
    const begin = (token.lastIndex = blanks.lastIndex);
    const match = token.exec(text);
    // What is whole was refused for another reason.
    if (match === null) return begin === text.length && expected === 'nothing' ? 0 : begin;
    const [, sign, string] = match;
    const closes = (sign === '}' || sign === ']') && open.at(-1) === (sign === '}' ? '{' : '[') && (expected === 'next' || mayClose);
    mayClose = false;
    if (closes) {
      open.pop();
      expected = open.length === 0 ? 'nothing' : 'next';
    } else if (expected === 'value' && (sign === '{' || sign === '[')) {
      open.push(sign);
      expected = sign === '{' ? 'key' : 'value';
      mayClose = true;
    } else if (expected === 'value' && sign === undefined) expected = open.length === 0 ? 'nothing' : 'next';
    else if (expected === 'key' && string !== undefined) expected = 'colon';
    else if (expected === 'colon' && sign === ':') expected = 'value';
    else if (expected === 'next' && sign === ',') expected = open.at(-1) === '{' ? 'key' : 'value';
    else return begin;
  }
}
