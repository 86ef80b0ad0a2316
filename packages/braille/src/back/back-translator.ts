import { EveryreadError } from '@everyread/core';
import { packagedTranslator } from '../system/packaged-engine.js';
import { brailleCodeFor, gradeOf, tableFilesFor, type Grade } from '../tables/tables.js';
import type { Translator } from '../translator.js';
import { readUeb } from './read-ueb.js';

/** Turns cells back into print: see {@link backTranslator}. */
export type BackTranslate = (cells: string) => string;

/** Settings of {@link backTranslator}. */
export interface BackTranslatorSettings {
  /** Grade that the Braille is written in. Default 2. */
  grade?: Grade;
  /** The engine for languages other than English. Default: the embedded liblouis-build. */
  translator?: Translator;
}

/**
 * Something that turns Braille of a language back into print: for proofs, and for reading files back. English is read by
 * the rules of UEB ({@link readUeb}), without the engine that wrote it; other languages by the engine’s tables.
 *
 * @param lang - BCP 47 tag
 * @throws {EveryreadError} `misuse` when there is no Braille for the language, `engine` when the engine fails
 */
export async function backTranslator(lang: string, settings: BackTranslatorSettings = {}): Promise<BackTranslate> {
  const code = brailleCodeFor(lang);
  if (code === undefined) {
    throw new EveryreadError('misuse', `There is no Braille table for the language ${lang}`, {
      hint: 'Read it with the tables of your own engine.',
    });
  }
  const grade = gradeOf(code, settings.grade ?? 2);
  if (code.lang === 'en') return (cells) => readUeb(cells, { grade });
  const translator = settings.translator ?? (await packagedTranslator());
  const table = await translator.open(tableFilesFor(code, grade));
  return (cells) => table.backTranslate(cells);
}
