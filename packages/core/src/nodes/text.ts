import { defineNode } from '../define.js';

export const text = defineNode({
  type: 'text',
  title: 'Text',
  description: 'Plain text.',
  place: ['inline'],
  children: { kind: 'value' },
  fields: {
    value: { kind: 'string', description: 'The characters.', required: true },
  },
  example: `Plain text.`,
});
