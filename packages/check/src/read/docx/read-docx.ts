import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { Outline } from '../../outline/outline.js';
import { elements, find, type Element } from '../markup.js';
import { openWord, type NotePart } from './parts.js';
import { WordWalk } from './walk.js';

/** Reads a Word file (ECMA-376 part 1) as its reader meets it. */
export function readDocx(bytes: Uint8Array): Outline {
  const parts = openWord(bytes);
  const collector = new Collector(() => parts.lang);
  const walk = new WordWalk(parts, collector, parts.targets);
  walk.blocks(parts.body);
  collector.endText();
  const notes = new Map<string, { element: Element; targets: NotePart['targets'] }>(
    parts.notes.flatMap((part) =>
      elements(part.root, `w:${part.kind}`)
        .filter((note) => !note.attributes['w:type'])
        .map((element) => [`${part.kind} ${element.attributes['w:id'] ?? ''}`, { element, targets: part.targets }] as const),
    ),
  );
  const anchors = [...walk.anchors];
  for (const [id, number] of walk.noteNumbers) {
    const note = notes.get(id);
    if (!note) {
      collector.fault('read-back-note', `The mark of note ${number} has no note`);
      continue;
    }
    const inner = new Collector(() => parts.lang);
    const noteWalk = new WordWalk(parts, inner, note.targets);
    noteWalk.blocks(note.element);
    inner.endText();
    const text = inner.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ');
    collector.add({ kind: 'note', number, text: fold(text) });
    for (const item of inner.items) if (item.kind !== 'text') collector.add(item);
    collector.faults.push(...inner.faults);
    anchors.push(...noteWalk.anchors);
  }
  for (const id of notes.keys()) if (!walk.noteNumbers.has(id)) collector.fault('read-back-note', `No mark leads to the ${id}`);
  const names = new Set<string>();
  const bookmarks = [parts.body, ...parts.notes.map(({ root }) => root)].flatMap((root) => [
    ...find(root, (each) => each.name === 'w:bookmarkStart'),
  ]);
  for (const bookmark of bookmarks) {
    const name = bookmark.attributes['w:name'] ?? '';
    if (names.has(name)) collector.fault('read-back-structure', `The bookmark ${name} is set twice`);
    names.add(name);
  }
  for (const { name, text } of anchors)
    if (!names.has(name)) collector.fault('read-back-link', `The link “${text}” leads to the bookmark ${name}, which is not in the file`);
  for (const [, { target, external }] of parts.targets) {
    if (external && !/^(?:https?|mailto|tel):/i.test(target)) collector.fault('read-back-link', `A link leads to ${target}`);
  }
  return collector.outline({
    format: 'docx',
    ...(parts.title ? { title: fold(parts.title) } : {}),
    ...(parts.lang ? { lang: parts.lang } : {}),
    ...(walk.hasRecords ? { tablesAsRecords: true } : {}),
  });
}
