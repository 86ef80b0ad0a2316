import { defineNode } from '../define.js';

export const list = defineNode({
  type: 'list',
  title: 'List',
  description: 'A bulleted or numbered list.',
  place: ['block'],
  children: { kind: 'parts', of: ['listItem'] },
  fields: {
    ordered: { kind: 'boolean', description: 'Whether the items are numbered.' },
    start: { kind: 'number', description: 'The number of the first item.', minimum: 0 },
    spread: { kind: 'boolean', description: 'Whether the items stand apart.' },
  },
  example: `- Lead culture change
- Live our values

3. Third
4. Fourth`,
});
