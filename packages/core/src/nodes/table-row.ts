import { defineNode } from '../define.js';

export const tableRow = defineNode({
  type: 'tableRow',
  title: 'Table row',
  description: 'One row of a table.',
  place: ['part'],
  children: { kind: 'parts', of: ['tableCell'] },
  fields: {},
  example: `| Event |
| --- |
| Launch |`,
});
