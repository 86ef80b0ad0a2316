import { ruleMessage, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { importRules } from './rules.js';

/** How to import. */
export interface ImportOptions {
  /** The file's path, for messages. */
  path?: string;
  /** Mends fake headings and fake lists, each repair a message. Default: they are only reported. */
  repair?: boolean;
  /** Folder, relative to the report, that pictures are put in. Default `images`. */
  pictureFolder?: string;
}

/** What was imported. */
export interface ImportResult {
  report: Report;
  /** Pictures by the path that the report names. */
  files: ReadonlyMap<string, Uint8Array>;
  messages: VFileMessage[];
}

/** Collects the messages of one import: one for each thing and place, repeated ones counted. */
export class Findings {
  readonly messages: VFileMessage[] = [];
  readonly #counts = new Map<string, { message: VFileMessage; count: number; reason: string }>();
  readonly #path: string | undefined;
  /** Where the reading is: the line of an HTML file, the number of a paragraph of a Word file. */
  place: { line: number; column: number } | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  /** Says something of one place; `where` is what a person can find: the part and the paragraph's first words. */
  say(rule: keyof typeof importRules, reason: string, where?: string, place?: { line: number; column: number }): void {
    const message = ruleMessage(importRules[rule], {
      source: 'import',
      reason: where ? `${reason} (${where})` : reason,
      place: place ?? this.place ?? { line: 1, column: 1 },
    });
    if (this.#path !== undefined) message.file = this.#path;
    this.messages.push(message);
  }

  /** Says something once, with how often it was found. */
  count(rule: keyof typeof importRules, reason: string, place?: { line: number; column: number }): void {
    const key = `${rule} ${reason}`;
    const known = this.#counts.get(key);
    if (known) {
      known.count += 1;
      known.message.reason = `${known.reason}, ${known.count} times`;
      known.message.message = known.message.reason;
      return;
    }
    this.say(rule, reason, undefined, place);
    this.#counts.set(key, { message: this.messages.at(-1)!, count: 1, reason });
  }
}
