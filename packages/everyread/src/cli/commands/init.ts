import { access, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { makeFolder } from '../../output/make-folder.js';
import { starterConfig, starterReport } from './starter.js';
import type { AddCommand } from '../main.js';
import type { World } from '../world.js';

/** `everyread init`: a report to start from. */
export const addInit: AddCommand = (program, world, end) => {
  program
    .command('init')
    .description('write a report and a configuration to start from')
    .argument('[folder]', 'where to write them', '.')
    .action(async (folder: string) => {
      await init(folder, world);
      end(0);
    });
};

async function init(folder: string, world: World): Promise<void> {
  const target = resolve(world.cwd, folder);
  const files = Object.entries({ 'report.md': starterReport, 'everyread.config.json': starterConfig }).map(([name, text]) => ({
    path: join(target, name),
    shown: relative(world.cwd, join(target, name)),
    text,
  }));
  for (const { path, shown } of files) if (await isThere(path)) throw existsAlready(shown);
  await makeFolder(target).catch((cause: NodeJS.ErrnoException) => {
    throw new EveryreadError('io', `The folder ${folder} can't be made (${cause.code ?? 'unknown reason'})`, {
      hint: 'Choose another folder: everyread init my-report.',
      cause,
    });
  });
  for (const { path, shown, text } of files) {
    await writeFile(path, text, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') throw existsAlready(shown, cause);
      throw new EveryreadError('io', `${shown} can't be written (${cause.code ?? 'unknown reason'})`, {
        hint: 'Choose another folder.',
        cause,
      });
    });
  }
  for (const { shown } of files) await world.out(`${shown}\n`);
  world.err(`done Next: everyread build ${files[0]!.shown}\n`);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function existsAlready(shown: string, cause?: Error): EveryreadError {
  return new EveryreadError('misuse', `${shown} exists already`, { hint: 'Choose another folder: everyread init my-report.', cause });
}
