import { defineNode } from '../define.js';

export const emphasis = defineNode({
  type: 'emphasis',
  title: 'Emphasis',
  description: 'Stressed words. Large print sets them in bold.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `Nothing *about* us without us.`,
});
