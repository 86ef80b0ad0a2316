import { defineNode } from '../define.js';

export const pageBreak = defineNode({
  type: 'pageBreak',
  title: 'Print page',
  description: 'The place where a page of the printed edition begins, so that “page 24” means the same to every reader.',
  place: ['block', 'inline'],
  children: { kind: 'none' },
  fields: {
    label: { kind: 'string', description: 'The number printed on the page.', required: true, attribute: 'n' },
    id: {
      kind: 'string',
      description:
        'A name for links to this place, unique in the document; where it is left out, `page-` and the number, such as `#page-24`.',
    },
  },
  directive: { name: 'page', forms: ['leaf', 'text'] },
  example: `::page{n="24"}

Text that runs :page{n="25"}over the page.`,
});
