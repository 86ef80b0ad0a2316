import type { VFileMessage } from 'vfile-message';
import { documentRules } from '../audit/rules.js';
import { ruleMessage } from '../contracts/rule.js';
import { is } from '../guards.js';
import { mapBlocks, walk } from '../map.js';
import type { Note } from '../report.js';
import type { FootnoteDefinition, ReportNode, Root } from '../types.js';

/**
 * Takes the notes out of the text, numbers them in the order of their first marks, and names marks and
 * notes, so that each has a way there and back. A mark without a note and a note without a mark are messages;
 * the note that no mark leads to is kept at the end, so that nothing is lost.
 */
export function collectNotes(root: Root, message: (message: VFileMessage) => void): { root: Root; notes: Note[] } {
  const definitions = new Map<string, FootnoteDefinition>();
  const children = mapBlocks(root.children, (node) => {
    if (!is(node, 'footnoteDefinition')) return node;
    const key = node.identifier.toLowerCase();
    if (definitions.has(key)) {
      message(
        ruleMessage(documentRules['note-orphan'], {
          node,
          source: 'core',
          reason: `The note “${node.identifier}” is written twice`,
          note: 'Give each note a name of its own.',
        }),
      );
    } else definitions.set(key, node);
    return undefined;
  });
  const notes: Note[] = [];
  const byKey = new Map<string, Note>();
  const add = (key: string, definition: FootnoteDefinition): Note => {
    const number = notes.length + 1;
    const id = `note-${number}`;
    const note: Note = { number, id, referenceIds: [], definition: { ...definition, number, id } };
    notes.push(note);
    byKey.set(key, note);
    return note;
  };
  const visitMarks = (nodes: readonly ReportNode[]): void =>
    walk(nodes, (node) => {
      if (!is(node, 'footnoteReference')) return;
      const key = node.identifier.toLowerCase();
      const definition = definitions.get(key);
      if (definition === undefined) {
        message(ruleMessage(documentRules['note-orphan'], { node, source: 'core', reason: `The mark [^${node.identifier}] has no note` }));
        return;
      }
      const note = byKey.get(key) ?? add(key, definition);
      node.number = note.number;
      node.id = note.referenceIds.length === 0 ? `note-mark-${note.number}` : `note-mark-${note.number}-${note.referenceIds.length + 1}`;
      note.referenceIds.push(node.id);
    });
  visitMarks(children as ReportNode[]);
  // Notes may hold marks of their own: their list grows while it is read.
  for (let index = 0; index < notes.length; index += 1) visitMarks(notes[index]!.definition.children as ReportNode[]);
  for (const [key, definition] of definitions) {
    if (byKey.has(key)) continue;
    message(
      ruleMessage(documentRules['note-orphan'], {
        node: definition,
        source: 'core',
        severity: 'warning',
        reason: `No mark leads to the note [^${definition.identifier}]`,
      }),
    );
    add(key, definition);
  }
  return { root: { ...root, children }, notes };
}
