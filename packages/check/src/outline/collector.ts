import { EveryreadError } from '@everyread/core';
import { fold } from './fold.js';
import type { Fault, Item, Outline, TableCellItem } from './outline.js';

/** Some ten thousand pages of print: what holds more words would take more memory than there may be. */
const maxCharacters = 20_000_000;

type WithoutPlace<T> = T extends unknown ? Omit<T, 'under'> : never;

/**
 * Gathers an outline while a reader walks through a file: words run into a line until a block ends. More words than any report
 * has are an {@link EveryreadError}, code `document`.
 */
export class Collector {
  readonly items: Item[] = [];
  readonly faults: Fault[] = [];
  #line = '';
  #under = '';
  #characters = 0;
  /** Words in other languages, with the place in the line where they end. */
  #parts: { lang: string; text: string; end: number }[] = [];

  constructor(readonly baseLang: () => string | undefined) {}

  /** The heading that the walk is under. */
  get under(): string {
    return this.#under;
  }

  /** The words of the open line. */
  get line(): string {
    return this.#line;
  }

  /** Adds words to the open line. */
  words(text: string, lang?: string): void {
    this.#characters += text.length;
    if (this.#characters > maxCharacters)
      throw new EveryreadError(
        'document',
        `The file holds more than ${maxCharacters} characters of text, some ten thousand pages: more is not read back, so that nothing in it was compared`,
      );
    const begin = this.#line.length;
    this.#line += text;
    const last = this.#parts.at(-1);
    const blank = text.trim() === '';
    // A space may come by itself, as where a PDF sets it apart: the words around it do not run into each other.
    if (last?.end === begin && (blank || last.lang === lang)) {
      last.text += text;
      last.end = this.#line.length;
    } else if (!blank && lang !== undefined && !sameLanguage(lang, this.baseLang())) {
      this.#parts.push({ lang, text, end: this.#line.length });
    }
  }

  /** Ends the open line and returns its words. */
  take(): string {
    const text = fold(this.#line);
    this.#line = '';
    for (const part of this.#parts) this.add({ kind: 'language', lang: part.lang, text: fold(part.text) });
    this.#parts = [];
    return text;
  }

  /** Ends the open line as a block of text. */
  endText(): void {
    const text = this.take();
    if (text !== '') this.add({ kind: 'text', text });
  }

  /** Ends the open line as a heading. */
  endHeading(level: number): void {
    const text = this.take();
    this.#under = text;
    this.add({ kind: 'heading', level, text });
  }

  add(item: WithoutPlace<Item>): void {
    this.items.push({ ...item, under: this.#under } as Item);
  }

  table(rows: readonly (readonly TableCellItem[])[], caption?: string, asRecords = false): void {
    this.add({ kind: 'table', rows, ...(caption ? { caption } : {}), ...(asRecords ? { asRecords } : {}) });
  }

  fault(rule: string, reason: string): void {
    this.faults.push({ rule, reason, ...(this.#under ? { under: this.#under } : {}) });
  }

  outline(head: Omit<Outline, 'items' | 'faults'>): Outline {
    this.endText();
    return { ...head, items: this.items, faults: this.faults };
  }
}

/** Whether two tags name one language for a voice: the same language, and the same script where both name one. */
export function sameLanguage(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [first, second] = [a, b].map((tag) => {
    try {
      return new Intl.Locale(tag);
    } catch {
      return undefined;
    }
  });
  if (!first || !second) return a.toLowerCase() === b.toLowerCase();
  return first.language === second.language && (!first.script || !second.script || first.script === second.script);
}
