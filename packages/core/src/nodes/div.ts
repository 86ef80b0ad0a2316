import { defineNode } from '../define.js';

export const div = defineNode({
  type: 'div',
  title: 'Passage in another language',
  description: 'Blocks in another language or direction.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    lang: { kind: 'string', description: 'The language, as a BCP 47 tag.' },
    dir: { kind: 'enum', description: 'The direction of writing.', values: ['ltr', 'rtl', 'auto'] },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'div', forms: ['container'] },
  example: `:::div{lang=cy}
Diolch yn fawr.
:::`,
});
