import { relative, resolve } from 'node:path';
import { EveryreadError, severityOf, type Report } from '@everyread/core';
import { buildEditions, hasWarnings, type Built } from '../../build/build-editions.js';
import { downloadPageName } from '../../build/check-page.js';
import { refuseToOverwrite } from '../../build/files-of-others.js';
import { writeExtras, type Extras } from '../../build/write-extras.js';
import { messageToJson } from '../../output/message-json.js';
import { shareNarrator, type SharedNarrator } from '../../narration.js';
import { OutputFolder, type StagedFile } from '../../output/output-folder.js';
import type { Job } from '../../plan/plan.js';
import { planFor } from '../../publish.js';
import { runDate } from '../../run-date.js';
import { runJob } from '../../run-job.js';
import { startRenderPool, type RenderPool } from '../../threads/render-pool.js';
import { readVoices } from '../../voices/read-voices.js';
import { exitCodeOf, exitCodes } from '../exit-codes.js';
import { addDocumentFlags, readList, type DocumentFlags } from '../flags.js';
import { countMessages } from '../format-message.js';
import type { AddCommand } from '../main.js';
import { openInput, type OpenedInput } from '../open-input.js';
import { makePrinter, type Printer } from '../printer.js';
import { waysOn } from '../../source/remedies.js';
import type { World } from '../world.js';

export interface BuildFlags extends DocumentFlags {
  to?: string;
  except?: string;
  edition?: string;
  out?: string;
  typeSize?: string;
  threads?: string;
  voice?: string;
  force?: boolean;
}

/** `everyread build report.md`: makes the editions. */
export const addBuild: AddCommand = (program, world, end) => {
  addDocumentFlags(program.command('build').description('make the editions of a report'))
    .argument('<file>', 'the report: Markdown, JSON, Word (.docx) or a web page (.html), or - for standard input')
    .option('--to <formats>', 'only these formats, such as docx,pdf:large-print')
    .option('--except <formats>', 'not these formats or editions, such as mp3,html:read-aloud')
    .option('--edition <name>', 'only this edition: screen-reader, large-print, summary, audio or braille')
    .option('--out <folder>', 'where to write; - writes one file to standard output (default: dist)')
    .option('--type-size <points>', 'type size of large print, 16 to 28')
    .option('--threads <number>', 'how many editions to make, or sentences to speak, at once (default: one for each processor, at most 4)')
    .option('--voice <name>', 'who speaks the sound editions, and other languages: alba,cy=espeak:cy; `everyread voices` lists the voices')
    .option('--force', 'write over files in the folder of the report that were there before')
    .action(async (file: string, flags: BuildFlags) => end(await build(file, flags, world)));
};

/** What one run of a build works on. */
interface Run {
  input: OpenedInput;
  report: Report;
  jobs: Job[];
  now: Date;
  flags: BuildFlags;
  world: World;
  printer: Printer;
}

/** Makes the editions and returns the exit code. */
export async function build(file: string, flags: BuildFlags, world: World): Promise<number> {
  const toStdout = flags.out === '-';
  if (toStdout && flags.json)
    throw new EveryreadError('misuse', '--json and --out - both need standard output', { hint: 'Use one of them.' });
  // Threads load the formats while the report is read. One edition alone is made sooner without them.
  const threads = readThreads(flags.threads);
  const pool = toStdout || readList(flags.to)?.length === 1 ? undefined : startRenderPool(threads);
  try {
    return await buildWith(pool, file, flags, world);
  } finally {
    await pool?.close();
  }
}

async function buildWith(pool: RenderPool | undefined, file: string, flags: BuildFlags, world: World): Promise<number> {
  const toStdout = flags.out === '-';
  const input = await openInput(file, flags, world);
  const printer = makePrinter(world, flags);
  const { opened, config } = input;
  printer.messages(opened.messages, input.shown, opened, 'brief');
  const { report } = opened;
  if (!report || !opened.ok) {
    printer.line(`stopped ${input.shown}: ${countMessages(opened.messages)}; nothing was written`);
    if (opened.foreign) printer.line(waysOn(opened.foreign, input.shown));
    if (flags.json) await printJson(input, { made: [], failed: [] }, exitCodes.document, '', world);
    return exitCodes.document;
  }
  const to = readList(flags.to);
  const except = readList(flags.except);
  const typeSizePt = readSize(flags.typeSize);
  const jobs = await planFor(report, {
    config,
    slug: opened.slug,
    single: toStdout,
    ...(to ? { to } : {}),
    ...(except ? { except } : {}),
    ...(flags.edition ? { edition: flags.edition } : {}),
    ...(typeSizePt === undefined ? {} : { typeSizePt }),
  });
  const run: Run = { input, report, jobs, now: runDate(report.meta.date, world.env['SOURCE_DATE_EPOCH']), flags, world, printer };
  return toStdout ? toStandardOutput(run) : toFolder(run, pool);
}

async function toStandardOutput(run: Run): Promise<number> {
  const { input, world, printer } = run;
  const [job, ...more] = run.jobs;
  if (!job || more.length > 0)
    throw new EveryreadError('misuse', `${run.jobs.length} files can't go to standard output`, {
      hint: 'Choose one format, such as --to html.',
    });
  const chunks: Uint8Array[] = [];
  let files = 0;
  const narrator = narratorOf(run);
  const { slug, assets, rules } = input.opened;
  const settings = { report: run.report, slug, assets, now: run.now, signal: world.signal, rules, narrate: narrator.narrate };
  const result = await runJob(job, settings, async (file) => {
    files += 1;
    if (files > 1) return;
    for await (const chunk of file.body instanceof Uint8Array ? [file.body] : file.body) chunks.push(chunk);
  }).finally(() => narrator.close());
  if (files > 1) printer.line(`left out ${files - 1} more files of ${job.renderer.name}: standard output takes one`);
  printer.messages(result.messages, input.shown, input.opened);
  if (result.failure) printer.error(result.failure);
  if (result.ok) for (const chunk of chunks) await world.out(chunk);
  if (result.failure) return exitCodeOf(result.failure);
  if (!result.ok) return exitCodes.document;
  return run.flags.failOnWarnings && hasWarnings([...input.opened.messages, ...result.messages]) ? exitCodes.warnings : exitCodes.fine;
}

async function toFolder(run: Run, pool: RenderPool | undefined): Promise<number> {
  const { input, world, printer, flags } = run;
  const out = outFolder(run);
  const source = resolve(input.opened.path);
  const names = [...run.jobs.map((job) => job.fileName), ...(isWhole(flags) ? [downloadPageName, 'conformance.html'] : [])];
  await refuseToOverwrite(out, source, names, flags.force);
  const folder = new OutputFolder(out);
  const narrator = narratorOf(run);
  const shownOut = relative(world.cwd, out) || '.';
  // Where no voice speaks the language, all editions with sound fail alike: what to do is said once.
  const told = new Set<string>();
  try {
    const built = await buildEditions({
      opened: input.opened,
      report: run.report,
      jobs: run.jobs,
      now: run.now,
      signal: world.signal,
      folder,
      narrate: narrator.narrate,
      ...(pool ? { pool } : {}),
      readBack: isWhole(flags),
      onStart: (job, index) => printer.progress(index, run.jobs.length, job.fileName),
      onEnd: (job, result, files) => {
        printer.messages(result.messages, input.shown, input.opened);
        const again = result.failure !== undefined && told.has(result.failure.message);
        if (result.failure && !again) printer.error(result.failure);
        if (result.failure) told.add(result.failure.message);
        if (result.ok) printer.line(doneLine(files));
        else printer.fact(failedLine(job, result.errors, again));
      },
    });
    const extra = await extrasOf(run, built, folder, out);
    const code = exitCodeOfBuild(run, built, extra);
    if (flags.json) await printJson(input, built, code, shownOut, world, extra);
    else
      for (const each of [...built.made.flatMap((made) => made.files), ...extra.files])
        await world.out(`${shownOut === '.' ? '' : `${shownOut}/`}${each.path}\n`);
    printer.line(summaryLine(run, built, shownOut, extra));
    return code;
  } finally {
    printer.end();
    await narrator.close();
    await folder.dispose();
  }
}

function narratorOf(run: Run): SharedNarrator {
  const { world, printer, input } = run;
  const { engine, voice, lexiconFiles = [], ...rest } = input.config.narration ?? {};
  const lexicons = lexiconFiles.map((path) => resolve(input.configPath ?? world.cwd, input.configPath ? '..' : '.', path));
  const told = readVoices(run.flags.voice);
  const voices = { ...rest.voices, ...told.voices };
  // A voice that is named on the command line brings its own engine.
  const speaker = told.voice === undefined ? { ...(engine ? { engine } : {}), ...(voice ? { voice } : {}) } : { voice: told.voice };
  const threads = readThreads(run.flags.threads);
  return shareNarrator(
    { ...rest, ...speaker, voices, ...(threads === undefined ? {} : { threads }), lexiconFiles: lexicons },
    {
      signal: world.signal,
      environment: world.env,
      placeOf: input.opened.placeOf,
      progress: ({ task, done, total }) => printer.step(task, done, total),
    },
  );
}

/** Whether the build is of all editions that are planned for the report, and not of some that are wanted now. */
const isWhole = (flags: BuildFlags): boolean => flags.to === undefined && flags.edition === undefined;

/** What lies beside the editions; nothing does, where only some editions were asked for. */
async function extrasOf(run: Run, built: Built, folder: OutputFolder, out: string): Promise<Extras> {
  if (!isWhole(run.flags) || built.made.length === 0) return { files: [], checks: [] };
  const { opened, shown } = run.input;
  const source = shown === '(standard input)' ? shown : shown.split(/[\\/]/).at(-1)!;
  const extras = await writeExtras({ opened, report: run.report, built, folder, out, source, now: run.now });
  for (const { path, messages } of extras.checks) {
    if (built.made.some(({ files }) => files[0]?.path === path)) {
      if (messages.length > 0) run.printer.line(`read back ${path}: it differs from the report, see conformance.html`);
    } else run.printer.messages(messages, path, { text: '' });
  }
  return extras;
}

function outFolder(run: Run): string {
  const { config, configPath } = run.input;
  if (run.flags.out !== undefined) return resolve(run.world.cwd, run.flags.out);
  if (config.out !== undefined && configPath !== undefined) return resolve(configPath, '..', config.out);
  return resolve(run.world.cwd, 'dist');
}

function doneLine(files: readonly StagedFile[]): string {
  const [main, ...more] = files;
  if (!main) return 'done';
  const others = more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'file' : 'files'}`;
  return `done ${main.path}, ${size(main.bytes)}${others}`;
}

function failedLine(job: Job, errors: number, again: boolean): string {
  const because = again ? 'for the same reason, ' : errors === 0 ? '' : `${errors} ${errors === 1 ? 'error' : 'errors'} above, `;
  return `failed ${job.fileName}: ${because}nothing was written for it`;
}

function exitCodeOfBuild(run: Run, built: Built, { checks }: Extras): number {
  const errors = built.failed.map((each) => (each.error ? exitCodeOf(each.error) : exitCodes.document));
  if (errors.length > 0) return errors.includes(exitCodes.engine) ? exitCodes.engine : errors[0]!;
  const written = checks.flatMap((check) => check.messages);
  // Who publishes what a script has built would publish what differs from the report.
  if (written.some((message) => severityOf(message) === 'error')) return exitCodes.document;
  const messages = [...run.input.opened.messages, ...built.made.flatMap((made) => made.messages), ...written];
  return run.flags.failOnWarnings && hasWarnings(messages) ? exitCodes.warnings : exitCodes.fine;
}

function summaryLine(run: Run, built: Built, out: string, { checks }: Extras): string {
  const { made, failed } = built;
  const messages = [...run.input.opened.messages, ...[...made, ...failed, ...checks].flatMap((each) => each.messages)];
  const count = `${made.length} ${made.length === 1 ? 'edition' : 'editions'} in ${out}`;
  const lost = failed.length > 0 ? `, ${failed.length} failed` : '';
  // What stopped an edition was said above: “no errors” would deny it.
  const counted = failed.length > 0 && messages.length === 0 ? '' : `; ${countMessages(messages)}`;
  return `${failed.length > 0 ? 'finished' : 'done'} ${count}${lost}${counted}`;
}

async function printJson(
  input: OpenedInput,
  built: Built,
  exitCode: number,
  out: string,
  world: World,
  { checks }: Extras = { files: [], checks: [] },
): Promise<void> {
  const inFolder = (path: string): string => (out === '' || out === '.' ? path : `${out}/${path}`);
  const written = checks.flatMap(({ path, messages }) => messages.map((message) => messageToJson(message, inFolder(path))));
  const messages = [
    ...input.opened.messages,
    ...built.made.flatMap((each) => each.messages),
    ...built.failed.flatMap((each) => each.messages),
  ];
  const result = {
    ok: ![...messages.map(severityOf), ...written.map((each) => each.severity)].includes('error') && built.failed.length === 0,
    exitCode,
    files: built.made.flatMap(({ job, files }) =>
      files.map(({ path, mediaType, bytes, sha256 }) => ({
        path: inFolder(path),
        format: job.renderer.name,
        edition: job.edition.name,
        mediaType,
        bytes,
        sha256,
      })),
    ),
    failed: built.failed.map(({ job, error }) => ({
      format: job.renderer.name,
      edition: job.edition.name,
      ...(error ? { error: error.message, hint: error.hint } : {}),
    })),
    messages: [...messages.map((message) => messageToJson(message, input.shown)), ...written],
    suppressed: input.opened.rules.suppressed,
  };
  await world.out(`${JSON.stringify(result, null, 2)}\n`);
}

function readSize(flag: string | undefined): number | undefined {
  if (flag === undefined) return undefined;
  const points = Number(flag.replace(/\s*pt$/, ''));
  if (flag.trim() !== '' && Number.isFinite(points)) return points;
  throw new EveryreadError('misuse', `--type-size ${flag} is not a number of points`, { hint: 'Write a size such as --type-size 20.' });
}

function readThreads(flag: string | undefined): number | undefined {
  if (flag === undefined) return undefined;
  const threads = Number(flag);
  if (/^\d+$/.test(flag) && threads >= 1 && threads <= 64) return threads;
  throw new EveryreadError('misuse', `--threads ${flag} is not a number from 1 to 64`, { hint: 'Write a number such as --threads 2.' });
}

/** A size in words that people know. */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
