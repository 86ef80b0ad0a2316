import { childrenOf, fill, type HandlerTable, type PreparedReport, type ReportNode, type Words } from '@everyread/core';
import { fold, foldPiece } from '../outline/fold.js';
import { sameLanguage } from '../outline/collector.js';
import type { Item, ModelOutline, Passage } from '../outline/outline.js';
import { contactItem } from './contact.js';
import { modelHandlers } from './handlers.js';

type WithoutPlace<T> = T extends unknown ? Omit<T, 'under' | 'position'> : never;

/** What the handlers of the model write to. */
export interface ModelContext {
  readonly report: PreparedReport;
  /** The language of the words that are visited. */
  readonly lang: string;
  /** Adds an item where the walk is. */
  item(item: WithoutPlace<Item>, node: ReportNode): void;
  passage(pieces: readonly string[], node: ReportNode, anyOrder?: boolean, more?: Pick<Passage, 'either' | 'heads' | 'byRows'>): void;
  /** Begins a section. */
  under(heading: string): void;
  /** Visits nodes, in another language if one is given. */
  visit(nodes: readonly ReportNode[], lang?: string): void;
}

/**
 * The outline of a prepared report: what every edition of it must hold, in order.
 *
 * @param report - from `prepare()`, for the edition that is compared
 * @param overrides - handlers for nodes that a caller treats in another way
 */
export function outlineOf(report: PreparedReport, overrides: Partial<HandlerTable<ModelContext, void>> = {}): ModelOutline {
  const handlers = { ...modelHandlers, ...overrides };
  const items: Item[] = [];
  const passages: Passage[] = [];
  let heading = '';
  const contextIn = (lang: string): ModelContext => ({
    report,
    lang,
    item: (item, node) => void items.push({ ...item, under: heading, position: node.position } as Item),
    passage(pieces, node, anyOrder, more) {
      const kept = pieces.map(foldPiece).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
      if (kept.length > 0)
        passages.push({
          pieces: kept,
          under: heading,
          position: node.position,
          ...(anyOrder ? { anyOrder } : {}),
          ...(sameLanguage(lang, report.meta.lang) ? {} : { lang }),
          ...more,
        });
    },
    under: (text) => void (heading = text),
    visit(nodes, inner = lang) {
      const context = inner === lang ? this : contextIn(inner);
      for (const node of nodes) {
        if ((node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') && !sameLanguage(inner, report.meta.lang))
          addLanguage(items, inner, node.value, heading);
        (handlers[node.type] as (node: ReportNode, context: ModelContext) => void)(node, context);
      }
    },
  });
  const context = contextIn(report.meta.lang);
  context.visit(childrenOf(report.root));
  return {
    format: 'model',
    title: fold(report.meta.title),
    lang: report.meta.lang,
    items,
    faults: [],
    passages,
    ...(report.contact ? { contact: contactItem(report.contact) } : {}),
    fixedWords: fixedWords(report.words),
    pageWords: (n) => [fill(report.words.printPage, { n }), fill(report.words.page, { n })].map(fold),
  };
}

function addLanguage(items: Item[], lang: string, value: string, under: string): void {
  const text = fold(value);
  if (/[\p{L}\p{N}]/u.test(text)) items.push({ kind: 'language', lang, text, under });
}

/** The words that formats add, cut at their places to fill. */
export function fixedWords(words: Words): string[] {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts));
  return texts(words)
    .flatMap((text) => text.split(/\{\w+\}/))
    .map(fold)
    .filter((text) => text !== '');
}
