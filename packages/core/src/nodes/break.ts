import { defineNode } from '../define.js';

export const breakNode = defineNode({
  type: 'break',
  title: 'Line break',
  description: 'A new line inside a paragraph.',
  place: ['inline'],
  children: { kind: 'none' },
  fields: {},
  example: `Gower Street\\
London`,
});
