import type { VFileMessage } from 'vfile-message';
import type { Edition } from './contracts/edition.js';
import { build } from './build.js';
import { contactId, contactLine } from './contact.js';
import { copyNodes } from './map.js';
import { addAlternatives } from './passes/alternatives.js';
import { numberCaptions } from './passes/caption-numbers.js';
import { placeContents } from './passes/contents.js';
import { ruleMessage } from './contracts/rule.js';
import { keepEdition, marksSummary } from './passes/edition.js';
import { editionRules } from './passes/edition-rules.js';
import { repairHeadings } from './passes/headings.js';
import { assignIds } from './passes/ids.js';
import { normalise } from './passes/normalise.js';
import { collectNotes } from './passes/notes.js';
import { makeOutline } from './passes/outline.js';
import { checkReferences, collectTargets, linkReferences } from './passes/references.js';
import { nestSections } from './passes/sections.js';
import { markSentences } from './passes/sentences.js';
import { wholeWords } from './passes/whole-words.js';
import type { Meta } from './meta.js';
import type { PreparedReport, Report } from './report.js';
import type { Paragraph, Root } from './types.js';
import { wordsFor } from './words/for-language.js';
import { fill, type Words } from './words/words.js';

/** How to prepare a report. */
export interface PrepareOptions {
  /** Name of the format, for `:::only{format=…}`. */
  format?: string;
  /** Wraps each sentence in a `sentence` node with an id: for narration and what follows it. Default: no. */
  sentences?: boolean;
  /** Where messages go. Default: nowhere. */
  message?: (message: VFileMessage) => void;
  /** What `normalise()` makes of the report, where that is known. */
  normal?: Root;
}

/**
 * Makes a report ready for one edition. Pure: the report is not changed, and the same report and edition
 * give the same result.
 *
 * @param report - the report as it was written
 * @param edition - see `makeEdition()`
 */
export function prepare(report: Report, edition: Edition, options: PrepareOptions = {}): PreparedReport {
  const message = options.message ?? (() => undefined);
  const words = wordsFor(report.meta.lang);
  const whole = options.normal ?? normalise(report.root);
  // Names and numbers are set in this copy.
  const own = { ...whole, children: copyNodes(whole.children) };
  numberCaptions(own, report.meta.lang, words);
  const normal = repairHeadings(keepEdition(own, edition, options.format ?? ''), message);
  const linked = addAlternatives(linkReferences(wholeWords(normal, edition.links === 'address' || edition.name === 'large-print')), words);
  const noted = collectNotes(linked, message);
  assignIds(noted.root, noted.notes);
  const nested = placeContents(nestSections(noted.root));
  const { root, notes } = options.sentences ? markSentences(nested, report.meta.lang, noted.notes) : { root: nested, notes: noted.notes };
  const found = collectTargets(root, words);
  checkReferences(found, message);
  const contact = contactOf(report.meta, options.sentences === true);
  return {
    meta: edition.content === 'summary' ? summaryMeta(report, words, message) : report.meta,
    root,
    edition,
    outline: makeOutline(root),
    notes,
    pages: found.pages,
    targets: found.targets,
    ...(contact ? { contact } : {}),
    words,
  };
}

/** The contact line; for narration one sentence, so that it is one clip. */
function contactOf({ contact, lang }: Meta, sentences: boolean): Paragraph | undefined {
  if (contact === undefined || contact.trim() === '') return undefined;
  const line = contactLine(contact, lang);
  return sentences ? { ...line, children: [build.sentence({ id: contactId }, line.children)] } : line;
}

/** A shelf shows little more than a title: that of the summary says that it is one, unless it is the whole report after all. */
function summaryMeta({ meta, root }: Report, words: Words, message: (message: VFileMessage) => void): Meta {
  if (!marksSummary(root)) {
    message(
      ruleMessage(editionRules['summary-none'], {
        source: 'core',
        place: { line: 1, column: 1 },
        reason: 'Nothing is marked as the summary, so the short edition is the whole report',
      }),
    );
    return meta;
  }
  const said = meta.title.toLowerCase().includes(words.summary.toLowerCase());
  return said ? meta : { ...meta, title: fill(words.summaryTitle, { title: meta.title }) };
}
