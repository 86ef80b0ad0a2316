import { defineNode } from '../define.js';

export const footnoteReference = defineNode({
  type: 'footnoteReference',
  title: 'Note mark',
  description: 'The mark in the text that leads to a note.',
  place: ['inline'],
  children: { kind: 'none' },
  fields: {
    identifier: { kind: 'string', description: 'The name of the note.', required: true },
    label: { kind: 'string', description: 'The name as it is written.' },
    number: { kind: 'number', description: 'The number of the note in this edition; set by a pass.' },
    id: { kind: 'string', description: 'The name of this mark; set by a pass.' },
  },
  example: `£1,179,818.54[^grants]

[^grants]: Split over the years.`,
});
