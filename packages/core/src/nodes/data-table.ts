import { defineNode } from '../define.js';

export const dataTable = defineNode({
  type: 'dataTable',
  title: 'Table with caption',
  description: 'A table with its caption and headers.',
  place: ['block'],
  children: { kind: 'parts', of: ['table'], caption: true },
  fields: {
    headers: {
      kind: 'enum',
      description: 'Which cells are headers: those of the first row, of the first column, or both.',
      values: ['col', 'row', 'both'],
      aliases: { 'col row': 'both', 'row col': 'both', column: 'col' },
    },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'table', forms: ['container'], label: 'caption' },
  example: `:::table[Attendance]{headers="col row"}
| Event | 2022 | 2023 |
| --- | ---: | ---: |
| Cuppas | 12 | 12 |
:::`,
});
