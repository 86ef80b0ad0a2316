import { defineNode } from '../define.js';

export const pullQuote = defineNode({
  type: 'pullQuote',
  title: 'Quotation with attribution',
  description: 'A quotation and who said it.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    by: { kind: 'string', description: 'The person.' },
    role: { kind: 'string', description: 'What the person does.' },
    org: { kind: 'string', description: 'The organisation.' },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'quote', forms: ['container'] },
  example: `:::quote{by="Amy Ramsay" role="a participant" org="Co-Pro Cuppa"}
A really supportive and welcoming space.
:::`,
});
