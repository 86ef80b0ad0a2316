import { defineNode } from '../define.js';

export const abbreviation = defineNode({
  type: 'abbreviation',
  title: 'Abbreviation',
  description: 'A short form and what it stands for.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    title: { kind: 'string', description: 'The long form.', required: true },
  },
  directive: { name: 'abbr', forms: ['text'], label: 'children' },
  example: `:abbr[UCL]{title="University College London"}`,
});
