import { defineNode } from '../define.js';

export const keyFigures = defineNode({
  type: 'keyFigures',
  title: 'Key figures',
  description: 'A group of figures that stand out.',
  place: ['block'],
  children: { kind: 'parts', of: ['keyFigure'], caption: true },
  fields: {
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'stats', forms: ['container'], label: 'caption' },
  example: `:::stats[Our year in numbers]
::stat[training sessions]{value="21"}
::stat[people trained]{value="502" change="up from 310 in 2022"}
:::`,
});
