import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { EveryreadError, ruleMessage } from '@everyread/core';
import type { NamedOutline } from '@everyread/check';
import type { VFileMessage } from 'vfile-message';

/** Formats whose words can be read back as words. */
const readable = new Set(['.html', '.docx', '.epub', '.pdf', '.azw3', '.mobi']);
/** Pages that are made beside the editions. */
const beside = new Set(['index.html', 'conformance.html']);

/**
 * Reads the editions of a folder back and compares them with each other, summaries with summaries.
 *
 * @throws {EveryreadError} code `misuse`, when there are not two to compare
 */
export async function compareFolder(folder: string): Promise<{ files: string[]; messages: VFileMessage[] }> {
  const { checkRules, compareEditions, readBack } = await import('@everyread/check');
  const names = (await readdir(folder))
    .filter((name) => readable.has(extname(name)) && !beside.has(name) && !/\.braille\.html$/.test(name))
    .sort();
  const groups: [NamedOutline[], NamedOutline[]] = [[], []];
  const messages: VFileMessage[] = [];
  for (const name of names) {
    try {
      const outline = await readBack({ path: name, body: await readFile(join(folder, name)) });
      if (outline) groups[/-summary(?:-|\.)/.test(name) ? 1 : 0].push({ name, outline });
    } catch (error) {
      if (!(error instanceof EveryreadError)) throw error;
      messages.push(ruleMessage(checkRules['read-back-unreadable'], { reason: error.message, source: 'check' }));
    }
  }
  if (names.length < 2)
    throw new EveryreadError('misuse', `${folder} holds neither everyread-report.json nor two editions to compare`, {
      hint: 'Name the folder that `everyread build` wrote, such as dist, and the report with --source.',
    });
  for (const group of groups) messages.push(...compareEditions(group));
  return { files: names, messages };
}
