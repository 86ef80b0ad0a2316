import { defineNode } from '../define.js';

export const thematicBreak = defineNode({
  type: 'thematicBreak',
  title: 'Break between topics',
  description: 'A pause between two topics.',
  place: ['block'],
  children: { kind: 'none' },
  fields: {},
  example: `Before.

---

After.`,
});
