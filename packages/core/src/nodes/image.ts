import { defineNode } from '../define.js';

export const image = defineNode({
  type: 'image',
  title: 'Image',
  description: 'A picture inside a line. A picture that stands alone becomes a figure.',
  place: ['inline'],
  children: { kind: 'none' },
  fields: {
    url: { kind: 'string', description: 'The file, relative to the document.', required: true },
    alt: { kind: 'string', description: 'What the picture says, in words.' },
    title: { kind: 'string', description: 'The caption.' },
  },
  example: `The mark ![a green tick](images/tick.png) means that it is done.`,
});
