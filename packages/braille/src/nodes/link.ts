import { addressBeside, fill, toText, type CrossReference, type Link } from '@everyread/core';
import { inline, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';

export function link(node: Link, scope: Scope): LineRun[] {
  return linkRuns(node.url, inline(node.children, scope), scope);
}

/** The words of a link. Its address is given once: in the text, or in the list at the end, unless the words are it. */
export function linkRuns(url: string, words: LineRun[], scope: Scope): LineRun[] {
  const { composer } = scope;
  const said = words
    .map((run) => run.text)
    .join('')
    .trim();
  const address = addressBeside(url, said);
  if (address === undefined) return words;
  if (said === '') return [{ text: address }];
  const wanted = composer.report.edition.links === 'address' ? 'inline' : (composer.options.addresses ?? 'list');
  if (wanted === 'inline') return [...words, { text: ` (${address})` }];
  if (wanted === 'list' && !composer.addresses.has(address))
    composer.addresses.set(
      address,
      words.filter((run) => !('printPage' in run)),
    );
  return words;
}

/** “page 24” is the Braille page here, where print gives its own. */
export function crossReference(node: CrossReference, scope: Scope): LineRun[] {
  const { composer } = scope;
  const target = composer.report.targets.get(node.target);
  const words = inline(node.children, scope);
  if (target === undefined) return words;
  const said = toText(node);
  switch (node.show) {
    case 'page': {
      const page = composer.pageOf(node.target);
      const text = page === undefined ? said || target.title || '' : fill(composer.report.words.page, { n: page });
      const run = page === undefined ? { text } : composer.said(text);
      return [{ ...run, emphasis: scope.emphasis, lang: run.lang ?? scope.lang, node }];
    }
    case 'title':
      return target.title ? [{ text: target.title, emphasis: scope.emphasis, lang: scope.lang, node }] : words;
    case 'number':
      return [{ text: target.number ?? target.title ?? said, emphasis: scope.emphasis, lang: scope.lang, node }];
    default:
      return words.length > 0 ? words : [{ text: target.title ?? '', node }];
  }
}
