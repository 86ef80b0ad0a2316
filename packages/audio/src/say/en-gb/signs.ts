import { wholeNumber } from './numbers.js';
import { sayRule, type SayRule } from '../rule.js';

const said: Readonly<Record<string, string>> = {
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '<': 'less than',
  '>': 'greater than',
  '≤': 'at most',
  '≥': 'at least',
  '±': 'plus or minus',
  '×': 'times',
  '÷': 'divided by',
  '≈': 'about',
  '~': 'about',
  '°': 'degrees',
  '©': 'copyright',
  '→': 'to',
  '%': 'per cent',
  '@': 'at',
  '£': 'pounds',
  '€': 'euros',
  $: 'dollars',
  '#': 'number',
  '§': 'section',
  '¶': 'paragraph',
  '\\': 'backslash',
};

export const signs: readonly SayRule[] = [
  sayRule('note-mark', /(?:[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)/, (match, { before, options }) =>
    options.noteMarks === 'say' && /[\p{L}\d.,)”’]$/u.test(before) ? ' footnote' : match[0] === '²' && /m$/.test(before) ? ' squared' : '',
  ),
  sayRule('slash', /\s?\/\s?(?=[\p{L}\d])/u, (_, { before }) => (/[\p{L}\d)]$/u.test(before) ? ' slash ' : undefined)),
  sayRule('arrow-tag', /<\/?\p{L}[^<>]*>/u, (match) => ` ${match[0].replace(/[<>/="']/g, ' ').trim()} `),
  // Without spaces a long dash is a span: “Manchester–Leeds”, “10am–noon”.
  sayRule('span', /–(?=[\p{L}\d])/u, (_, { before }) => (/[\p{L}\d]$/u.test(before) ? ' to ' : undefined)),
  sayRule('subscript', /[₀-₉]/, (match) => ` ${wholeNumber(String(match[0].charCodeAt(0) - 0x2080))} `),
  sayRule('dash', /\s+[–—-]+\s+|[–—]/, () => ', '),
  sayRule('bracket-open', /\s?[([]+(?=[\p{L}\p{N}£€$“‘"'])/u, (_, { before }) => (before.trim() === '' ? ' ' : ', ')),
  sayRule('bracket-close', /[)\]]+/, (_, { after }) => (/^\s*[.,;:!?”’"]|^\s*$/.test(after) ? '' : ', ')),
  sayRule('quote', /[“”„«»"]|[‘’'](?!\p{L})|(?<!\p{L})[‘’'](?=\p{L})/u, () => ''),
  sayRule('apostrophe', /[’‘]/, () => "'"),
  sayRule('ellipsis', /…|\.{3,}/, () => ', '),
  sayRule('sign', /[&+=<>≤≥±×÷≈~°©→%@£€$#§¶\\]/, (match) => ` ${said[match[0]]!} `),
  // What is left of print that has no sound: bullets, arrows, pictograms, brackets, control characters.
  sayRule('soundless', /[^\p{L}\p{N}\p{M}\s.,;:!?'-]+/u, () => ' '),
];
