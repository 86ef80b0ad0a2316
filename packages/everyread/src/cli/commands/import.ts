import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { EveryreadError, is, walk, type Report } from '@everyread/core';
import { folderAssets } from '../../assets/folder-assets.js';
import { foreignKind, importForeign } from '../../source/foreign.js';
import { OutputFolder } from '../../output/output-folder.js';
import { messageToJson } from '../../output/message-json.js';
import { exitCodes } from '../exit-codes.js';
import { countMessages } from '../format-message.js';
import type { AddCommand } from '../main.js';
import { makePrinter } from '../printer.js';
import { shellWord } from '../shell-word.js';
import type { World } from '../world.js';

interface ImportFlags {
  out?: string;
  repair?: boolean;
  toJson?: boolean;
  force?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** `everyread import report.docx`: last year's Word file, or web page, becomes a report to edit. */
export const addImport: AddCommand = (program, world, end) => {
  program
    .command('import')
    .description('turn a Word document or a web page into a report: Markdown, with its pictures in a folder')
    .argument('<file>', 'the Word document (.docx) or web page (.html)')
    .option('--out <folder>', 'where to write the report (default: beside the document)')
    .option('--repair', 'mend headings, lists and page numbers that are only typed to look like them, and say so')
    .option('--to-json', 'write the report as JSON in place of Markdown')
    .option('--force', 'write over a report that is there already')
    .option('--json', 'print the messages as JSON')
    .option('--quiet', 'print messages only')
    .action(async (file: string, flags: ImportFlags) => end(await importFile(file, flags, world)));
};

async function importFile(file: string, flags: ImportFlags, world: World): Promise<number> {
  const path = resolve(world.cwd, file);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const hint = 'Check the name, and the folder that the command runs in.';
    if (cause.code === 'ENOENT') throw new EveryreadError('misuse', `The file ${file} was not found`, { hint, cause });
    throw new EveryreadError('io', `The file ${file} can't be read (${cause.code ?? 'unknown reason'})`, { hint, cause });
  });
  const kind = foreignKind(bytes, path) ?? 'other';
  const { report, files, messages } = await importForeign(bytes, kind, { path: file, ...(flags.repair ? { repair: true } : {}) });
  const folder = flags.out === undefined ? dirname(path) : resolve(world.cwd, flags.out);
  const name = `${basename(path).replace(/\.(?:do[ct][xm]?|x?html?)$/i, '')}.${flags.toJson ? 'json' : 'md'}`;
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
    const pictures = [...files, ...(await picturesBeside(report, files, dirname(path), folder))];
    for (const [picture, body] of pictures) staged.push(await output.stage(picture, { mediaType: 'application/octet-stream', body }));
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
  printer.messages(messages, file, { text: '', report });
  printer.line(`done ${countMessages(messages)}. Next: everyread check ${shellWord(relative(world.cwd, join(folder, name)))}`);
  return exitCodes.fine;
}

/** The pictures that a web page names beside it, where the report goes to another folder; `check` names one that is missing. */
async function picturesBeside(
  report: Report,
  files: ReadonlyMap<string, Uint8Array>,
  from: string,
  to: string,
): Promise<[string, Uint8Array][]> {
  if (from === to) return [];
  const assets = folderAssets(from);
  const found = new Map<string, Uint8Array>();
  const paths: string[] = [];
  walk(report.root.children, (node) => {
    if (is(node, 'image')) paths.push(node.url);
    if (is(node, 'figure')) paths.push(node.src);
  });
  for (const path of paths) {
    if (files.has(path) || found.has(path)) continue;
    const asset = await assets.load(path).catch((error: unknown) => {
      if (error instanceof EveryreadError) return undefined;
      throw error;
    });
    if (asset) found.set(path, asset.body);
  }
  return [...found];
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
