import { defineNode } from '../define.js';

export const span = defineNode({
  type: 'span',
  title: 'Words in another language',
  description: 'Words in another language or direction.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    lang: { kind: 'string', description: 'The language, as a BCP 47 tag.' },
    dir: { kind: 'enum', description: 'The direction of writing.', values: ['ltr', 'rtl', 'auto'] },
  },
  directive: { name: 'span', forms: ['text'], label: 'children' },
  example: `The project :span[Amar Bari Amar Jibon]{lang=bn-Latn} began in May.`,
});
