import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { EveryreadError, ruleMessage, severityOf } from '@everyread/core';
import { compareFolder } from '../../build/compare-folder.js';
import { guessEditions } from '../../build/guess-editions.js';
import { checkArchive } from '../../build/check-archive.js';
import { checkPage } from '../../build/check-page.js';
import { checkOutput, readBuildRecord, type OutputCheck } from '../../build/check-output.js';
import { messageToJson } from '../../output/message-json.js';
import { outputRules } from '../../output/rules.js';
import { createRegistry } from '../../registry.js';
import { exitCodes } from '../exit-codes.js';
import type { DocumentFlags } from '../flags.js';
import { countMessages } from '../format-message.js';
import { openInput } from '../open-input.js';
import { makePrinter } from '../printer.js';
import { shellWord } from '../shell-word.js';
import type { World } from '../world.js';

/**
 * `everyread check dist`: reads the editions back and compares them with the report.
 *
 * @param only - the one file of the folder that is asked for
 */
export async function checkFolder(name: string, flags: DocumentFlags & { source?: string }, world: World, only?: string): Promise<number> {
  const folder = resolve(world.cwd, name);
  const record = await readBuildRecord(folder).catch(unlessMisuse);
  const source = flags.source ?? (record ? await findSource(folder, record.source.file, world.cwd).catch(unlessMisuse) : undefined);
  if (source === undefined) return checkTogether(name, folder, flags, world);
  const { opened, config, shown } = await openInput(source, flags, world);
  if (!opened.report)
    throw new EveryreadError('document', `${shown} can't be read any more`, {
      hint: `Mend it first: everyread check ${shellWord(shown)}.`,
    });
  const printer = makePrinter(world, flags);
  const checks: OutputCheck[] = [];
  if (record && createHash('sha256').update(opened.text).digest('hex') !== record.source.sha256) {
    checks.push({
      path: shown,
      main: true,
      read: true,
      messages: [ruleMessage(outputRules['output-old'], { reason: `${shown} has changed since the build` })],
    });
    printer.messages(checks[0]!.messages, shown, opened);
  }
  const judge = (found: OutputCheck): OutputCheck => ({
    ...found,
    path: join(relative(world.cwd, folder) || '.', found.path),
    messages: found.messages.flatMap((message) => opened.rules.judge(message)?.message ?? []),
  });
  const registry = createRegistry(config.renderers);
  const recorded = record?.editions.filter(({ files }) => only === undefined || files[0]?.path === only) ?? [];
  const editions = recorded.length > 0 ? recorded : await guessEditions(folder, registry, only);
  for await (const found of checkOutput(folder, editions, opened.report, registry)) {
    const check = judge(found);
    const { path } = check;
    checks.push(check);
    printer.messages(check.messages, path, { text: '' });
    if (check.messages.length === 0 && check.main)
      printer.line(check.read ? `done ${path}: the same as the report` : `done ${path}: as it was built; nothing here can read it back`);
  }
  if (only === undefined) {
    const { title, lang } = opened.report.meta;
    const paths = editions.flatMap(({ files }) => files[0]?.path ?? []);
    const about = [
      [await checkPage(folder, { title, lang, editions: paths, recorded: recorded.length > 0 }), pageDone],
      [await checkArchive(folder, paths), archiveDone],
    ] as const;
    for (const [found, done] of about) {
      if (!found) continue;
      const check = judge(found);
      checks.push(check);
      printer.messages(check.messages, check.path, { text: '' });
      if (check.messages.length === 0) printer.line(check.limit ?? `done ${check.path}: ${done}`);
    }
  }
  const messages = checks.flatMap((check) => check.messages);
  const hasErrors = messages.some((message) => severityOf(message) === 'error');
  const hasWarnings = messages.some((message) => severityOf(message) === 'warning');
  const code = hasErrors ? exitCodes.document : flags.failOnWarnings && hasWarnings ? exitCodes.warnings : exitCodes.fine;
  if (flags.json) {
    const files = checks.map(({ path, read, messages: found }) => ({
      path,
      read,
      messages: found.map((message) => messageToJson(message, path)),
    }));
    await world.out(`${JSON.stringify({ ok: !hasErrors, exitCode: code, files, suppressed: opened.rules.suppressed }, null, 2)}\n`);
  }
  printer.line(
    `done ${name}: ${checks.filter((check) => check.read).length} of ${checks.length} files read back; ${countMessages(messages)}`,
  );
  return code;
}

/** Somebody handed over the editions alone: they are compared with each other. */
async function checkTogether(name: string, folder: string, flags: DocumentFlags, world: World): Promise<number> {
  const printer = makePrinter(world, flags);
  const { files, messages, limits } = await compareFolder(folder);
  const about = [await checkPage(folder, { editions: files, recorded: false }), await checkArchive(folder, files)];
  messages.push(...about.flatMap((found) => found?.messages ?? []));
  limits.push(...about.flatMap((found) => found?.limit ?? []));
  if (flags.json) {
    const result = {
      ok: messages.length === 0,
      compared: files,
      limits,
      messages: messages.map((message) => messageToJson(message, name)),
    };
    await world.out(`${JSON.stringify(result, null, 2)}\n`);
  }
  printer.messages(messages, name, { text: '' });
  printer.line('The report that the editions were made from is not here: they were compared with each other only.');
  printer.line(
    `What all of them lack or say wrongly was not seen. To compare each with the report: everyread check ${shellWord(name)} --source report.md`,
  );
  for (const limit of limits) printer.line(limit);
  printer.line(`done ${name}: ${files.length} editions compared; ${countMessages(messages)}`);
  return messages.length > 0 ? exitCodes.document : exitCodes.fine;
}

const pageDone = 'it offers every edition, with the size, length and checksum of its file';
const archiveDone = 'it holds every edition as it lies beside it';

function unlessMisuse(error: unknown): undefined {
  if (error instanceof EveryreadError && error.code === 'misuse') return undefined;
  throw error;
}

async function findSource(folder: string, file: string, cwd: string): Promise<string> {
  for (const path of [join(cwd, file), join(folder, '..', file)]) {
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return relative(cwd, path) || path;
  }
  throw new EveryreadError('misuse', `The report ${file} that the editions were made from was not found`, {
    hint: `Name it: --source path/to/${file}.`,
  });
}
