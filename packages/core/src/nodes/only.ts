import { defineNode } from '../define.js';

export const only = defineNode({
  type: 'only',
  title: 'Part of one edition',
  description: 'Content for some formats or editions only.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    format: { kind: 'string', description: 'Formats, separated by spaces, such as pdf docx.' },
    edition: { kind: 'string', description: 'Editions, separated by spaces, such as large-print.' },
  },
  directive: { name: 'only', forms: ['container'] },
  example: `:::only{edition=large-print}
This is the large-print edition.
:::`,
});
