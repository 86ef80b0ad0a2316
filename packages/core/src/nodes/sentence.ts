import { defineNode } from '../define.js';

export const sentence = defineNode({
  type: 'sentence',
  title: 'Sentence',
  description: 'One sentence: narration, highlighting and talking books all point at it.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    id: { kind: 'string', description: 'The name of the sentence.', required: true },
  },
  madeBy: 'pass',
  example: `One sentence. And another.`,
});
