import { defineNode } from '../define.js';

export const figure = defineNode({
  type: 'figure',
  title: 'Figure',
  description: 'A picture with its text alternative, caption, credit and, below it, a long description.',
  place: ['block'],
  children: { kind: 'flow', caption: true },
  fields: {
    src: { kind: 'string', description: 'The file, relative to the document.', required: true },
    alt: { kind: 'string', description: 'What the picture says, in words.' },
    decorative: { kind: 'boolean', description: 'The picture says nothing; every edition leaves it out for those who do not see it.' },
    credit: { kind: 'string', description: 'Who made the picture.' },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'figure', forms: ['container', 'leaf'], label: 'caption' },
  example: `:::figure[The four quarters of our year]{src="images/year.png" alt="A ring in four parts, one for each quarter."}
The first quarter had three events, the second five.
:::`,
});
