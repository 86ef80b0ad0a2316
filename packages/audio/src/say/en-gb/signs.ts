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
  '↑': 'up',
  '▲': 'up',
  '↓': 'down',
  '▼': 'down',
  '≠': 'is not',
  '∞': 'infinity',
  µ: 'micro',
  '%': 'per cent',
  '@': 'at',
  '£': 'pounds',
  '€': 'euros',
  $: 'dollars',
  '#': 'number',
  '§': 'section',
  '¶': 'paragraph',
  '\\': 'backslash',
  '√': 'the square root of',
  '∑': 'the sum of',
  '∆': 'delta',
  '∝': 'proportional to',
  '≡': 'is the same as',
  '¢': 'cents',
  '₹': 'rupees',
  '‰': 'per mille',
};

/** The letters that formulas use. Engines for English have no sound for them. */
const greek = new Map(
  [...'αβγδεζηθικλμνξοπρστυφχψω'].map((letter, index) => [
    letter,
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
      ' ',
    )[index]!,
  ]),
);

/** Ends in an amount: a sum of money, or a figure with its unit. */
const amount = /(?:[£€$]\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:k|m|bn)?|\d\s?(?:[%‰p]|[ap]m|°[CF]?|k?m|k?g|hrs?|mins?|miles))$/u;
const perShort: Readonly<Record<string, string>> = { hr: 'hour', wk: 'week', mth: 'month', yr: 'year', kg: 'kilogram' };

export const signs: readonly SayRule[] = [
  sayRule('greek-letter', /\p{Script=Greek}(?!\p{Script=Greek})/u, (match, { before }) => {
    const name = /\p{Script=Greek}$/u.test(before) ? undefined : greek.get(match[0].toLowerCase());
    return name === undefined ? undefined : ` ${name} `;
  }),
  // “Ca²⁺”, “Cl⁻”
  sayRule('charge', /([¹²³⁴]?)([⁺⁻])/, (match, { before }) =>
    /\p{L}$|[₀-₉]$/u.test(before)
      ? ` ${match[1] === '' ? '' : `${wholeNumber(String('⁰¹²³⁴'.indexOf(match[1]!)))} `}${match[2] === '⁺' ? 'plus' : 'minus'}`
      : undefined,
  ),
  sayRule('times-star', /\s?\*\s?(?=\d)/, (match, { before }) => (/\d$/.test(before) && /\s/.test(match[0]) ? ' times ' : undefined)),
  sayRule('middle-dot', /\s+[·•|]\s+/, () => ', '),
  sayRule('note-mark', /(?:[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)/, (match, { before, options }) =>
    options.noteMarks === 'say' && /[\p{L}\d.,)”’]$/u.test(before)
      ? ' footnote'
      : match[0] === '²' && /m$|(?:^|[^\p{L}])\p{L}$/u.test(before)
        ? ' squared'
        : '',
  ),
  // Marks that stand for a word in a table: lost, a cell would say nothing.
  sayRule('tick', /[✓✔☑✅]\ufe0f?/u, () => ' yes '),
  sayRule('cross', /[✗✘✕✖❌☒]\ufe0f?/u, () => ' no '),
  sayRule('star-rating', /★(?!★)/, (_, { before }) => (/\d\s?$/.test(before) ? ' star ' : undefined)),
  sayRule('more-than', />\s?(?=[£€$\d])/, (_, { before }) => (/\d\s?$/.test(before) ? undefined : ' more than ')),
  sayRule('stars', /(★+)(☆*)(?![★☆])/, (match) => {
    const [, full, empty] = match;
    const stars = wholeNumber(String(full!.length));
    return empty === ''
      ? ` ${stars} star${full!.length === 1 ? '' : 's'} `
      : ` ${stars} out of ${wholeNumber(String(full!.length + empty!.length))} stars `;
  }),
  sayRule(
    'per',
    /\s?\/\s?(?=(?:month|year|quarter|week|day|hour|night|person|head|household|family|adult|child|student|pupil|member|ticket|place|item|unit|minute|mile|session)(?!\p{L}))/u,
    (_, { before }) =>
      /(?:[£€$][\d.,]*\d(?:k|m|bn)?|\d|%|\bper\s\p{L}+|[£€$][\d.,]+\s\p{L}+|\d\s?\p{L}+)$/u.test(before) ? ' per ' : undefined,
  ),
  sayRule('per-short', /\s?\/\s?(hr|wk|mth|yr|kg)(?!\p{L})/u, (match, { before }) =>
    amount.test(before) ? ` per ${perShort[match[1]!]!}` : undefined,
  ),
  // “£5/£3”, “10%/12%”, “10am/2pm”: one or the other, and no division.
  sayRule('amounts', /\s?\/\s?(?=[-−–+]?[£€$]?\d)/u, (_, { before, after }) =>
    amount.test(before) || (/\d$/.test(before) && /^[-−–+]?[£€$]/u.test(after)) ? ', ' : undefined,
  ),
  sayRule('slash', /\s?\/\s?(?=[\p{L}\d£€$])/u, (_, { before }) => (/[\p{L}\d)]$/u.test(before) ? ' slash ' : undefined)),
  sayRule('arrow-tag', /<\/?\p{L}[^<>]*>/u, (match) => ` ${match[0].replace(/[<>/="']/g, ' ').trim()} `),
  // “10am –12 noon”
  sayRule('time-to-time', /\s[–—-]\s?(?=\d|noon|midday|midnight|late)/, (_, { before }) =>
    /\d\s?[ap]m$|noon$/.test(before) ? ' to ' : undefined,
  ),
  // Without spaces a long dash is a span: “Manchester–Leeds”, “10am–noon”.
  sayRule('span', /–(?=[\p{L}\d])/u, (_, { before }) => (/[\p{L}\d]$/u.test(before) ? ' to ' : undefined)),
  sayRule('subscript', /[₀-₉]+/, (match) => ` ${wholeNumber([...match[0]].map((digit) => digit.charCodeAt(0) - 0x2080).join(''))} `),
  sayRule('dash', /\s+[–—-]+\s+|[–—]/, () => ', '),
  sayRule('bracket-open', /\s?(?!\(0\d{0,5}\))[([]+(?=[\p{L}\p{N}£€$“‘"'<>≤≥±≈~+−])/u, (_, { before }) =>
    before.trim() === '' ? ' ' : ', ',
  ),
  sayRule('bracket-close', /[)\]]+/, (_, { after }) => (/^\s*[.,;:!?”’"]|^\s*$/.test(after) ? '' : ', ')),
  // “12"”: where no quotation can end there.
  sayRule('inches', /\s?(["″])/, ([, mark], { before, after }) =>
    /\d$/.test(before) && (mark === '″' || !`${before}${after}`.includes('"')) ? ' inches ' : undefined,
  ),
  sayRule('quote', /[“”„«»"]|[‘’'](?!\p{L})|(?<!\p{L})[‘’'](?=\p{L})/u, () => ''),
  sayRule('apostrophe', /[’‘]/, () => "'"),
  sayRule('ellipsis', /…|\.{3,}/, () => ', '),
  sayRule('sign', /[&+=<>≤≥±×÷≈~°©→↑▲↓▼≠∞µ%@£€$#§¶\\√∑∆∝≡¢₹‰]/, (match) => ` ${said[match[0]]!} `),
];

// What is left of print that has no sound: bullets, brackets, control characters, and marks that only tell how a sign is drawn.
export const soundless: SayRule = sayRule('soundless', /[^\p{L}\p{N}\p{M}\s.,;:!?'-]|[\ufe00-\ufe0f\u20e3]+/u, (match) =>
  /^[\ufe00-\ufe0f\u20e3]/.test(match[0]) ? '' : ' ',
);
