import { dirname, resolve } from 'node:path';
import { loadConfig } from '../../config/load-config.js';
import { createRegistry } from '../../registry.js';
import type { AddCommand } from '../main.js';
import type { World } from '../world.js';

interface FormatsFlags {
  json?: boolean;
  config?: string;
}

/** `everyread formats`: what can be made, and for whom. */
export const addFormats: AddCommand = (program, world, end) => {
  program
    .command('formats')
    .description('list the formats and their editions')
    .option('--config <file>', 'use this configuration')
    .option('--json', 'print the list as JSON')
    .action(async (flags: FormatsFlags) => {
      await world.out(await listFormats(flags, world));
      end(0);
    });
};

async function listFormats(flags: FormatsFlags, world: World): Promise<string> {
  const named = flags.config === undefined ? undefined : resolve(world.cwd, flags.config);
  const { config } = await loadConfig([named === undefined ? world.cwd : dirname(named)], named, world.cwd);
  const renderers = await createRegistry(config.renderers).list();
  if (flags.json) {
    const list = renderers.map(({ name, title, audience, extension, mediaType, editions, options }) => ({
      name,
      title,
      audience,
      extension,
      mediaType,
      editions,
      options,
    }));
    return `${JSON.stringify(list, null, 2)}\n`;
  }
  return renderers
    .map((each) => `${each.name}: ${each.title} (.${each.extension}). ${each.audience}\n  Editions: ${[...each.editions].join(', ')}\n`)
    .join('');
}
