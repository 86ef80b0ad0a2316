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

/** Where something stands: the line of an HTML file, the number of a paragraph of a Word file; where it ends, too. */
type Place = { line: number; column: number } | { start: { line: number; column: number }; end: { line: number; column: number } };

/** Collects the messages of one import: one for each thing and place, repeated ones counted. */
export class Findings {
  readonly messages: VFileMessage[] = [];
  readonly #counts = new Map<string, { message: VFileMessage; count: number; reason: string; named: string[] }>();
  readonly #path: string | undefined;
  /** Where the reading is: the line of an HTML file, the number of a paragraph of a Word file; nothing where it is about all of it. */
  place: { line: number; column: number } | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  /**
   * Says something of one place; `where` is what a person can find: the part and the paragraph's first words. The remedy is that of the
   * rule unless `mend` gives another.
   */
  say(rule: keyof typeof importRules, reason: string, where?: string, place?: Place, mend?: string): void {
    const at = place ?? this.place;
    const message = ruleMessage(importRules[rule], {
      source: 'import',
      reason: where ? `${reason} (${where})` : reason,
      ...(at ? { place: at } : {}),
      ...(mend === undefined ? {} : { note: mend }),
    });
    if (this.#path !== undefined) message.file = this.#path;
    this.messages.push(message);
  }

  /** Says something once, with how often it was found; `words` are those that it is about, of which the first few are named. */
  count(rule: keyof typeof importRules, reason: string, place?: { line: number; column: number }, words = ''): void {
    const key = `${rule} ${reason}`;
    const known = this.#counts.get(key);
    const about = words.replace(/\s+/g, ' ').trim();
    const named = known?.named ?? [];
    if (about !== '' && named.length < 5) named.push(`“${about.length > 60 ? `${about.slice(0, 60)}…` : about}”`);
    const list = named.length === 0 ? '' : `: ${named.join(', ')}`;
    if (known) {
      known.count += 1;
      known.message.reason = `${known.reason}, ${known.count} times${list}${named.length > 0 && known.count > named.length ? ' …' : ''}`;
      known.message.message = known.message.reason;
      return;
    }
    this.say(rule, reason + list, undefined, place);
    this.#counts.set(key, { message: this.messages.at(-1)!, count: 1, reason, named });
  }

  /** The messages in the order of the document, as its reader would come upon them. */
  inOrder(): VFileMessage[] {
    return [...this.messages].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
}
