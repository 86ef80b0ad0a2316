import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { EveryreadError } from '@everyread/core';
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
  const files = { 'report.md': starterReport, 'everyread.config.json': starterConfig };
  await mkdir(target, { recursive: true });
  const written: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(target, name);
    await writeFile(path, text, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
      const shown = relative(world.cwd, path);
      if (cause.code === 'EEXIST')
        throw new EveryreadError('misuse', `${shown} exists already`, { hint: 'Choose another folder: everyread init my-report.', cause });
      throw new EveryreadError('io', `${shown} can't be written (${cause.code ?? 'unknown reason'})`, {
        hint: 'Choose another folder.',
        cause,
      });
    });
    written.push(relative(world.cwd, path));
  }
  for (const path of written) await world.out(`${path}\n`);
  world.err(`done Next: everyread build ${written[0]!}\n`);
}
