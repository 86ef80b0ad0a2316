import { childrenOf, is, primaryLanguage, type Report, type ReportNode } from '@everyread/core';
import type { Findings } from './importing.js';

/** Short words that every text of a language is full of, and that others do not have. */
const shortWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and of to in that for with was were is are we our this from which have has by',
    cy: 'yn yr ac mae gan wedi bod hefyd ein eich gyda oedd sydd ar yw ei eu am nid cael',
    fr: 'le la les des et est une dans pour que qui sur avec nous notre sont cette du au',
    de: 'der die das und ist nicht mit für auf ein eine wir unsere sind den dem von zu im',
    es: 'el los las del que una para con por nuestro nuestra son más como este esta en y',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

/** Spellings of one side of the Atlantic alone; “-ize” stands on both. */
const british =
  /\b(?:programmes?|organis(?:ations?|ed|ing|ers?)|colours?|centres?|behaviours?|favour\w*|labour|neighbour\w*|honour\w*|recognis(?:ed|es|ing)|realis(?:ed|es|ing)|specialis(?:ed|es|ing)|fulfil|enrolment|councillors?|whilst)\b/gi;
const american =
  /\b(?:organization(?:s|al)?|color(?:s|ed|ful)?|centers?|behaviors?|favorites?|labor|neighbor\w*|honor(?:ed|s)?|fulfill|enrollment)\b/gi;
/** Pounds, numbers of telephones, charities and post codes of the United Kingdom. */
const ofBritain = /£\s?\d|\+44[\s(]?\d|\bregistered charity\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\bHMRC\b|\bNHS\b/gi;

/** Hints at a language of the text that contradicts the one which the document names: a voice, and Braille, would follow the wrong one. */
export function hintLanguage({ meta, root }: Report, findings: Findings): void {
  const text = textIn(root.children as ReportNode[]);
  findings.place = undefined;
  const own = primaryLanguage(meta.lang);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (lang: string): number => words.filter((word) => shortWords[lang]!.has(word)).length / words.length;
  if (words.length >= 100 && own in shortWords) {
    const [other] = Object.keys(shortWords)
      .filter((lang) => lang !== own)
      .map((lang) => ({ lang, share: share(lang) }))
      .sort((a, b) => b.share - a.share);
    if (other && other.share > 0.12 && other.share > 3 * share(own)) {
      findings.say('import-language', `The document names the language ${meta.lang}, but its words seem to be ${nameOf(other.lang)}`);
      return;
    }
  }
  if (meta.lang !== 'en-US') return;
  const signs = [...new Set([...text.matchAll(british)].map(([word]) => word.toLowerCase()))];
  const facts = [...new Set([...text.matchAll(ofBritain)].map(([sign]) => sign.replace(/\d.*$/, '').trim()).filter(Boolean))];
  const against = [...text.matchAll(american)].length;
  if (signs.length === 0 || signs.length + facts.length < 3 || against > 0) return;
  const named = [...signs, ...facts].slice(0, 4).map((each) => `“${each}”`);
  findings.say('import-language', `The document names the language en-US, but is written as in Britain: ${named.join(', ')}`);
}

const nameOf = (lang: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;

/** The text that is in the language of the report. */
function textIn(nodes: readonly ReportNode[]): string {
  const parts: string[] = [];
  const look = (node: ReportNode): void => {
    if ((is(node, 'span') || is(node, 'div')) && node.lang) return;
    if (is(node, 'text')) parts.push(node.value);
    for (const child of childrenOf(node)) look(child);
    if (childrenOf(node).length > 0 && !is(node, 'strong') && !is(node, 'emphasis')) parts.push(' ');
  };
  for (const node of nodes) look(node);
  return parts.join('');
}
