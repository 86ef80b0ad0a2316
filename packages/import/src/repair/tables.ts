import { is, toText, type FlowContent, type Paragraph, type PhrasingContent } from '@everyread/core';
import { makeTable } from '../grid.js';
import type { RepairJob } from './repair.js';

/** Typed bullets and numbers, behind which a tab stands too. */
const mark = /^(?:[^\p{L}\p{N}]*|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|o)$/iu;

/** Lines whose words tabs put below each other: columns that nobody hears. */
export function mendTables(blocks: readonly FlowContent[], { findings, repair, tabbed }: RepairJob): FlowContent[] {
  if (tabbed === undefined) return [...blocks];
  const out: FlowContent[] = [];
  const cellsOf = (block: FlowContent | undefined): readonly PhrasingContent[][] | undefined => {
    const cells = is(block, 'paragraph') ? tabbed.get(block) : undefined;
    return cells === undefined || mark.test(toText(cells[0]!).trim()) ? undefined : cells;
  };
  for (let at = 0; at < blocks.length; at += 1) {
    const width = cellsOf(blocks[at])?.length;
    const rows: (readonly PhrasingContent[][])[] = [];
    for (let cells = cellsOf(blocks[at]); width !== undefined && cells?.length === width; cells = cellsOf(blocks[at + rows.length]))
      rows.push(cells);
    if (rows.length < 2) {
      out.push(blocks[at]!);
      continue;
    }
    const run = blocks.slice(at, at + rows.length) as Paragraph[];
    at += rows.length - 1;
    const what = `${rows.length} lines with tabs`;
    const about = `${width} columns: “${toText(run[0]!).slice(0, 40)}…”`;
    const place = run[0]!.position?.start;
    if (!repair) {
      findings.say('import-fake-table', `${what} look like a table of ${about}`, undefined, place);
      out.push(...run);
      continue;
    }
    findings.say('import-repair', `${what} are a table now, of ${about}`, undefined, place);
    const outer = findings.place;
    findings.place = place;
    // “Telephone: …” below “Address: …” names the rows.
    const headColumn = rows.every(([first]) => toText(first!).trim().endsWith(':'));
    const table = makeTable({ rows: rows.map((row) => row.map((cell) => [...cell])), headRows: 0, headColumn }, findings);
    findings.place = outer;
    out.push(run[0]!.position ? { ...table, position: run[0]!.position } : table);
  }
  return out;
}
