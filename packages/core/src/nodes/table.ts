import { defineNode } from '../define.js';

export const table = defineNode({
  type: 'table',
  title: 'Table',
  description: 'Rows and cells. The first row holds the column headers; where its first cell is empty, the first column names the rows.',
  place: ['block'],
  children: { kind: 'parts', of: ['tableRow'] },
  fields: {},
  example: `| Event | People |
| --- | ---: |
| Launch | 198 |`,
});
