import { defineNode } from '../define.js';

export const callout = defineNode({
  type: 'callout',
  title: 'Callout',
  description: 'A block that stands out from the text around it.',
  place: ['block'],
  children: { kind: 'flow', caption: true },
  fields: {
    kind: { kind: 'enum', description: 'What it is.', values: ['note', 'tip', 'important', 'warning'] },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'callout', forms: ['container'], label: 'caption' },
  example: `:::callout[Please note]{kind=note}
Figures cover the calendar year.
:::`,
});
