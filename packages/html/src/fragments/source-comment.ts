import type { Comment } from 'hast';

/**
 * A point in a page that nobody sees, for an import: where the author placed the contents list, where what is for some readers or
 * formats begins and ends.
 */
export function sourceComment(what: 'contents' | 'begin' | 'end', fields: Readonly<Record<string, string>> = {}): Comment {
  const words = Object.entries(fields).map(
    ([name, value]) => ` ${name}="${value.replace(/["&<>-]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`,
  );
  return { type: 'comment', value: `everyread ${what}${words.join('')}` };
}
