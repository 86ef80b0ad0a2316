import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  editions,
  EveryreadError,
  prepare,
  ruleMessage,
  type Edition,
  type EditionName,
  type PreparedReport,
  type Report,
} from '@everyread/core';
import type { FileCheck, MadeFile } from '@everyread/check';
import type { VFileMessage } from 'vfile-message';
import { outputRules } from '../output/rules.js';
import type { Registry } from '../registry.js';
import { compareOptions, isBraille, type MadeWith } from './read-back-options.js';

/** What everyread-report.json says of one edition, or what the name of its file tells. */
export interface BuiltEdition extends MadeWith {
  format: string;
  edition: string;
  content: 'full' | 'summary';
  typeSizePt?: number;
  files: { path: string; mediaType: string; sha256?: string }[];
}

/** The parts of everyread-report.json that a check needs. */
export interface BuildRecord {
  source: { file: string; sha256: string };
  editions: BuiltEdition[];
}

/** What was found in one file. */
export interface OutputCheck {
  path: string;
  /** Whether it is the edition itself, not a file that comes with it. */
  main: boolean;
  /** Whether it was read back and compared; otherwise only its checksum was. */
  read: boolean;
  /** Why it was not read, as a sentence, where that is not because nothing reads its format. */
  limit?: string;
  messages: VFileMessage[];
}

/**
 * Reads the record of a build.
 *
 * @throws {EveryreadError} code `misuse`, when the folder holds none
 */
export async function readBuildRecord(folder: string): Promise<BuildRecord> {
  const path = join(folder, 'everyread-report.json');
  try {
    const record = JSON.parse(await readFile(path, 'utf8')) as Partial<BuildRecord>;
    if (record.source && Array.isArray(record.editions)) return record as BuildRecord;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' && !(cause instanceof SyntaxError)) throw cause;
  }
  throw new EveryreadError('misuse', `${folder} holds no everyread-report.json`, {
    hint: 'Name the folder that `everyread build` wrote, such as dist.',
  });
}

/** Opens each edition again and compares it with the report that it was made from. */
export async function* checkOutput(
  folder: string,
  editionsBuilt: readonly BuiltEdition[],
  report: Report,
  registry: Registry,
): AsyncGenerator<OutputCheck> {
  for (const built of editionsBuilt) {
    const renderer = await registry.get(built.format);
    const edition = editionOf(built, renderer.editions[0]);
    const prepared = prepare(report, edition, { format: built.format });
    for (const [index, file] of built.files.entries()) {
      const body = await readFile(join(folder, ...file.path.split('/'))).catch(() => undefined);
      if (body === undefined) {
        yield {
          path: file.path,
          main: index === 0,
          read: false,
          messages: [ruleMessage(outputRules['output-missing'], { reason: `The file ${file.path} is not there` })],
        };
        continue;
      }
      const messages: VFileMessage[] = [];
      if (file.sha256 !== undefined && createHash('sha256').update(body).digest('hex') !== file.sha256) {
        messages.push(ruleMessage(outputRules['output-changed'], { reason: `The file ${file.path} is not the one that was built` }));
      }
      // The main file holds the edition; what comes with it are parts of it. `braille.html` is a format of its own.
      const check =
        index === 0 && !renderer.extension.includes('.')
          ? await compareFile({ path: file.path, body }, built, prepared)
          : { read: false, messages: [] };
      yield { path: file.path, main: index === 0, read: check.read, messages: [...messages, ...check.messages] };
    }
  }
}

/** Of Braille whose grade nobody wrote down, the one that it is nearer to is taken. */
async function compareFile(file: MadeFile, built: BuiltEdition, prepared: PreparedReport): Promise<FileCheck> {
  const { checkFile } = await import('@everyread/check');
  const check = async (made: MadeWith): Promise<FileCheck> => checkFile(file, prepared, await compareOptions(built.format, made, prepared));
  const first = await check(built);
  if (!isBraille(built.format) || built.grade !== undefined || first.messages.length === 0) return first;
  const other = await check({ ...built, grade: 1 });
  return other.messages.length < first.messages.length ? other : first;
}

function editionOf(built: BuiltEdition, first: EditionName): Edition {
  const name = (Object.hasOwn(editions, built.edition) ? built.edition : first) as EditionName;
  return {
    ...editions[name],
    name: built.edition,
    content: built.content,
    ...(built.typeSizePt === undefined ? {} : { typeSizePt: built.typeSizePt }),
  };
}
