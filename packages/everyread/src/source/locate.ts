/**
 * The line and column of a value in JSON text that parses, counted from 1. Walks the text once and does not recurse,
 * so any depth is safe.
 *
 * @param pointer - the way to the value; where it does not lead on, the last place on it that exists
 */
export function locate(text: string, pointer: readonly (string | number)[]): { line: number; column: number } {
  let at = skipBlank(text, 0);
  for (const step of pointer) {
    const next = enter(text, at, step);
    if (next === undefined) break;
    at = next;
  }
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** From the start of an object or list to the start of one of its values. */
function enter(text: string, start: number, step: string | number): number | undefined {
  const open = text[start];
  if (open !== '{' && open !== '[') return undefined;
  let found: number | undefined;
  let at = skipBlank(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    let key: string | number = index;
    if (open === '{') {
      const end = skipString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipBlank(text, skipBlank(text, end) + 1);
    }
    // The last of two members of one name is the one that counts.
    if (String(key) === String(step)) found = at;
    if (found !== undefined && open === '[') return found;
    at = skipBlank(text, skipValue(text, at));
    if (text[at] === ',') at = skipBlank(text, at + 1);
  }
  return found;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '"') {
      at = skipString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && /[,\s]/.test(sign)) return at;
  }
  return text.length;
}

function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at;
}
