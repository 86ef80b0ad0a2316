import { defineNode } from '../define.js';

export const crossReference = defineNode({
  type: 'crossReference',
  title: 'Cross-reference',
  description: 'A pointer to another place in the report, which each edition words so that it is true there.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    target: { kind: 'string', description: 'The name of the place.', required: true, attribute: 'to' },
    show: {
      kind: 'enum',
      description: 'What to print: the words given, the title of the place, its page, or its number, which its caption shows then.',
      values: ['text', 'title', 'page', 'number'],
    },
  },
  directive: { name: 'ref', forms: ['text'], label: 'children' },
  example: `# The strategy

Read on at :ref[page 24]{to=the-strategy}, or in [the strategy](#the-strategy).`,
});
