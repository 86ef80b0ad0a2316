import { defineNode } from '../define.js';

export const chart = defineNode({
  type: 'chart',
  title: 'Chart',
  description:
    'A chart that every edition draws or says from one table of data: the first column names the parts, each other column is a series.',
  place: ['block'],
  children: { kind: 'parts', of: ['table'], caption: true, also: 'flow' },
  fields: {
    kind: {
      kind: 'enum',
      description: 'The kind of picture.',
      required: true,
      attribute: 'type',
      values: ['bar', 'column', 'line', 'pie', 'doughnut'],
      aliases: { donut: 'doughnut' },
    },
    unit: { kind: 'string', description: 'The unit of the figures, such as % or £.' },
    summary: { kind: 'string', description: 'What the chart shows, in a sentence; made from the data unless given.' },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'chart', forms: ['container'], label: 'caption' },
  example: `:::chart[Where our money came from]{type=doughnut unit="%"}
| Source | Share |
| --- | ---: |
| Consultancy | 48.6 |
| Projects | 51.4 |
:::`,
});
