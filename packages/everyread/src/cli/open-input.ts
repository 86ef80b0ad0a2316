import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import type { Config } from '../config/config.js';
import { openReport, type OpenedReport } from '../open-report.js';
import { readRules, type DocumentFlags } from './flags.js';
import type { World } from './world.js';

/** A document that was named on the command line, with its configuration. */
export interface OpenedInput {
  opened: OpenedReport;
  config: Config;
  configPath?: string;
  /** The document's name for people: as it was written. */
  shown: string;
}

/** Opens the file that was named, or standard input for `-`. */
export async function openInput(file: string, flags: DocumentFlags, world: World): Promise<OpenedInput> {
  const path = resolve(world.cwd, file);
  const folder = file === '-' ? world.cwd : dirname(path);
  const named = flags.config === undefined ? undefined : resolve(world.cwd, flags.config);
  const { config, path: configPath } = await loadConfig([folder, world.cwd], named, world.cwd);
  const rules = await readRules(flags.rule);
  const input = file === '-' ? { text: await world.readInput(), path: 'report', folder } : path;
  const opened = await openReport(input, { config, rules });
  const shown = file === '-' ? '(standard input)' : file.replace(/^\.[\\/]/, '');
  return { opened, config, shown, ...(configPath ? { configPath } : {}) };
}
