import { defineNode } from '../define.js';

export const footnoteDefinition = defineNode({
  type: 'footnoteDefinition',
  title: 'Note',
  description: 'The text of a note.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    identifier: { kind: 'string', description: 'The name of the note.', required: true },
    label: { kind: 'string', description: 'The name as it is written.' },
    number: { kind: 'number', description: 'The number of the note in this edition; set by a pass.' },
    id: { kind: 'string', description: 'The name for links to the note; set by a pass.' },
  },
  example: `Text[^a]

[^a]: The note.`,
});
