import { defineNode } from '../define.js';

export const pronunciation = defineNode({
  type: 'pronunciation',
  title: 'Pronunciation',
  description: 'Words with a note on how to say them.',
  place: ['inline'],
  children: { kind: 'phrasing' },
  fields: {
    as: { kind: 'string', description: 'How to say it, spelt in ordinary letters.' },
    ipa: { kind: 'string', description: 'How to say it, in the International Phonetic Alphabet.' },
  },
  directive: { name: 'say', forms: ['text'], label: 'children' },
  example: `:say[CoPro]{as="koh proh"}`,
});
