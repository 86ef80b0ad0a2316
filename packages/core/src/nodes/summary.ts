import { defineNode } from '../define.js';

export const summary = defineNode({
  type: 'summary',
  title: 'Part of the summary',
  description: 'What the short edition holds. Marked with `only`, it stands in the short edition alone.',
  place: ['block'],
  children: { kind: 'flow' },
  fields: {
    only: { kind: 'boolean', description: 'Leave it out of the whole report.' },
  },
  directive: { name: 'summary', forms: ['container'] },
  example: `:::summary
In 2023 we trained **502** people.
:::`,
});
