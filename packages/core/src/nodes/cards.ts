import { defineNode } from '../define.js';

export const cards = defineNode({
  type: 'cards',
  title: 'Cards',
  description: 'A group of cards, each with a title and often a link.',
  place: ['block'],
  children: { kind: 'parts', of: ['card'], caption: true },
  fields: {
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'cards', forms: ['container'], label: 'caption' },
  example: `::::cards[Publications]
:::card[Safeguarding statement]{href="https://example.org/safeguarding"}
Why safety matters to all of us.
:::
::::`,
});
