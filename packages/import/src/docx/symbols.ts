import type { XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/** Characters of the Symbol and Wingdings fonts that people use in reports. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { fc: '✔', fb: '✘', a7: '▪', a8: '◻', e0: '→', df: '←', '6c': '●', '6e': '■', d8: '➢', '4a': '☺', '28': '☎', '2a': '✉' },
  symbol: { b7: '•', ae: '→', b3: '≥', a3: '≤', b1: '±', b4: '×', b0: '°', '61': 'α', '62': 'β', '6d': 'μ', '70': 'π', d0: '∠' },
};

/** A character of a symbol font as Unicode; one that is not known is a message and a mark that says so. */
export function readSymbol(element: XmlElement, reader: Reader): string {
  const font = (element.attributes['w:font'] ?? '').toLowerCase().replace(/[^a-z]/g, '');
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return '';
  // Symbol fonts keep their characters in the private use area from F000 (ISO/IEC 29500-1, 17.3.3.30).
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const found = known[font]?.[inFont.toString(16)];
  if (found) return found;
  if (code < 0xe000 && !(font in known)) return String.fromCodePoint(code);
  reader.findings.count('import-not-kept', `A character of the font ${element.attributes['w:font'] ?? 'unknown'} has no known meaning`);
  return '□';
}
