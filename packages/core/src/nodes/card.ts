import { defineNode } from '../define.js';

export const card = defineNode({
  type: 'card',
  title: 'Card',
  description: 'One card.',
  place: ['part'],
  children: { kind: 'flow', caption: true },
  fields: {
    href: { kind: 'string', description: 'Where the title leads.' },
    src: { kind: 'string', description: 'A picture, relative to the document.' },
    alt: { kind: 'string', description: 'What the picture says; a card picture without it is decorative.' },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'card', forms: ['container', 'leaf'], label: 'caption' },
  example: `::::cards
:::card[Our values]{src="images/values.png" alt="Five hands."}
Five values guide us.
:::
::::`,
});
