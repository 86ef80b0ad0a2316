import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EveryreadError, ruleMessage, severityOf } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { messageToJson } from '../../output/message-json.js';
import { RuleSettings } from '../../rule-settings.js';
import { exitCodes } from '../exit-codes.js';
import { readRules, type DocumentFlags } from '../flags.js';
import { countMessages } from '../format-message.js';
import { makePrinter } from '../printer.js';
import type { World } from '../world.js';

/** Talking books of ten hours fit; what grows beyond is no book. */
const limits = { maxFileBytes: 2e9, maxTotalBytes: 4e9 };

/** `everyread check book.zip`: judges a talking book, ours or another's, by the rules of its standard. */
export async function checkBook(file: string, flags: DocumentFlags, world: World): Promise<number> {
  const printer = makePrinter(world, flags);
  const { kind, messages: found } = await judge(file, world);
  const rules = new RuleSettings(await readRules(flags.rule));
  const messages = found.flatMap((message) => rules.judge(message)?.message ?? []);
  const bad = messages.some((message) => severityOf(message) === 'error');
  const warned = flags.failOnWarnings && messages.some((message) => severityOf(message) === 'warning');
  const code = bad ? exitCodes.document : warned ? exitCodes.warnings : exitCodes.fine;
  if (flags.json) {
    const shown = messages.map((message) => messageToJson(message, file));
    await world.out(`${JSON.stringify({ ok: !bad, exitCode: code, standard: `DAISY ${kind}`, messages: shown }, null, 2)}\n`);
  }
  printer.messages(messages, file, { text: '' });
  printer.line(`done ${file}: DAISY ${kind}; ${countMessages(messages)}`);
  return code;
}

async function judge(file: string, world: World): Promise<{ kind: string; messages: VFileMessage[] }> {
  const [{ checkDaisy, daisyKind, daisyRules, groupOfRule }, { readMp3 }, { unzip, ZipError }] = await Promise.all([
    import('@everyread/daisy'),
    import('@everyread/audio'),
    import('@everyread/zip'),
  ]);
  try {
    const files = unzip(await readFile(resolve(world.cwd, file)), limits);
    const kind = daisyKind(files);
    if (kind === undefined)
      throw new EveryreadError('misuse', `${file} is no DAISY book`, {
        hint: 'A DAISY 2.02 book holds ncc.html, a DAISY 3 book one package file ending in .opf. Other editions are checked with their folder: everyread check dist.',
      });
    const sound = (bytes: Uint8Array): { durationMs: number; constant: boolean } => {
      const { durationMs, bitratesKbps } = readMp3(bytes);
      return { durationMs, constant: bitratesKbps.length <= 1 };
    };
    const messages = checkDaisy(files, { sound }).map(({ rule, file: part, message }) =>
      ruleMessage(daisyRules[groupOfRule[rule]], { source: 'daisy', reason: `${part ? `${part}: ` : ''}${message} (${rule})` }),
    );
    return { kind, messages };
  } catch (error) {
    if (error instanceof ZipError) throw new EveryreadError('document', `${file}: ${error.message}`, { hint: error.hint, cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new EveryreadError('misuse', `There is no file ${file}`, { hint: 'Check the name and the folder.', cause: error });
    throw error;
  }
}
