import { uebWordCorrections } from './ueb-words.js';

/** Dots of the signs that a final-letter groupsign may stand before (UEB 3.7, 3.1, 7.4). */
const joints: Readonly<Record<string, string>> = { '@': '4-1', '/': '456-34', '&': '4-12346', _: '46-36' };

/**
 * Final-letter groupsigns (UEB 10.8). The tables of 2017 use them only before white space and punctuation, so
 * that `production@…` and `station/hall` stay long; UEB contracts in addresses like anywhere else (10.12).
 */
const finals: Readonly<Record<string, string>> = {
  ound: '46-145',
  ance: '46-15',
  sion: '46-1345',
  ount: '46-2345',
  ence: '56-15',
  ong: '56-1245',
  ful: '56-123',
  tion: '56-1345',
  ness: '56-234',
  ment: '56-2345',
  ity: '56-13456',
};

const digits = ['245', '1', '12', '14', '145', '15', '124', '1245', '125', '24'];

/**
 * Raised and lowered figures: the indicator of the level and a number (UEB 11.4.1), as the tables write ² and ³ and nothing else. Plain
 * digits in their place would turn 10⁶ into 106. Two figures side by side are one number; a minus and what it belongs to are grouped.
 */
function levels(): string[] {
  const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
  const lowered = [...'₀₁₂₃₄₅₆₇₈₉'];
  const code = (sign: string): string => `\\x${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const lines: string[] = [];
  for (const [level, figures, [minus, plus]] of [
    ['35', raised, ['⁻', '⁺']],
    ['26', lowered, ['₋', '₊']],
  ] as const) {
    for (const [value, sign] of figures.entries()) {
      if (!'²³'.includes(sign)) lines.push(`sign ${code(sign)} 56-${level}-3456-${digits[value]!}`);
    }
    lines.push(`sign ${code(minus!)} 56-${level}-5-36`, `sign ${code(plus!)} 56-${level}-5-235`);
    // After a figure nothing is contracted, and `always` does not hold: `endnum` does.
    const both = (signs: string, dots: string): number => lines.push(`always ${signs} ${dots}`, `endnum ${signs} ${dots}`);
    for (const [first, sign] of figures.entries()) {
      both(`${code(minus!)}${code(sign)}`, `56-${level}-126-5-36-3456-${digits[first]!}-345`);
      for (const [second, next] of figures.entries()) {
        const number = `3456-${digits[first]!}-${digits[second]!}`;
        both(`${code(sign)}${code(next)}`, `56-${level}-${number}`);
        both(`${code(minus!)}${code(sign)}${code(next)}`, `56-${level}-126-5-36-${number}-345`);
      }
    }
  }
  return lines;
}

/** The dash is dots 6, 36 however long print draws it (UEB 7.2.1); the tables of 2017 write the long dash. */
const signs = ['always — 6-36'];

/**
 * Words that end like “after” and are none of the words in which its short form may stand (UEB 10.9.3): the tables, those of
 * 2017 and 3.24 alike, write “craf”.
 */
const noShortForms = [
  'always rafter 1235-1-124-2345-12456',
  'always wafter 2456-1-124-2345-12456',
  'always hafter 125-1-124-2345-12456',
  'always shafter 146-1-124-2345-12456',
  'always lafter 123-1-124-2345-12456',
];

/**
 * Abbreviations that would be read as a short form and a letter, or as a wordsign, without a grade 1 indicator or letters (UEB
 * 5.7.2, 10.9.6): LLC is no “LITTLEC”, WH no “WHICH”, OU no “OUT”,
 * “5 yrs” no “5 yours”.
 */
const abbreviations = [
  'word llc 56-123-123-14',
  'word llp 56-123-123-1234',
  'word wh 2456-125',
  'word ou 135-136',
  'word yrs 56-13456-1235-234',
  'word frs 56-124-1235-234',
  'word gds 56-1245-145-234',
  'word lrs 56-123-1235-234',
  'word bls 56-12-123-234',
  'word lls 56-123-123-234',
];

/**
 * Words that a lower sign stands for are spelt before a colon and a semicolon, which have no upper dots either (UEB 10.5); the
 * tables of 2017 do so before other marks only, so that “was:” would be `⠴⠒`.
 */
const beforeColon = [
  ['be', '12-15'],
  ['were', '2456-12456-15'],
  ['his', '125-24-234'],
  ['was', '2456-1-234'],
  ['in', '24-1345'],
  ['enough', '26-1256-126'],
].flatMap(([word, dots]) => [`word ${word}: ${dots}-25`, `word ${word}; ${dots}-23`]);

function unpack(opcode: string, packed: string): string[] {
  return packed
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => `${opcode} ${entry}`);
}

/** Corrections for `en-ueb-g2.ctb` of 2017, loaded after it. */
export function uebGrade2Corrections(): string {
  const lines = [...signs, ...levels(), ...noShortForms, ...abbreviations, ...beforeColon];
  for (const [ending, dots] of Object.entries(finals)) {
    for (const [sign, signDots] of Object.entries(joints)) lines.push(`always ${ending}${sign} ${dots}-${signDots}`);
  }
  for (const [opcode, packed] of Object.entries(uebWordCorrections)) lines.push(...unpack(opcode, packed));
  return `${lines.join('\n')}\n`;
}

/** Corrections for `en-ueb-g1.ctb` of 2017. */
export function uebGrade1Corrections(): string {
  return `${[...signs, ...levels()].join('\n')}\n`;
}
