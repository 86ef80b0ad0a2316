import { defineNode } from '../define.js';

export const listItem = defineNode({
  type: 'listItem',
  title: 'List item',
  description: 'One item of a list.',
  place: ['part'],
  children: { kind: 'flow' },
  fields: {
    spread: { kind: 'boolean', description: 'Whether its blocks stand apart.' },
    checked: { kind: 'boolean', description: 'Whether a task is done, for task lists.' },
  },
  example: `- [x] Publish the report
- [ ] Ask readers`,
});
