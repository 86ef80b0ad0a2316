import type { SignCorrection } from './stand-ins.js';

const sign = (character: string, dots: string): SignCorrection => ({ character, dots });
const inNumbers = (character: string, dots: string): SignCorrection => ({ character, dots, where: 'inNumbers' });

/**
 * Corrections for `Pl-Pl-g1.utb` of 2017, by what liblouis has mended since with a Polish reader (its pull requests 782, 866 and 1111,
 * after “Zasady adaptacji materiałów dydaktycznych do wersji brajlowskiej”): the comma of 12,5 is dot 2 and the point dot 3, which the
 * old table has the other way round; after other signs a number has its number sign again; a hyphen between blanks is no dash.
 */
export const polishCorrections: readonly SignCorrection[] = [
  { ...inNumbers(',', '2'), keepsNumber: true },
  { ...inNumbers('.', '3'), keepsNumber: true },
  inNumbers('+', '235'),
  inNumbers('-', '36'),
  inNumbers(':', '25'),
  inNumbers('=', '2356'),
  { character: '-', dots: '36', where: 'betweenBlanks', isPunctuation: true },
  sign('/', '256'),
  sign('−', '36'),
  sign('%', '3456-245-356'),
  sign('$', '4-145'),
  sign('*', '35'),
  sign('@', '345'),
  sign('_', '6'),
  sign('×', '3'),
  sign('¹', '346-2'),
  sign('²', '346-23'),
  sign('³', '346-25'),
  sign('¼', '3456-1-256'),
  sign('½', '3456-1-23'),
  sign('¾', '3456-14-256'),
];
