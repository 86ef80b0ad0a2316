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

/** The first node that has the character in a value of its own, such as a text or an alternative, for the place of a message. */
export function findText(report: PreparedReport, character: string): ReportNode | undefined {
  let found: ReportNode | undefined;
  const look = (node: ReportNode): void => {
    if (found !== undefined) return;
    const values = Object.entries(node).filter(([key]) => key !== 'children' && key !== 'position');
    if (values.some(([, value]) => holds(value, character))) found = node;
  };
  walk(report.root.children as ReportNode[], look);
  for (const note of report.notes) walk([note.definition], look);
  return found;
}

function holds(value: unknown, character: string): boolean {
  if (typeof value === 'string') return value.includes(character);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, character));
}
