import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { readSheet, sheetCsv } from '../../alt-sheet/csv.js';
import { sheetPage } from '../../alt-sheet/page.js';
import { sheetPictures } from '../../alt-sheet/pictures.js';
import { exitCodes } from '../exit-codes.js';
import type { OpenedInput } from '../open-input.js';
import type { Printer } from '../printer.js';
import { shellWord } from '../shell-word.js';
import type { World } from '../world.js';

/** `--alt-sheet out.html|out.csv`: writes the review sheet of text alternatives. */
export async function writeAltSheet(input: OpenedInput, target: string, world: World, printer: Printer): Promise<number> {
  const report = reportOf(input);
  const kind = /\.(csv|html?)$/i.exec(target)?.[1]?.toLowerCase();
  if (kind === undefined)
    throw new EveryreadError('misuse', `--alt-sheet ${target} is neither a page nor a spreadsheet`, {
      hint: 'Name a file that ends in .html or .csv.',
    });
  const pictures = await sheetPictures(report, input.opened.assets);
  await replaceFile(resolve(world.cwd, target), kind === 'csv' ? sheetCsv(pictures) : await sheetPage(pictures, report.meta, input.shown));
  printer.line(`done ${target}: ${pictures.length} ${pictures.length === 1 ? 'picture' : 'pictures'} of ${input.shown}`);
  return exitCodes.fine;
}

/** `--apply-alts sheet.csv`: puts the text alternatives of a sheet into the Markdown. */
export async function applyAltSheet(input: OpenedInput, sheet: string, world: World, printer: Printer): Promise<number> {
  const report = reportOf(input);
  if (!/\.(?:md|markdown)$/i.test(input.opened.path))
    throw new EveryreadError('misuse', `Text alternatives can be put into Markdown alone, not into ${input.shown}`, {
      hint: 'Import the document first: everyread import.',
    });
  const text = await readFile(resolve(world.cwd, sheet), 'utf8').catch((cause: unknown) => {
    throw new EveryreadError('misuse', `The sheet ${sheet} can’t be read`, { hint: 'Check its name.', cause });
  });
  const pictures = await sheetPictures(report, input.opened.assets);
  const { applySheet } = await import('../../alt-sheet/apply.js');
  const applied = applySheet(input.opened.text, pictures, readSheet(text, sheet), input.opened.path);
  if (applied.changes.length > 0) await replaceFile(input.opened.path, applied.text);
  for (const { picture, alt, decorative } of applied.changes) {
    const place = `${input.shown}${picture.line === undefined ? '' : `:${picture.line}`}`;
    const before = picture.decorative ? 'decorative' : `“${picture.alt.trim()}”`;
    await world.out(`${place} ${picture.file}: ${before} → ${decorative ? 'decorative' : `“${alt}”`}\n`);
  }
  const count = applied.changes.length;
  printer.line(`done ${input.shown}: ${count === 0 ? 'nothing to change' : `${count} ${count === 1 ? 'picture' : 'pictures'} changed`}`);
  return exitCodes.fine;
}

function reportOf({ opened, shown }: OpenedInput) {
  if (!opened.report)
    throw new EveryreadError('document', `${shown} can't be read`, { hint: `Mend it first: everyread check ${shellWord(shown)}.` });
  return opened.report;
}

/** A file is whole or as it was. */
async function replaceFile(path: string, text: string): Promise<void> {
  const half = `${path}.everyread-part`;
  try {
    await writeFile(half, text);
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true });
    throw new EveryreadError('io', `${path} can’t be written`, {
      hint: 'Check that the folder exists and that you may write to it.',
      cause,
    });
  }
}
