import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { OutputFolder } from '../../output/output-folder.js';
import { messageToJson } from '../../output/message-json.js';
import { exitCodes } from '../exit-codes.js';
import { countMessages } from '../format-message.js';
import type { AddCommand } from '../main.js';
import { makePrinter } from '../printer.js';
import type { World } from '../world.js';

interface ImportFlags {
  out?: string;
  repair?: boolean;
  toJson?: boolean;
  force?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** `everyread import report.docx`: last year's Word file becomes a report to edit. */
export const addImport: AddCommand = (program, world, end) => {
  program
    .command('import')
    .description('turn a Word document into a report: Markdown, with its pictures in a folder')
    .argument('<file>', 'the Word document (.docx)')
    .option('--out <folder>', 'where to write the report (default: beside the document)')
    .option('--repair', 'mend headings and lists that are only typed to look like them, and say so')
    .option('--to-json', 'write the report as JSON in place of Markdown')
    .option('--force', 'write over a report that is there already')
    .option('--json', 'print the messages as JSON')
    .option('--quiet', 'print messages only')
    .action(async (file: string, flags: ImportFlags) => end(await importFile(file, flags, world)));
};

async function importFile(file: string, flags: ImportFlags, world: World): Promise<number> {
  const path = resolve(world.cwd, file);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new EveryreadError(
      cause.code === 'ENOENT' ? 'misuse' : 'io',
      `The file ${file} can't be read (${cause.code ?? 'unknown reason'})`,
      {
        hint: 'Check the name, and the folder that the command runs in.',
        cause,
      },
    );
  });
  const { importDocx } = await import('@everyread/import');
  const { report, files, messages } = importDocx(bytes, { path: file, ...(flags.repair ? { repair: true } : {}) });
  const folder = flags.out === undefined ? dirname(path) : resolve(world.cwd, flags.out);
  const name = `${basename(path).replace(/\.docx?$/i, '')}.${flags.toJson ? 'json' : 'md'}`;
  if (!flags.force && (await exists(join(folder, name)))) {
    throw new EveryreadError('misuse', `${relative(world.cwd, join(folder, name))} exists already`, {
      hint: 'Choose another folder with --out, or write over it with --force.',
    });
  }
  const output = new OutputFolder(folder);
  try {
    const { printMarkdown } = await import('@everyread/markdown');
    const text = flags.toJson ? `${JSON.stringify(report, null, 2)}\n` : printMarkdown(report);
    const staged = [
      await output.stage(name, { mediaType: flags.toJson ? 'application/json' : 'text/markdown', body: new TextEncoder().encode(text) }),
    ];
    for (const [picture, body] of files) staged.push(await output.stage(picture, { mediaType: 'application/octet-stream', body }));
    await output.commit(staged);
    if (flags.json)
      await world.out(
        `${JSON.stringify({ ok: true, files: staged.map((each) => each.path), messages: messages.map((message) => messageToJson(message, file)) }, null, 2)}\n`,
      );
    else for (const each of staged) await world.out(`${relative(world.cwd, join(folder, each.path))}\n`);
  } finally {
    await output.dispose();
  }
  const printer = makePrinter(world, flags);
  printer.messages(messages, file, '');
  printer.line(`done ${countMessages(messages)}. Next: everyread check ${relative(world.cwd, join(folder, name))}`);
  return exitCodes.fine;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
