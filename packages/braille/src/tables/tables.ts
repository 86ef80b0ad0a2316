import type { Digits } from '../text/braille-text.js';
import type { TableFile } from '../translator.js';
import { polishCorrections } from './corrections/polish.js';
import { standIns, type SignCorrection } from './corrections/stand-ins.js';
import { uebSignCorrections } from './corrections/ueb-signs.js';
import { uebGrade1Corrections, uebGrade2Corrections } from './corrections/ueb.js';

/** Contracted (grade 2) or letter for letter (grade 1). */
export type Grade = 1 | 2;

/** What is known of the Braille of a language. */
export interface BrailleCode {
  /** BCP 47 tag, lower case. */
  readonly lang: string;
  /** Name of the code for the record and for eBraille's `brailleSystem`. */
  readonly name: string;
  /** Table files for each grade there is. */
  readonly tables: Readonly<Partial<Record<Grade, string>>>;
  /** Corrections of our own for the tables of 2017. */
  readonly corrections?: Readonly<Partial<Record<Grade, () => string>>>;
  /** Signs that the tables of 2017 write otherwise than the code. */
  readonly signs?: readonly SignCorrection[];
  /** Lines for the table besides. */
  readonly lines?: readonly string[];
  /** How figures are written. Default `letters`. */
  readonly digits?: Digits;
  /** Whether quotation marks are those of UEB 7.6. */
  readonly marksOfUeb?: true;
  /** Files of newer table sets that are named otherwise. */
  readonly newerTables?: Readonly<Partial<Record<Grade, string>>>;
}

const ueb = {
  name: 'UEB',
  marksOfUeb: true,
  tables: { 1: 'en-ueb-g1.ctb', 2: 'en-ueb-g2.ctb' },
  corrections: { 1: uebGrade1Corrections, 2: uebGrade2Corrections },
} as const;

/** A comma inside a number belongs to it; without this the tables write the number sign again after it. */
const commaInNumbers = (): string => 'midnum , 2\n';

/**
 * The codes we have tables for, the more special tag first. Scottish Gaelic is none of them: its table (`gd.ctb`, 3.24’s too) is for
 * eight dots and has no numeric sign, so that 2023 would read “bjbc”.
 */
export const brailleCodes: readonly BrailleCode[] = [
  { lang: 'en', ...ueb },
  { lang: 'cy', name: 'Welsh Braille', tables: { 1: 'cy-cy-g1.utb', 2: 'cy-cy-g2.ctb' }, signs: uebSignCorrections, marksOfUeb: true },
  { lang: 'ga', name: 'Irish Braille', tables: { 1: 'ga-g1.utb', 2: 'ga-g2.ctb' }, signs: uebSignCorrections, marksOfUeb: true },
  { lang: 'fr', name: 'French Braille', digits: 'antoine', tables: { 1: 'fr-bfu-comp6.utb', 2: 'fr-bfu-g2.ctb' } },
  { lang: 'de', name: 'German Braille', tables: { 1: 'de-de-g1.ctb', 2: 'de-de-g2.ctb' }, newerTables: { 1: 'de-g1.ctb', 2: 'de-g2.ctb' } },
  { lang: 'es', name: 'Spanish Braille', tables: { 1: 'es-g1.ctb' }, corrections: { 1: commaInNumbers } },
  { lang: 'it', name: 'Italian Braille', tables: { 1: 'it-it-comp6.utb' }, corrections: { 1: commaInNumbers } },
  { lang: 'pl', name: 'Polish Braille', tables: { 1: 'Pl-Pl-g1.utb' }, signs: polishCorrections, lines: ['begcapsword 46-46'] },
  { lang: 'pt', name: 'Portuguese Braille', tables: { 1: 'pt-pt-g1.utb', 2: 'pt-pt-g2.ctb' } },
];

/** The code for a language tag, by its first part; `undefined` where we have no table. */
export function brailleCodeFor(lang: string): BrailleCode | undefined {
  const tag = lang.toLowerCase();
  // Another script needs tables of that script, whatever the language (RFC 5646 2.2.3).
  const script = tag.split('-').find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined && script !== 'latn') return undefined;
  const primary = tag.split('-')[0]!;
  return brailleCodes.find((code) => code.lang === primary);
}

/** The grade that a code offers: the wanted one, or the only one. */
export function gradeOf(code: BrailleCode, wanted: Grade): Grade {
  return code.tables[wanted] === undefined ? (wanted === 2 ? 1 : 2) : wanted;
}

/** The table list of a code and grade, corrections last. */
export function tableFilesFor(code: BrailleCode, grade: Grade): TableFile[] {
  const table = code.tables[grade]!;
  const name = `everyread-${table.replace(/\.\w+$/, '')}.cti`;
  if (code.signs !== undefined) return [table, standIns(name, code.signs, code.lines)];
  const corrections = code.corrections?.[grade];
  return corrections === undefined ? [table] : [table, { name, text: corrections() }];
}
