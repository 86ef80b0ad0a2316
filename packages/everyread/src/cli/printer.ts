import { EveryreadError, severityOf, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { isWordFile, wordPlaces } from '../output/word-place.js';
import { formatMessage, safe } from './format-message.js';
import { shellWord } from './shell-word.js';
import type { World } from './world.js';

/** Prints messages and progress to standard error. */
export interface Printer {
  /** Messages of a document that was read from `path`; with `brief`, hints are only counted, and warnings of one rule after some. */
  messages(messages: readonly VFileMessage[], path: string, source: { text: string; report?: Report }, brief?: 'brief'): void;
  /** One line of progress; not with --quiet. */
  line(text: string): void;
  /** One line that counts, with --quiet too. */
  fact(text: string): void;
  /** What is being done now: a bar that is redrawn on a terminal, a line of its own elsewhere. */
  progress(done: number, total: number, task: string): void;
  /** How far a long task is: in the bar on a terminal, a line at each quarter elsewhere. */
  step(task: string, done: number, total: number): void;
  /** An error that ends something. */
  error(error: unknown): void;
  /** Takes the bar away. */
  end(): void;
}

/** Whether to print plain lines: nothing is redrawn where a screen reader, a log or a pipe may listen. */
export function isPlain(world: World): boolean {
  const { env } = world;
  return (
    !world.isTerminal ||
    [env['NO_COLOR'], env['CI'], env['EVERYREAD_PLAIN']].some((value) => value !== undefined && value !== '') ||
    env['TERM'] === 'dumb'
  );
}

export function makePrinter(
  world: World,
  options: { quiet?: boolean; json?: boolean } = {},
  now: () => number = () => performance.now(),
): Printer {
  const plain = isPlain(world);
  let bar = false;
  let quarter = '';
  let left = timeLeft(now);
  let phase = '';
  const clear = (): void => {
    if (bar) world.err('\r\u001b[K');
    bar = false;
  };
  return {
    messages(messages, path, { text, report }, brief) {
      if (options.json || messages.length === 0) return;
      clear();
      const lines = text.split(/\r\n|\r|\n/);
      const [shown, counted] = brief ? abridge(messages) : [messages, []];
      const style = { path, lines, ...(isWordFile(path) ? { wordPlace: wordPlaces(report) } : {}) };
      for (const message of shown) world.err(formatMessage(message, style));
      for (const { what, count, isHint } of counted)
        if (!isHint || !options.quiet)
          world.err(`${count} ${what}${count === 1 ? '' : 's'}: everyread check ${shellWord(path)} shows ${count === 1 ? 'it' : 'them'}\n`);
    },
    line(text) {
      if (options.quiet) return;
      clear();
      world.err(`${safe(text)}\n`);
    },
    fact(text) {
      clear();
      world.err(`${safe(text)}\n`);
    },
    progress(done, total, task) {
      if (options.quiet) return;
      if (plain) {
        world.err(`making ${done + 1} of ${total}: ${safe(task)}\n`);
        return;
      }
      const width = 20;
      const filled = Math.round((done / total) * width);
      world.err(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done + 1} of ${total}: ${safe(task)}`);
      bar = true;
    },
    step(task, done, total) {
      if (options.quiet || total <= 0) return;
      const [name = ''] = task.split(':');
      if (name !== phase) left = timeLeft(now);
      phase = name;
      const rest = left(done, total);
      if (!plain) {
        world.err(`\r\u001b[K${safe(task)}: ${done} of ${total}${rest}`);
        bar = true;
        return;
      }
      const at = `${name}: ${Math.floor((done / total) * 4) * 25}%`;
      if (at !== quarter) world.err(`${safe(at)}${rest}\n`);
      quarter = at;
    },
    error(error) {
      clear();
      world.err(describeError(error));
    },
    end: clear,
  };
}

/** So many warnings of one rule are shown before an edition is made: a screen of the same hides the one that matters. */
const mostWarnings = 10;

/** What is shown, and what is only counted. */
function abridge(messages: readonly VFileMessage[]): [VFileMessage[], { what: string; count: number; isHint?: boolean }[]] {
  const shown: VFileMessage[] = [];
  const seen = new Map<string, number>();
  let hints = 0;
  for (const message of messages) {
    if (severityOf(message) === 'info') hints += 1;
    else if (severityOf(message) !== 'warning') shown.push(message);
    else {
      const rule = message.ruleId ?? '';
      const nth = (seen.get(rule) ?? 0) + 1;
      seen.set(rule, nth);
      if (nth <= mostWarnings) shown.push(message);
    }
  }
  const rest = [...seen].filter(([, count]) => count > mostWarnings);
  return [
    shown,
    [
      ...rest.map(([rule, count]) => ({ what: `more ${rule} warning`, count: count - mostWarnings })),
      ...(hints > 0 ? [{ what: 'hint', count: hints, isHint: true }] : []),
    ],
  ];
}

/** Guesses how long a task still takes from how long it took so far; says nothing in the first seconds, or near the end. */
function timeLeft(now: () => number): (done: number, total: number) => string {
  const began = now();
  return (done, total) => {
    const seconds = (now() - began) / 1000;
    const rest = done === 0 ? 0 : (seconds / done) * (total - done);
    if (seconds < 5 || rest < 5) return '';
    const minutes = Math.round(rest / 60);
    return minutes < 1 ? ', less than a minute left' : `, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
  };
}

/** An error in words, never a stack trace. */
export function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const hint =
    error instanceof EveryreadError
      ? error.hint
      : 'This is a fault of Everyread. Please report it, with the command and the report if you can.';
  return `error ${safe(message)}\n${hint ? `  What to do: ${safe(hint)}\n` : ''}`;
}
