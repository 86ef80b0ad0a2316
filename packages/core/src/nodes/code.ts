import { defineNode } from '../define.js';

export const code = defineNode({
  type: 'code',
  title: 'Code block',
  description: 'Lines to be kept as they are.',
  place: ['block'],
  children: { kind: 'value' },
  fields: {
    value: { kind: 'string', description: 'The code.', required: true },
    lang: { kind: 'string', description: 'The programming language.' },
    meta: { kind: 'string', description: 'More about the language.' },
  },
  example: `\`\`\`sh
npx everyread build report.md
\`\`\``,
});
