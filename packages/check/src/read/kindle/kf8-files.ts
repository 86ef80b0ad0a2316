import { damaged, type KindleBook } from './book.js';
import { readIndex } from './index-table.js';
import { charactersOf } from './characters.js';

/** The files of a KF8 book, put together. */
export interface BookFiles {
  /** All files, one after the other; one character for each byte. */
  readonly text: string;
  /** Where a place of a fragment is in `text`; `undefined` for one that is not in the book. */
  placeOf(fragment: number, offset: number): number | undefined;
}

/** Puts the fragments into their skeletons (MobileRead wiki, “KF8”). */
export function readFiles(book: KindleBook): BookFiles {
  const [fragmentsAt, skeletonsAt] = [book.place(248), book.place(252)];
  if (fragmentsAt === undefined || skeletonsAt === undefined) throw damaged('it has no list of its files');
  const raw = charactersOf(book.text());
  const fragments = readIndex(book, fragmentsAt).entries.map((entry) => ({
    insertAt: Number(entry.label),
    length: entry.tags.get(6)?.[1] ?? 0,
  }));
  const starts: number[] = [];
  let text = '';
  let number = 0;
  for (const skeleton of readIndex(book, skeletonsAt).entries) {
    const count = skeleton.tags.get(1)?.[0] ?? 0;
    const [start, length] = skeleton.tags.get(6) ?? [];
    if (start === undefined || length === undefined || start + length > raw.length) throw damaged('a file of it lies outside its text');
    const begin = text.length;
    let file = raw.slice(start, start + length);
    let from = start + length;
    for (let index = 0; index < count; index += 1, number += 1) {
      const fragment = fragments[number];
      const at = fragment === undefined ? -1 : fragment.insertAt - begin;
      if (fragment === undefined || !(at >= 0 && at <= file.length) || from + fragment.length > raw.length)
        throw damaged('a piece of a file has no place');
      file = file.slice(0, at) + raw.slice(from, from + fragment.length) + file.slice(at);
      starts.push(fragment.insertAt);
      from += fragment.length;
    }
    text += file;
  }
  if (number !== fragments.length) throw damaged('a piece of it is in no file');
  return {
    text,
    placeOf(fragment, offset) {
      const start = starts[fragment];
      return start === undefined || offset > fragments[fragment]!.length ? undefined : start + offset;
    },
  };
}
