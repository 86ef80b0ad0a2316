import { defineNode } from '../define.js';

export const heading = defineNode({
  type: 'heading',
  title: 'Heading',
  description: 'The heading of a section. Levels are counted from the top of the report, whose title is above them all.',
  place: ['block'],
  children: { kind: 'phrasing' },
  fields: {
    depth: { kind: 'number', description: 'The level, 1 for the main sections.', required: true, minimum: 1, maximum: 6 },
    id: { kind: 'string', description: 'The name for links to the section; made from the text unless given at its end: {#our-year}.' },
  },
  example: `# Our year

## Training in 2023 {#training}`,
});
