import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { EveryreadError, ruleMessage } from '@everyread/core';
import type { BrailleEngine, NamedOutline } from '@everyread/check';
import type { VFileMessage } from 'vfile-message';
import { besideEditions } from './guess-editions.js';
import { brailleEngineFor } from './read-back-options.js';

/** Formats that are compared with each other, in words or in what else they have in common. */
const readable = new Set(['.html', '.docx', '.epub', '.pdf', '.azw3', '.mobi', '.zip', '.mp3', '.brf', '.pef', '.ebrl']);

/** What was compared. */
export interface FolderComparison {
  files: string[];
  messages: VFileMessage[];
  /** What could not be compared, in sentences. */
  limits: string[];
}

/**
 * Reads the editions of a folder back and compares them with each other, summaries with summaries.
 *
 * @throws {EveryreadError} code `misuse`, when there are not two to compare
 */
export async function compareFolder(folder: string): Promise<FolderComparison> {
  const { checkRules, compareEditions, readBack } = await import('@everyread/check');
  const names = (await readdir(folder)).filter((name) => readable.has(extname(name)) && !besideEditions.test(name)).sort();
  const groups: [NamedOutline[], NamedOutline[]] = [[], []];
  const messages: VFileMessage[] = [];
  for (const name of names) {
    try {
      const outline = await readBack({ path: name, body: await readFile(join(folder, name)) });
      if (outline) groups[/-summary(?:-|\.)/.test(name) ? 1 : 0].push({ name, outline });
    } catch (error) {
      if (!(error instanceof EveryreadError)) throw error;
      messages.push(ruleMessage(checkRules['read-back-unreadable'], { reason: `${name}: ${error.message}`, source: 'check' }));
    }
  }
  if (names.length < 2)
    throw new EveryreadError('misuse', `${folder} holds neither everyread-report.json nor two editions to compare`, {
      hint: 'Name the folder that `everyread build` wrote, such as dist, and the report with --source.',
    });
  for (const group of groups) messages.push(...compareEditions(group, await brailleEngines(group)));
  return { files: names, messages, limits: limitsOf(groups.flat()) };
}

/** Who can read the Braille of these editions: nobody knows any more in which grade it was written. */
async function brailleEngines(editions: readonly NamedOutline[]): Promise<BrailleEngine[]> {
  const print = editions.filter(({ outline }) => outline.braille === undefined);
  const lang = print.find(({ outline }) => outline.lang !== undefined && outline.format !== 'mp3')?.outline.lang;
  if (lang === undefined || print.length === editions.length) return [];
  const parts = print.flatMap(({ outline }) => outline.items.flatMap((item) => (item.kind === 'language' ? [item.lang] : [])));
  const engines = await Promise.all(([2, 1] as const).map((grade) => brailleEngineFor(lang, parts, grade)));
  return engines.filter((engine) => engine !== undefined);
}

function limitsOf(editions: readonly NamedOutline[]): string[] {
  const has = (test: (edition: NamedOutline) => boolean): boolean => editions.some(test);
  return [
    ...(has(({ outline }) => outline.braille !== undefined)
      ? ['Of Braille, the words, figures and headings were compared that all other editions share.']
      : []),
    ...(has(({ outline }) => outline.format === 'mp3')
      ? ['Of MP3, the title, the language and the chapters were compared: what is spoken was not heard.']
      : []),
    ...(has(({ outline }) => outline.format.startsWith('daisy'))
      ? ['Of talking books, the text was compared: what is spoken was not heard.']
      : []),
  ];
}
