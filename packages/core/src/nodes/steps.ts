import { defineNode } from '../define.js';

export const steps = defineNode({
  type: 'steps',
  title: 'Steps',
  description: 'Things that happen one after the other: steps to take, a timeline, or a funnel in which fewer and fewer go on.',
  place: ['block'],
  children: { kind: 'parts', of: ['step'], caption: true },
  fields: {
    kind: { kind: 'enum', description: 'What kind of sequence it is.', values: ['steps', 'timeline', 'funnel'] },
    id: { kind: 'string', description: 'A name for links to this block, unique in the document.' },
  },
  directive: { name: 'steps', forms: ['container'], label: 'caption' },
  example: `::::steps[How the fund ran]{kind=timeline}
:::step[Launch]{when="2023-09-12T13:00/15:00"}
Online, for everyone.
:::
:::step[Decisions]{when="2023-12-14"}
:::
::::`,
});
