import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Job } from '../plan/plan.js';
import type { RuleSettings } from '../rule-settings.js';
import type { MadeEdition } from './build-editions.js';
import { compareOptions, isBraille, madeWith } from './read-back-options.js';

/**
 * Opens an edition again and compares it with the report it was made from.
 *
 * @returns `undefined`, where nothing here can read the format; then nothing was compared
 */
export async function readBackEdition(
  made: MadeEdition,
  report: Report,
  folder: string,
  rules: RuleSettings,
): Promise<VFileMessage[] | undefined> {
  const [file] = made.files;
  if (!file) return undefined;
  const found = made.readBack ?? (await readBackFile(made.job, report, () => readFile(join(folder, ...file.path.split('/')))));
  return found?.flatMap((message) => rules.judge(message)?.message ?? []);
}

/** What reading an edition back leaves unchecked, as a sentence: a check that ran must not seem to be more than it was. */
export function limitOfReadBack({ renderer, edition }: Job): string | undefined {
  if (renderer.name === 'mp3') return 'Compared were the title, the language, the chapters and the length: what is spoken was not heard.';
  if (renderer.narration === 'required')
    return 'Compared were the text, the contents, and the order and length of the clips: what is spoken was not heard.';
  if (edition.name === 'read-aloud') return 'Compared was the text: what is spoken was not heard.';
  if (isBraille(renderer.name))
    return 'The Braille was turned back into print by a program: whether it reads well under the fingers was not judged.';
  return undefined;
}

/**
 * The same for one main file, before the rules of the author are asked.
 *
 * @param body - gives its bytes; asked for only where something here reads the format
 */
export async function readBackFile(
  job: Job,
  report: Report,
  body: () => Uint8Array | Promise<Uint8Array>,
): Promise<VFileMessage[] | undefined> {
  const { renderer, edition, fileName } = job;
  // `braille.html` and its like are formats of their own, which no reader of HTML should judge.
  if (renderer.extension.includes('.')) return undefined;
  const { checkFile, readers } = await import('@everyread/check');
  if (!Object.hasOwn(readers, renderer.extension)) return undefined;
  const prepared = prepare(report, edition, { format: renderer.name });
  const options = await compareOptions(renderer.name, madeWith(job), prepared);
  const found = await checkFile({ path: fileName, body: await body() }, prepared, options);
  return found.read ? found.messages : undefined;
}
