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

/** The dash is dots 6, 36 however long print draws it (UEB 7.2.1); the tables of 2017 write the long dash. */
const signs = ['always — 6-36'];

function unpack(opcode: string, packed: string): string[] {
  return packed
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => `${opcode} ${entry}`);
}

/** Corrections for `en-ueb-g2.ctb` of 2017, loaded after it. */
export function uebGrade2Corrections(): string {
  const lines = [...signs];
  for (const [ending, dots] of Object.entries(finals)) {
    for (const [sign, signDots] of Object.entries(joints)) lines.push(`always ${ending}${sign} ${dots}-${signDots}`);
  }
  for (const [opcode, packed] of Object.entries(uebWordCorrections)) lines.push(...unpack(opcode, packed));
  return `${lines.join('\n')}\n`;
}

/** Corrections for `en-ueb-g1.ctb` of 2017. */
export function uebGrade1Corrections(): string {
  return `${signs.join('\n')}\n`;
}
