import { defineNode } from '../define.js';

export const contents = defineNode({
  type: 'contents',
  title: 'Contents',
  description: 'The list of sections. Made before the first section unless placed by hand.',
  place: ['block'],
  children: { kind: 'none' },
  fields: {
    depth: { kind: 'number', description: 'How many levels it lists.', minimum: 1, maximum: 6 },
  },
  directive: { name: 'contents', forms: ['leaf'] },
  example: `::contents{depth=2}`,
});
