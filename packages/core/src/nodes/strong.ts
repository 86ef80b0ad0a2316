import { defineNode } from '../define.js';

export const strong = defineNode({
  type: 'strong',
  title: 'Strong emphasis',
  description: 'Important words.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `We trained **502** people.`,
});
