import { walk, type PreparedReport, type ReportNode } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { notesOf } from '../model/notes.js';
import { outlineOf } from '../model/outline-of.js';
import { itemsOf, type ItemKind, type ModelOutline, type Outline } from '../outline/outline.js';
import type { BrailleEngine } from './braille-words.js';
import { compareBrailleStructure } from './braille-structure.js';
import { compareBraille } from './braille.js';
import { compareBrailleContact, compareContact } from './contact.js';
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
  /** Who reads Braille. Without it only the figures of a Braille edition are compared, and the pages. */
  braille?: BrailleEngine;
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
    (edition.tablesAsRecords ||
      report.edition.name === 'large-print' ||
      report.edition.name === 'braille' ||
      report.edition.name === 'audio');
  for (const fault of edition.faults) say(fault.rule as Parameters<typeof say>[0], fault.reason, fault);
  if (edition.braille) {
    if (edition.title !== undefined || edition.lang !== undefined) compareHead(model, edition, say);
    const notes = notesOf(report);
    compareBraille(model, notes, edition.braille, options.braille, say);
    if (model.contact && options.braille) compareBrailleContact(model.contact, edition.braille.blocks, options.braille, say);
    if (itemsOf(edition, 'heading').length > 0) compareBrailleStructure(model, notes, edition, options.braille, say);
    return messages;
  }
  compareHead(model, edition, say);
  compareHeadings(model, edition, say);
  if (edition.lacks?.includes('text')) return messages;
  compareWords(model, edition, say);
  compareRepeats(model, edition, say);
  compareAlternatives(model, edition, say);
  compareTables(model, edition, records, say);
  compareLinks(model, edition, linksInNotes(report), say);
  compareNotes(notesOf(report), edition, say);
  comparePages(model, edition, say);
  compareLanguages(model, edition, say);
  if (model.contact) compareContact(model.contact, edition, say);
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
