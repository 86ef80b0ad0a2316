import { defineNode } from '../define.js';

export const captionNumber = defineNode({
  type: 'captionNumber',
  title: 'Number of a caption',
  description:
    '“Table 2.” at the beginning of a caption: made where the report refers to a number and the author wrote none into the caption.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {},
  madeBy: 'pass',
  example: `:::table[Workshops]{id=workshops}
| Month | Workshops |
| ----- | --------- |
| July  | 4         |
:::

How many we held stands in :ref{to=workshops show=number}.`,
});
