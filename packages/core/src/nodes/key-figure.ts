import { defineNode } from '../define.js';

export const keyFigure = defineNode({
  type: 'keyFigure',
  title: 'Key figure',
  description: 'One figure with its label.',
  place: ['part'],
  children: { kind: 'phrasing' },
  fields: {
    value: { kind: 'string', description: 'The figure as it is printed.', required: true },
    say: { kind: 'string', description: 'How to say the figure, where the print form misleads.' },
    change: { kind: 'string', description: 'How it changed, in words.' },
  },
  directive: { name: 'stat', forms: ['leaf'], label: 'children' },
  example: `:::stats[Reach]
::stat[newsletter subscribers]{value="+29%" say="29 per cent more"}
:::`,
});
