import type { Element, ElementContent, Root } from 'hast';
import { h } from '../fragments/element.js';
import { pageLanguage } from './cover.js';
import { securityPolicy } from './security.js';

/** A page before it is printed. */
export interface Page {
  lang: string;
  title: string;
  description?: string | undefined;
  author?: string | undefined;
  /** What made the page: an import knows by it that classes say what blocks are. */
  generator?: string;
  /** The front matter as JSON, for an import: a page prints but some of it. */
  source?: string;
  style: string;
  script?: string | undefined;
  /** Whether the script plays sound that is in the page. */
  sound?: boolean;
  body: Element;
}

/** Prints a page with its head: title, security policy and style. */
export async function printPage(page: Page): Promise<string> {
  const head = h(
    'head',
    {},
    spaced([
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: ['Content-Security-Policy'], content: securityPolicy(page.style, page.script, page.sound) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, page.title),
      ...(page.description ? [h('meta', { name: 'description', content: page.description })] : []),
      ...(page.author ? [h('meta', { name: 'author', content: page.author })] : []),
      ...(page.generator ? [h('meta', { name: 'generator', content: page.generator })] : []),
      ...(page.source ? [h('meta', { name: 'everyread:front-matter', content: page.source })] : []),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('style', {}, { type: 'text', value: page.style }),
    ]),
  );
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      h('html', pageLanguage(page.lang), '\n', head, '\n', page.body, '\n'),
      { type: 'text', value: '\n' },
    ],
  };
  // Books take fragments from this package and print them themselves: they need not wait for this printer.
  const { toHtml } = await import('hast-util-to-html');
  return toHtml(root, { upperDoctype: true });
}

/** Line breaks between blocks, so that the source can be read. */
export function spaced(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'text' && node.value.trim() === '' ? [] : [node, { type: 'text' as const, value: '\n' }]));
}
