import { defineNode } from '../define.js';

export const blockquote = defineNode({
  type: 'blockquote',
  title: 'Quotation',
  description: 'Words of somebody else. When its last line begins with a dash it becomes a quotation with attribution.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {},
  example: `> Co-production takes time.`,
});
