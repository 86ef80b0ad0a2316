import type { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { TableCellItem } from '../../outline/outline.js';
import { elements, isElement, type Element } from '../markup.js';
import { plainWords } from './walk.js';

/** A cell in a record: its words, behind the name of its column where that has one. */
interface Pair {
  label: string;
  text: string;
}

/**
 * Reads a table that is written as records, for want of room: each row a list of its own, its first cell a term, the other cells what
 * is said of it; the name of a column is in bold before the words of a cell, with a colon. Its words are read as text too, by the walk.
 */
export function readRecords(lists: readonly Element[], collector: Collector): void {
  const records = lists.map((list) => elements(list).map(readPair));
  const first = records[0] ?? [];
  for (const record of records) {
    if (record.length !== first.length) collector.fault('read-back-table', 'The records of a table have different numbers of cells');
    const other = record.find(({ label }, column) => label !== (first[column]?.label ?? ''));
    if (other) collector.fault('read-back-table', `“${other.text}” has another name in its record than in the first one of the table`);
  }
  const heads = first.map(({ label }): TableCellItem => ({ text: label, header: 'col' }));
  const rows = records.map((record) => record.map(({ text }): TableCellItem => ({ text })));
  collector.table(heads.some(({ text }) => text !== '') ? [heads, ...rows] : rows, undefined, true);
}

function readPair(part: Element): Pair {
  const [lead, ...rest] = part.children.filter((child) => isElement(child) || child.trim() !== '');
  const name = lead !== undefined && isElement(lead) && lead.name === 'b' ? fold(plainWords(lead)) : '';
  if (!name.endsWith(':') || rest.length === 0) return { label: '', text: fold(plainWords(part)) };
  return { label: name.slice(0, -1), text: fold(plainWords({ ...part, children: part.children.filter((child) => child !== lead) })) };
}
