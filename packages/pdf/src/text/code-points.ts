import { walk, type PreparedReport, type ReportNode } from '@everyread/core';

/** Every character of the report, of the words that are added to it and of its drawings. */
export function codePoints(report: PreparedReport, drawn: Iterable<string> = []): Set<number> {
  const found = new Set<number>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') for (const character of value) found.add(character.codePointAt(0)!);
    else if (Array.isArray(value)) value.forEach(add);
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) if (key !== 'position') add(inner);
    }
  };
  add(report.root.children);
  add(report.notes.map((note) => note.definition));
  add(report.meta);
  add(report.words);
  for (const text of drawn) add(text);
  add('0123456789•–[]?☐☑()…');
  return found;
}

/** The first text that has the character, for the place of the message. */
export function findText(report: PreparedReport, character: string): ReportNode | undefined {
  let found: ReportNode | undefined;
  walk(report.root.children as ReportNode[], (node) => {
    if (found === undefined && node.type === 'text' && node.value.includes(character)) found = node;
  });
  return found;
}
