import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { RuleSettings } from '../rule-settings.js';
import type { MadeEdition } from './build-editions.js';
import { compareOptions, madeWith } from './read-back-options.js';

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
  const { renderer, edition } = made.job;
  const [file] = made.files;
  // `braille.html` and its like are formats of their own, which no reader of HTML should judge.
  if (!file || renderer.extension.includes('.')) return undefined;
  const { checkFile, readers } = await import('@everyread/check');
  if (!Object.hasOwn(readers, renderer.extension)) return undefined;
  const body = await readFile(join(folder, ...file.path.split('/')));
  const prepared = prepare(report, edition, { format: renderer.name });
  const found = await checkFile({ path: file.path, body }, prepared, await compareOptions(renderer.name, madeWith(made.job), prepared));
  return found.read ? found.messages.flatMap((message) => rules.judge(message)?.message ?? []) : undefined;
}
