import { defineNode } from '../define.js';

export const caption = defineNode({
  type: 'caption',
  title: 'Caption',
  description: 'The caption or title of the block around it, always its first child.',
  place: ['part'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `:::callout[This is the caption]{kind=note}
Text.
:::`,
});
