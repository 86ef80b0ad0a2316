import { primaryLanguage } from '@everyread/core';
import { type TextRun, type IRunOptions } from 'docx';
import { cleanLine } from './clean-text.js';
import { keepHyphens, keepTogether } from './non-breaking.js';
import { libraryRun, PlainRun } from './plain/plain-pieces.js';
import type { RunState, Scope } from './scope.js';

const rightToLeftScripts = new Set(['ar', 'fa', 'he', 'iw', 'ps', 'sd', 'ug', 'ur', 'yi', 'dv', 'ckb']);
const eastAsian = new Set(['zh', 'ja', 'ko', 'yue']);

/** Whether a language is written from right to left; a script in the tag decides (`pa-Arab`, `az-Latn`). */
export function isRightToLeft(lang: string): boolean {
  const [primary = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined) return ['arab', 'hebr', 'thaa', 'nkoo', 'syrc', 'adlm'].includes(script);
  return rightToLeftScripts.has(primary);
}

/** The slots of `w:lang` that a language belongs in (ECMA-376 17.3.2.20). */
export function languageSlots(lang: string): NonNullable<IRunOptions['language']> {
  const primary = primaryLanguage(lang);
  const latin = /-latn\b/i.test(lang);
  if (!latin && eastAsian.has(primary)) return { value: lang, eastAsia: lang };
  if (isRightToLeft(lang)) return { value: lang, bidirectional: lang };
  return { value: lang };
}

/** The properties of a run in the state that its parents handed down; runs of one look share them. */
function runOptions({ run: state, job }: Scope): IRunOptions {
  const shared = job.looksOf.get(state);
  if (shared !== undefined) return shared;
  const { bold, italics, strike, link, code, inBold, rightToLeft, lang, colour } = state;
  const key = [bold, italics, strike, link, code, inBold, rightToLeft, lang, colour].join();
  let options = job.looks.get(key);
  if (options === undefined) job.looks.set(key, (options = makeRunOptions(state, job.design.large)));
  job.looksOf.set(state, options);
  return options;
}

function makeRunOptions(state: RunState, large: boolean): IRunOptions {
  // Large print has bold for stress: slanted letters are hard to make out (UKAAF G003).
  const bold = (state.bold === true || (large && state.italics === true)) && state.inBold !== true;
  const italics = state.italics === true && !large;
  const style = state.link
    ? 'Hyperlink'
    : state.code
      ? 'Code'
      : bold
        ? state.italics && !state.bold
          ? 'Emphasis'
          : 'Strong'
        : italics
          ? 'Emphasis'
          : undefined;
  return {
    ...(style ? { style } : {}),
    ...(bold && style !== 'Strong' && !(large && style === 'Emphasis') ? { bold: true } : {}),
    ...(italics && style !== 'Emphasis' ? { italics: true } : {}),
    ...(state.strike ? { strike: true } : {}),
    ...(state.code ? { noProof: true } : {}),
    ...(state.colour ? { color: state.colour } : {}),
    ...(state.lang ? { language: languageSlots(state.lang) } : {}),
    ...(state.rightToLeft ? { rightToLeft: true } : {}),
  };
}

/** Weight, slant and line through, for what is no run of the library: the result of a field. */
export function shapeOfRun(scope: Scope): { bold?: boolean; italics?: boolean; strike?: boolean } {
  const { bold, italics, strike } = runOptions(scope);
  return { ...(bold ? { bold } : {}), ...(italics ? { italics } : {}), ...(strike ? { strike } : {}) };
}

/** A piece of text in the scope's look. */
export function textRun(text: string, scope: Scope, more?: IRunOptions): TextRun {
  const line = cleanLine(text);
  const kept = scope.job.design.large && !scope.run.code ? keepHyphens(keepTogether(line)) : line;
  const look = runOptions(scope);
  const options = more === undefined ? look : { ...look, ...more };
  if (scope.job.plain !== undefined && kept !== '' && !kept.includes('\t')) return new PlainRun(kept, options) as unknown as TextRun;
  return libraryRun(kept, options);
}

/** A piece of text in the language of the report's fixed words. */
export function wordRun(text: string, scope: Scope, more?: IRunOptions): TextRun {
  return textRun(text, { ...scope, run: { ...scope.run, ...wordsLanguage(scope) } }, more);
}

/** The language to mark fixed words with: none where it is the report's own. */
export function wordsLanguage(scope: Scope): { lang?: string } {
  const here = primaryLanguage(scope.run.lang ?? scope.job.report.meta.lang);
  const theirs = scope.job.words.lang;
  if (theirs === here) return {};
  const documents = scope.job.report.meta.lang;
  return { lang: primaryLanguage(documents) === theirs ? documents : theirs };
}
