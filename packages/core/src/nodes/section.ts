import { defineNode } from '../define.js';

export const section = defineNode({
  type: 'section',
  title: 'Section',
  description: 'A heading and all that belongs under it.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    id: { kind: 'string', description: 'The name for links.', required: true },
    depth: { kind: 'number', description: 'The level, 1 for the main sections.', required: true, minimum: 1, maximum: 6 },
  },
  madeBy: 'pass',
  example: `# A section

Its text.`,
});
