import { defineNode } from '../define.js';

export const tableCell = defineNode({
  type: 'tableCell',
  title: 'Table cell',
  description: 'One cell of a table.',
  place: ['part'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `| Event |
| --- |
| Launch |`,
});
