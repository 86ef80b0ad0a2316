import { defineNode } from '../define.js';

export const step = defineNode({
  type: 'step',
  title: 'Step',
  description: 'One step of a sequence.',
  place: ['part'],
  children: { kind: 'flow', caption: true },
  fields: {
    when: {
      kind: 'string',
      description: 'The date, or date and times, in ISO 8601: 2023-09-12, 2023-09-12T13:00 or 2023-09-12T13:00/15:00.',
    },
    value: { kind: 'string', description: 'The figure of this stage, for a funnel.' },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'step', forms: ['container', 'leaf'], label: 'caption' },
  example: `::::steps{kind=funnel}
:::step[Registered]{value="409 people"}
:::
:::step[Joined]{value="198 people"}
:::
::::`,
});
