import {
  fill,
  is,
  printWhen,
  ruleMessage,
  sayMissingAlternatives,
  walk,
  type Context,
  type OutlineEntry,
  type PreparedReport,
  type ReportNode,
} from '@everyread/core';
import {
  captionTables,
  contactContent,
  h,
  makeFragments,
  ownWordsWithName,
  unmarkEmptyHeadings,
  wordsLanguage,
  type FragmentContext,
  type FragmentHandlers,
} from '@everyread/html';
import type { Element, ElementContent } from 'hast';
import { mobiRules } from '../messages.js';
import type { MobiOptions } from '../options.js';
import { labelsOf } from './index-entries.js';
import type { Pictures } from './pictures.js';
import { recordTables } from './table-records.js';

/** One part of the book: it begins on a new page. */
export interface Part {
  kind: 'title' | 'contents' | 'chapter';
  title: string;
  content: ElementContent[];
}

/* Links in the content lead to `#id`; pictures are `picture:1`. */
/** The name of the contents page, which no heading can have. */
export const contentsId = '_contents';

/** The parts of the book: title page, contents page, then one for each main section. */
export function makeParts(report: PreparedReport, pictures: Pictures, options: MobiOptions, context: Pick<Context, 'message'>): Part[] {
  tellWhatIsLost(report, context);
  const fragments = makeFragments(report, {
    notes: 'section',
    contents: false,
    charts: 'none',
    image(path) {
      const number = pictures.numbers.get(path);
      return number === undefined ? undefined : { url: `picture:${number}` };
    },
    handlers,
  });
  const opening = fragments.find((fragment) => fragment.kind === 'opening');
  return [
    { kind: 'title', title: report.meta.title, content: [...titleBlock(report), ...adapt(report, opening?.children ?? [])] },
    ...(report.outline.length > 0 ? [contentsPage(report, options)] : []),
    ...fragments
      .filter((fragment) => fragment !== opening)
      .map((fragment): Part => ({
        kind: 'chapter',
        title: fragment.title || report.meta.title,
        content: adapt(report, fragment.children),
      })),
  ];
}

function adapt(report: PreparedReport, content: readonly ElementContent[]): ElementContent[] {
  captionTables(content);
  unmarkEmptyHeadings(content);
  return recordTables(content, report.words, wordsLanguage(report.words, report.meta.lang));
}

/** Kindles have no labels for what is not seen: a print page says that it is one. */
const handlers: Partial<FragmentHandlers> = {
  pageBreak: (node, context: FragmentContext) =>
    h(
      'span',
      { id: node.id, className: ['page-break'] },
      h('small', { ...context.wordsLanguage }, ` [${fill(context.words.page, { n: node.label })}] `),
    ),
};

function titleBlock({ meta, words, contact }: PreparedReport): Element[] {
  const lines: (string | ElementContent[] | undefined)[] = [
    meta.subtitle,
    meta.author === meta.publisher ? undefined : meta.author,
    meta.publisher === undefined ? undefined : ownWordsWithName(words.publishedBy, meta.publisher, wordsLanguage(words, meta.lang)),
    meta.date === undefined ? undefined : printWhen(meta.date, meta.lang),
    contact && contactContent(contact),
    meta.rights,
  ];
  return [h('h1', { id: 'report-title' }, meta.title), ...lines.filter((line) => line !== undefined).map((line) => h('p', {}, line))];
}

function contentsPage(report: PreparedReport, options: MobiOptions): Part {
  const labelOf = labelsOf(report);
  const listOf = (entries: readonly OutlineEntry[]): Element =>
    h(
      'ul',
      { className: ['contents'] },
      entries.map((entry) =>
        h(
          'li',
          {},
          h('a', { href: `#${encodeURIComponent(entry.id)}`, lang: entry.lang }, labelOf(entry)),
          entry.depth < (options.contentsDepth ?? 3) && entry.children.length > 0 && listOf(entry.children),
        ),
      ),
    );
  const { contents } = report.words;
  return {
    kind: 'contents',
    title: contents,
    content: [h('h2', { id: contentsId, ...wordsLanguage(report.words, report.meta.lang) }, contents), listOf(report.outline)],
  };
}

function tellWhatIsLost(report: PreparedReport, context: Pick<Context, 'message'>): void {
  const tell = (id: keyof typeof mobiRules, node: ReportNode, reason: string): void =>
    context.message(ruleMessage(mobiRules[id], { node, source: 'mobi', reason }));
  walk([...report.root.children, ...report.notes.map((note) => note.definition)], (node) => {
    if (is(node, 'chart')) tell('mobi-chart', node, 'A chart is given as a sentence and a table; Kindles can’t draw it');
    if (is(node, 'pronunciation')) tell('mobi-pronunciation', node, 'A Kindle book can’t carry how a word is said');
  });
  sayMissingAlternatives(report, 'mobi', context);
}
