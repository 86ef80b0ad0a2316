import { joinBytes } from './byte-writer.js';
import { textRecordBytes } from './text-records.js';
import { forwardVarint } from './varint.js';

/** A contents entry as the text records tell of it. `end` is where the next entry of its level begins. */
export interface IndexedSpan {
  /** Number in the index. */
  index: number;
  begin: number;
  end: number;
  /** Number of the entry that holds it. */
  parent?: number;
}

/**
 * What a text record of MOBI 6 tells of a flat index: which entries begin, end or run through it. A real Kindle turns
 * pages by this; without it some jump to the end.
 */
export function flatIndexing(spans: readonly IndexedSpan[], record: number): Uint8Array {
  const start = record * textRecordBytes;
  const end = start + textRecordBytes;
  const inside = spans.filter((span) => span.begin < end && span.end > start);
  const [first] = inside;
  if (first === undefined) return new Uint8Array(0);
  if (inside.length > 1) return sequence(first.index, 3, { 2: 0, 4: inside.length });
  return first.begin < start && first.end > end ? sequence(first.index, 3, { 1: 0, 2: 0 }) : sequence(first.index, 3, { 2: 0 });
}

/** The same for the nested index of KF8: one sequence for each run of entries of a level, down a branch, then the next branch. */
export function nestedIndexing(spans: readonly IndexedSpan[], record: number): Uint8Array {
  const start = record * textRecordBytes;
  const end = start + textRecordBytes;
  const inside = spans.filter((span) => span.begin < end && span.end > start);
  const out: Uint8Array[] = [];
  let lastIndex = 0;
  for (const strand of strands(inside)) {
    strand.forEach((run, level) => {
      const first = run[0]!;
      const last = run.at(-1)!;
      const flags: Flags = {
        ...(last.begin < start && last.end > end ? { 1: 0 } : {}),
        ...(out.length === 0 ? { 2: 8 } : {}),
        ...(run.length > 1 ? { 4: run.length } : {}),
      };
      if (out.length > 0 && level === 0) {
        out.push(sequence(Math.max(0, lastIndex - first.index), 4, { ...flags, 8: true }));
      } else out.push(sequence(first.index - (first.parent ?? 0), out.length === 0 ? 3 : 4, flags));
      lastIndex = last.index;
    });
  }
  return joinBytes(out);
}

/** Cuts entries in reading order into branches: siblings that follow each other share a run, a child goes one level down. */
function strands(spans: readonly IndexedSpan[]): IndexedSpan[][][] {
  const out: IndexedSpan[][][] = [];
  let strand: IndexedSpan[][] = [];
  for (const span of [...spans].sort((a, b) => a.begin - b.begin || a.index - b.index)) {
    const run = strand.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && span.parent === last.parent && span.index === last.index + 1) run.push(span);
    else if (last !== undefined && span.parent === last.index) strand.push([span]);
    else {
      strand = [[span]];
      out.push(strand);
    }
  }
  return out;
}

type Flags = { 1?: 0; 2?: number; 4?: number; 8?: true };

/** A number with flags in its low bits, then what the flags announce. */
function sequence(value: number, flagBits: 3 | 4, flags: Flags): Uint8Array {
  const bits = (flags[1] === undefined ? 0 : 1) | (flags[2] === undefined ? 0 : 2) | (flags[4] === undefined ? 0 : 4) | (flags[8] ? 8 : 0);
  const parts = [forwardVarint(value * (flagBits === 3 ? 8 : 16) + bits)];
  if (flags[2] !== undefined) parts.push(forwardVarint(flags[2]));
  if (flags[4] !== undefined) parts.push(Uint8Array.of(Math.min(flags[4], 255)));
  if (flags[1] !== undefined) parts.push(forwardVarint(0));
  return joinBytes(parts);
}
