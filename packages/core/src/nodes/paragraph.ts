import { defineNode } from '../define.js';

export const paragraph = defineNode({
  type: 'paragraph',
  title: 'Paragraph',
  description: 'A paragraph of text.',
  place: ['block'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `We gave 19 talks to 1,482 people.`,
});
