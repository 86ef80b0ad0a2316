import { EveryreadError } from '@everyread/core';
import type { LexiconEntry } from './lexicon.js';

/** Namespace of the Pronunciation Lexicon Specification 1.0 (W3C Recommendation, 14 October 2008). */
const namespace = 'http://www.w3.org/2005/01/pronunciation-lexicon';

/**
 * Reads a PLS lexicon: graphemes with aliases or phonemes. Markup that it does not know is passed over.
 *
 * @throws {EveryreadError} `misuse` for a text that is no lexicon
 */
export function readPls(xml: string): LexiconEntry[] {
  const clean = xml.replace(/<!--[\s\S]*?-->/g, '');
  if (!/<(?:\w+:)?lexicon[\s>]/.test(clean)) {
    throw new EveryreadError('misuse', 'The lexicon is no PLS file: it has no <lexicon> element', {
      hint: 'See https://www.w3.org/TR/pronunciation-lexicon/ for the form.',
    });
  }
  const entries: LexiconEntry[] = [];
  for (const [, lexeme] of clean.matchAll(/<(?:\w+:)?lexeme(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?lexeme\s*>/g)) {
    const [alias] = contents(lexeme!, 'alias');
    const [phoneme] = contents(lexeme!, 'phoneme');
    for (const grapheme of contents(lexeme!, 'grapheme'))
      entries.push({ grapheme, ...(alias ? { alias } : {}), ...(phoneme ? { phoneme } : {}) });
  }
  return entries;
}

function contents(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>`, 'g'))].map(([, text]) =>
    text!
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
      .replace(/&(lt|gt|quot|apos|#\d+|#x[\da-f]+|amp);/gi, (_, name: string) => entity(name))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function entity(name: string): string {
  if (name.startsWith('#')) {
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name.toLowerCase()] ?? '';
}

/** Writes a PLS lexicon, for an EPUB or for another narrator. */
export function writePls(entries: readonly LexiconEntry[], lang: string): string {
  const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const lexemes = entries.map(
    ({ grapheme, alias, phoneme }) =>
      `  <lexeme>\n    <grapheme>${escape(grapheme)}</grapheme>\n${phoneme ? `    <phoneme>${escape(phoneme)}</phoneme>\n` : ''}${alias ? `    <alias>${escape(alias)}</alias>\n` : ''}  </lexeme>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<lexicon version="1.0" xmlns="${namespace}" alphabet="ipa" xml:lang="${escape(lang)}">\n${lexemes.join('')}</lexicon>\n`;
}
