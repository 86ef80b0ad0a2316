import type { SignCorrection } from './stand-ins.js';

const sign = (character: string, dots: string): SignCorrection => ({ character, dots });
const mark = (character: string, dots: string): SignCorrection => ({ character, dots, isPunctuation: true });

/**
 * Figures and signs of Unified English Braille, for the codes that take them from it: Irish (Updated Irish Braille, INBAF 2014:
 * punctuation as in UEB) and Welsh (Unified Welsh Braille Code, UKAAF: signs as in The Rules of Unified English Braille, 2013). The
 * tables of 2017 write Irish in part otherwise and Welsh by British Braille: there the point of 12.5 is what UEB has for a comma,
 * and 14a is 141 in both.
 */
export const uebSignCorrections: readonly SignCorrection[] = [
  { character: ',', dots: '2', where: 'inNumbers', keepsNumber: true },
  { character: '.', dots: '256', where: 'inNumbers', keepsNumber: true },
  { character: ':', dots: '25', where: 'inNumbers' },
  { character: '-', dots: '36', where: 'betweenBlanks', isPunctuation: true },
  // A letter a to j after a figure needs a grade 1 indicator (UEB 6.5.1).
  ...['1', '12', '14', '145', '15', '124', '1245', '125', '24', '245'].map((dots, index): SignCorrection => ({
    character: 'abcdefghij'[index]!,
    dots: `56-${dots}`,
    where: 'afterDigits',
  })),
  mark('(', '5-126'),
  mark(')', '5-345'),
  mark('[', '46-126'),
  mark(']', '46-345'),
  mark('–', '6-36'),
  mark('—', '6-36'),
  mark('…', '256-256-256'),
  mark('‘', '6-236'),
  mark('“', '236'),
  mark('”', '356'),
  mark('/', '456-34'),
  sign('&', '4-12346'),
  sign('@', '4-1'),
  sign('%', '46-356'),
  sign('#', '456-1456'),
  sign('+', '5-235'),
  sign('=', '5-2356'),
  sign('*', '5-35'),
  sign('£', '4-123'),
  sign('€', '4-15'),
  sign('$', '4-234'),
  sign('§', '45-234'),
  sign('°', '45-245'),
  sign('×', '5-236'),
  sign('÷', '5-34'),
  sign('−', '5-36'),
  sign('•', '456-256'),
  sign('²', '56-35-3456-12'),
  sign('³', '56-35-3456-14'),
  sign('½', '3456-1-34-12'),
  sign('¼', '3456-1-34-145'),
  sign('¾', '3456-14-34-145'),
];
