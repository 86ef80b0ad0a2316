import { defineNode } from '../define.js';

export const deleteNode = defineNode({
  type: 'delete',
  title: 'Deleted text',
  description: 'Text that no longer holds.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {},
  example: `The meeting is on ~~Monday~~ Tuesday.`,
});
