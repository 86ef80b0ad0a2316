import { defineNode } from '../define.js';

export const inlineCode = defineNode({
  type: 'inlineCode',
  title: 'Code in a line',
  description: 'A word to type as it stands.',
  place: ['inline'],
  children: { kind: 'value' },
  fields: {
    value: { kind: 'string', description: 'The code.', required: true },
  },
  example: `Run \`everyread build\`.`,
});
