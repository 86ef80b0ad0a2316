import { walk, type PreparedReport, type ReportNode } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { notesOf } from '../model/notes.js';
import { outlineOf } from '../model/outline-of.js';
import type { ItemKind, ModelOutline, Outline } from '../outline/outline.js';
import { compareHead, compareHeadings } from './headings.js';
import { compareAlternatives, compareLanguages, compareLinks, compareNotes, comparePages } from './marks.js';
import { differenceSayer } from './report-difference.js';
import { compareTables } from './tables.js';
import { compareRepeats, compareWords } from './words.js';

/** What a caller may say about a comparison. */
export interface CompareOptions {
  /** Name of the edition's file, for messages. Default: the format. */
  file?: string;
  /** Whether tables may stand as records. Default: in large print and Braille. */
  tablesAsRecords?: boolean;
  /** What the edition was told to leave out, so that its absence is no difference. */
  leftOut?: readonly ItemKind[];
  /** The model's outline, where it was made already. */
  model?: ModelOutline;
}

/**
 * Compares what was read back with the report that the edition was made from.
 *
 * @param outline - from `readBack()`
 * @param report - the prepared report of the same edition
 * @returns differences, each an error of the renderer; none if the edition holds what the report says
 */
export function compareWithReport(outline: Outline, report: PreparedReport, options: CompareOptions = {}): VFileMessage[] {
  const messages: VFileMessage[] = [];
  const say = differenceSayer(options.file ?? outline.format, (message) => messages.push(message));
  const edition: Outline = options.leftOut ? { ...outline, lacks: [...(outline.lacks ?? []), ...options.leftOut] } : outline;
  const model = options.model ?? outlineOf(report);
  const records =
    options.tablesAsRecords ??
    (report.edition.name === 'large-print' || report.edition.name === 'braille' || report.edition.name === 'audio');
  for (const fault of edition.faults) say(fault.rule as Parameters<typeof say>[0], fault.reason, fault);
  compareHead(model, edition, say);
  compareHeadings(model, edition, say);
  compareWords(model, edition, say);
  compareRepeats(model, edition, say);
  compareAlternatives(model, edition, say);
  compareTables(model, edition, records, say);
  compareLinks(model, edition, linksInNotes(report), say);
  compareNotes(notesOf(report), edition, say);
  comparePages(model, edition, say);
  compareLanguages(model, edition, say);
  return messages;
}

function linksInNotes(report: PreparedReport): string[] {
  const links: string[] = [];
  for (const note of report.notes) {
    walk(note.definition.children as ReportNode[], (node) => {
      if (node.type === 'link' && !node.url.startsWith('#')) links.push(node.url);
    });
  }
  return links;
}
