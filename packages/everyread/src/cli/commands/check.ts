import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { EveryreadError, severityOf } from '@everyread/core';
import { allRules } from '../../all-rules.js';
import { downloadPageName } from '../../build/check-page.js';
import type { OpenedReport } from '../../open-report.js';
import { messageToJson } from '../../output/message-json.js';
import { sarifLog, sarifResult } from '../../output/sarif.js';
import { planFor } from '../../publish.js';
import { waysOn } from '../../source/remedies.js';
import { version } from '../../version.js';
import { exitCodes } from '../exit-codes.js';
import { addDocumentFlags, type DocumentFlags } from '../flags.js';
import { applyAltSheet, writeAltSheet } from './alt-sheet.js';
import { checkBook } from './check-book.js';
import { checkFolder } from './check-folder.js';
import { countMessages } from '../format-message.js';
import type { AddCommand } from '../main.js';
import { openInput, type OpenedInput } from '../open-input.js';
import { printWithList } from '../print-list.js';
import { makePrinter } from '../printer.js';
import { shellWord } from '../shell-word.js';
import type { World } from '../world.js';

interface CheckFlags extends DocumentFlags {
  sarif?: boolean;
  source?: string;
  altSheet?: string;
  applyAlts?: string;
}

const examples = `
Examples:
  everyread check report.md                             the report, before anything is made of it
  everyread check dist                                  the editions, each compared with the report
  everyread check from-the-printer --source report.md   editions without their everyread-report.json
  everyread check dist/report.docx --source report.md   one edition`;

/** `everyread check report.md`: judges the document and makes nothing. */
export const addCheck: AddCommand = (program, world, end) => {
  addDocumentFlags(program.command('check').description('check a report, or the editions in a folder, and make nothing'))
    .argument(
      '<file>',
      'the report: Markdown, JSON, Word (.docx) or a web page (.html), or - for standard input; a folder of editions, such as dist; an edition, with --source; or a DAISY book (.zip)',
    )
    .option('--source <file>', 'compare an edition, or the editions of a folder, with this report that they were made from')
    .option('--alt-sheet <file>', 'write a sheet to review text alternatives: .html, or .csv to change them in')
    .option('--apply-alts <sheet.csv>', 'put the text alternatives of such a sheet into the Markdown')
    .option('--sarif', 'print the result as SARIF 2.1.0')
    .addHelpText('after', examples)
    .action(async (file: string, flags: CheckFlags) => end(await check(file, flags, world)));
};

/** Files that are no source of a report, and read as one would give nonsense: Braille is text too. */
const editionEndings = /\.(?:brf|pef|ebrl|epub|pdf|mobi|azw3|mp3)$/i;

async function check(file: string, flags: CheckFlags, world: World): Promise<number> {
  if (file !== '-' && (await isFolder(resolve(world.cwd, file)))) return checkFolder(file, flags, world);
  // The page that a build wrote is no report: it is judged by the editions beside it, with them.
  if (basename(file) === downloadPageName && (await isFile(resolve(world.cwd, dirname(file), 'everyread-report.json'))))
    return checkFolder(dirname(file), flags, world);
  if (flags.source !== undefined && file !== '-') return checkFolder(dirname(file), flags, world, basename(file));
  if (/\.zip$/i.test(file)) return checkBook(file, flags, world);
  if (editionEndings.test(file))
    throw new EveryreadError('misuse', `${file} is an edition, and an edition is compared with the report that it was made from`, {
      hint:
        `Name the report: everyread check ${shellWord(file)} --source report.md. Or compare all editions of its folder: everyread check ${shellWord(dirname(file))}.` +
        (/\.pdf$/i.test(file) ? ' To check a report before anything is made of it, ask for the Word file that the PDF was made from.' : ''),
    });
  const input = await openInput(file, flags, world);
  const { opened, shown } = input;
  if (flags.altSheet !== undefined) return writeAltSheet(input, flags.altSheet, world, makePrinter(world, flags));
  if (flags.applyAlts !== undefined) return applyAltSheet(input, flags.applyAlts, world, makePrinter(world, flags));
  await checkChoices(input);
  const { messages } = opened;
  const code = exitCodeFor(opened, flags);
  if (flags.sarif) {
    const log = { messages, suppressed: opened.rules.suppressed, rules: await allRules(), path: shown, version };
    await printWithList(world, (results) => sarifLog(log, results), messages, sarifResult(log));
  } else if (flags.json) {
    const around = (some: unknown[]): object => ({ ok: opened.ok, exitCode: code, messages: some, suppressed: opened.rules.suppressed });
    await printWithList(world, around, messages, (message) => messageToJson(message, shown));
  }
  const printer = makePrinter(world, { ...flags, json: flags.json || flags.sarif });
  printer.messages(messages, shown, opened);
  printer.line(`done ${shown}: ${countMessages(messages)}`);
  if (opened.foreign && messages.length > 0) printer.line(waysOn(opened.foreign, shown));
  for (const each of opened.rules.suppressed)
    printer.line(`accepted ${each.ruleId}, ${each.count} ${each.count === 1 ? 'time' : 'times'}: ${each.reason}`);
  return code;
}

/**
 * What the front matter or the configuration chooses must exist, or the build would end where the check did not.
 *
 * @throws {EveryreadError} code `misuse`, for a format or an edition that does not exist
 */
async function checkChoices({ opened: { report, slug }, config }: OpenedInput): Promise<void> {
  if (report !== undefined && (config.editions ?? report.meta.editions) !== undefined) await planFor(report, { config, slug });
}

/** The exit code for what was found in a document. */
export function exitCodeFor(opened: OpenedReport, flags: DocumentFlags): number {
  if (!opened.ok) return exitCodes.document;
  const hasWarnings = opened.messages.some((message) => severityOf(message) === 'warning');
  return flags.failOnWarnings && hasWarnings ? exitCodes.warnings : exitCodes.fine;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (each) => each.isFile(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (each) => each.isDirectory(),
    () => false,
  );
}
