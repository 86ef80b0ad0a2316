import { defineNode } from '../define.js';

export const link = defineNode({
  type: 'link',
  title: 'Link',
  description: 'A link to a web page, an e-mail address or a file. A link to `#name` becomes a cross-reference.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    url: { kind: 'string', description: 'The address.', required: true },
    title: { kind: 'string', description: 'More about the target.' },
  },
  example: `Read [our strategy](https://example.org/strategy).`,
});
