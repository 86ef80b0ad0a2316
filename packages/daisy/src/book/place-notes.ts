import type { Builder } from './build.js';
import type { Content } from './element.js';

const placed = new WeakMap<Builder, Set<number>>();

/** The notes whose marks were met since the last call; a note may hold marks of its own. */
export function placeNotes(builder: Builder): Content[] {
  const done = placed.get(builder) ?? new Set<number>();
  placed.set(builder, done);
  const out: Content[] = [];
  for (let index = 0; index < builder.dueNotes.length; index += 1) {
    const number = builder.dueNotes[index]!;
    const note = builder.report.notes.find((each) => each.number === number);
    if (note === undefined || done.has(number)) continue;
    done.add(number);
    out.push(...builder.all([note.definition]));
  }
  return out;
}

/** Notes that no mark leads to. */
export function orphanNotes(builder: Builder): Content[] {
  const done = placed.get(builder) ?? new Set<number>();
  return builder.report.notes.filter((note) => !done.has(note.number)).flatMap((note) => builder.all([note.definition]));
}
