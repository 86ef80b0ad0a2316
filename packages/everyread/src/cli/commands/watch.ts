import { watch as watchFolder } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { refuseToOverwrite } from '../../build/files-of-others.js';
import { planFor } from '../../publish.js';
import { runDate } from '../../run-date.js';
import type { Kept } from '../../watch/rebuild.js';
import type { FrameState } from '../../watch/frame.js';
import type { WatchServer } from '../../watch/server.js';
import { exitCodes } from '../exit-codes.js';
import { addDocumentFlags, readList, type DocumentFlags } from '../flags.js';
import { countMessages } from '../format-message.js';
import type { AddCommand } from '../main.js';
import { openInput } from '../open-input.js';
import { makePrinter, type Printer } from '../printer.js';
import type { World } from '../world.js';

interface WatchFlags extends DocumentFlags {
  to?: string;
  out?: string;
  port?: string;
  force?: boolean;
}

/** What is kept from one build to the next. */
interface Watched extends Kept {
  /** The text and the messages of the last build: what was said once is not said again when some other file changes. */
  told?: string;
}

/** How long to wait for an editor to finish writing, in milliseconds. */
const settleMs = 120;

/** `everyread watch report.md`: makes the editions again at each change and shows them in the browser. */
export const addWatch: AddCommand = (program, world, end) => {
  addDocumentFlags(program.command('watch').description('make the editions again at each change and show them in the browser'))
    .argument('<file>', 'the report: Markdown or JSON')
    .option('--to <formats>', 'the formats to make', 'html,epub')
    .option('--out <folder>', 'where to write', 'dist')
    .option('--port <number>', 'where to serve them on this computer; 0 takes any', '4173')
    .option('--force', 'write over files in the folder of the report that were there before')
    .action(async (file: string, flags: WatchFlags) => end(await watch(file, flags, world)));
};

async function watch(file: string, flags: WatchFlags, world: World): Promise<number> {
  if (file === '-') throw new EveryreadError('misuse', 'Standard input can not be watched', { hint: 'Name a file.' });
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new EveryreadError('misuse', `--port ${flags.port ?? ''} is not a port`, { hint: 'Write a number such as --port 8080.' });
  const printer = makePrinter(world, flags);
  const out = resolve(world.cwd, flags.out ?? 'dist');
  const kept: Watched = { fingerprints: new Map(), messages: new Map() };
  // The first build tells of wrong flags before anything is served.
  const first = await buildOnce(file, flags, out, kept, world, printer);
  // The server of web pages is loaded for watching only: every other command starts sooner without it.
  const { serve } = await import('../../watch/server.js');
  const server = await serve(out, port);
  server.update(first);
  await world.out(`${server.url}\n`);
  printer.line('watching: Ctrl+C ends it');
  try {
    await untilStopped(file, out, world, async () => show(server, file, flags, out, kept, world, printer));
  } finally {
    await server.close();
  }
  return exitCodes.interrupted;
}

async function show(
  server: WatchServer,
  file: string,
  flags: WatchFlags,
  out: string,
  kept: Watched,
  world: World,
  printer: Printer,
): Promise<void> {
  try {
    server.update(await buildOnce(file, flags, out, kept, world, printer));
  } catch (error) {
    if (world.signal.aborted) return;
    // A file that is being saved may be missing for a moment: the next change tries again.
    printer.error(error);
  }
}

async function buildOnce(file: string, flags: WatchFlags, out: string, kept: Watched, world: World, printer: Printer): Promise<FrameState> {
  const { describeState, rebuild } = await import('../../watch/rebuild.js');
  const began = performance.now();
  const { opened, config, shown } = await openInput(file, flags, world);
  const told = [opened.text, ...opened.messages.map((message) => `${String(message)} ${message.note ?? ''}`)].join('\n');
  const isNews = told !== kept.told;
  kept.told = told;
  if (isNews) printer.messages(opened.messages, shown, opened, 'brief');
  const { report } = opened;
  const jobs = report ? await planFor(report, { config, slug: opened.slug, to: readList(flags.to) ?? [] }) : [];
  if (!report || !opened.ok) {
    if (isNews) printer.line(`waiting: ${countMessages(opened.messages)}; the editions are as they were`);
    return describeState(opened, jobs, out, kept);
  }
  // What this run has made may be made again.
  const fresh = jobs.map((job) => job.fileName).filter((name) => !kept.fingerprints.has(name));
  await refuseToOverwrite(out, resolve(opened.path), fresh, flags.force);
  const now = runDate(report.meta.date, world.env['SOURCE_DATE_EPOCH']);
  const built = await rebuild({ opened, report, jobs, now, signal: world.signal, out, kept });
  for (const each of built.failed) if (each.error) printer.error(each.error);
  const names = built.made.map((made) => made.job.fileName).join(', ');
  if (names !== '') printer.line(`done ${names} in ${Math.round(performance.now() - began)} ms`);
  else if (isNews) printer.line('done: no edition is touched');
  return describeState(opened, jobs, out, kept);
}

/** Calls back after each change in the document's folder, one change at a time, until the signal aborts. */
async function untilStopped(file: string, out: string, world: World, changed: () => Promise<void>): Promise<void> {
  const folder = dirname(resolve(world.cwd, file));
  const skip = relative(folder, out);
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  await new Promise<void>((done) => {
    const watcher = watchFolder(folder, { recursive: true }, (_event, name) => {
      const path = name ?? '';
      if (path === skip || path.startsWith(skip + sep) || /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => (work = work.then(changed)), settleMs);
    });
    const stop = (): void => {
      clearTimeout(timer);
      watcher.close();
      void work.then(done);
    };
    if (world.signal.aborted) stop();
    else world.signal.addEventListener('abort', stop, { once: true });
  });
}
