import { is, resolveTheme, toText, type Context, type Contents, type PreparedReport, type ReportNode } from '@everyread/core';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml as printHtml } from 'hast-util-to-html';
import { paletteClasses } from '../fragments/drawing.js';
import { h } from '../fragments/element.js';
import { makeFragments } from '../fragments/make.js';
import type { HtmlOptions } from '../options.js';
import { coverHeader, pageFooter, pageLanguage } from './cover.js';
import { fontRules } from './fonts.js';
import { loadAsset, loadImages } from './load-images.js';
import { paletteRules } from './palette-rules.js';
import { securityPolicy } from './security.js';
import { pageScript } from './settings-script.js';
import { pageStyles } from './styles.js';

/** The whole page as text. */
export async function makePage(report: PreparedReport, options: HtmlOptions, context: Context): Promise<string> {
  const { meta, words } = report;
  const large = report.edition.typeSizePt >= 16;
  const theme = resolveTheme(meta.theme, large ? 7 : 4.5, meta.publisher, context.message);
  const interactive = options.interactive !== false;
  const images = await loadImages(
    report,
    [theme.logo?.path, meta.cover].filter((path) => path !== undefined),
    context,
  );
  const image = (path: string) => images.get(path);
  const own = theme.font ? await loadAsset(theme.font, context) : undefined;
  const content = pageContent(report, image);
  const text = `${meta.title} ${meta.subtitle ?? ''} ${meta.author ?? ''} ${meta.publisher ?? ''} ${toText(report.root)} ${toText(report.notes.map((note) => note.definition))}`;
  const fonts = options.embedFonts === false ? '' : await fontRules(text, own?.mediaType.startsWith('font/') ? own : undefined);
  const style = `${fonts}${paletteRules(theme)}${sizeRule(options, report)}${pageStyles}`;
  const script = interactive ? pageScript(words.screen) : undefined;
  const body = h(
    'body',
    {},
    '\n',
    h('a', { className: ['skip'], href: '#main' }, words.skipToContent),
    '\n',
    coverHeader(report, theme, image, interactive),
    '\n',
    h(
      'div',
      { className: ['page'] },
      '\n',
      content.contents,
      content.contents && '\n',
      h('main', { id: 'main', tabIndex: -1 }, '\n', spaced(content.main)),
      '\n',
    ),
    '\n',
    pageFooter(report),
    '\n',
    script !== undefined && h('script', {}, { type: 'text', value: script }),
    '\n',
  );
  return printPage({
    lang: meta.lang,
    title: titleOf(report),
    description: meta.description,
    author: meta.author ?? meta.publisher,
    style,
    script,
    body,
  });
}

interface Page {
  lang: string;
  title: string;
  description?: string | undefined;
  author?: string | undefined;
  style: string;
  script?: string | undefined;
  body: Element;
}

/** Prints a page with its head: title, security policy and style. */
export async function printPage(page: Page): Promise<string> {
  const head = h(
    'head',
    {},
    spaced([
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: ['Content-Security-Policy'], content: await securityPolicy(page.style, page.script) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, page.title),
      ...(page.description ? [h('meta', { name: 'description', content: page.description })] : []),
      ...(page.author ? [h('meta', { name: 'author', content: page.author })] : []),
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
  return printHtml(root, { upperDoctype: true });
}

/** “Our year - A charity”: the report first, for a list of tabs cuts the end off. */
function titleOf(report: PreparedReport): string {
  const { title, publisher } = report.meta;
  return publisher && publisher !== title ? `${title} - ${publisher}` : title;
}

function sizeRule(options: HtmlOptions, report: PreparedReport): string {
  const px = options.textSizePx ?? (report.edition.typeSizePt >= 16 ? (report.edition.typeSizePt * 4) / 3 : 18);
  return px === 18 ? '' : `:root{--size:${Math.round((px / 18) * 1000) / 10}%}\n`;
}

/** The contents list, which stands before `main`, and the rest. */
function pageContent(
  report: PreparedReport,
  image: (path: string) => { url: string } | undefined,
): { contents?: ElementContent; main: ElementContent[] } {
  const nodes = report.root.children as ReportNode[];
  const at = nodes.findIndex((node): node is Contents => is(node, 'contents'));
  // One contents list at the top is the page's navigation; one placed inside a section stays there.
  const options = {
    image,
    charts: { palette: paletteClasses, widthsPx: [640, 300], textSizePx: 16 },
    scrollRegions: true,
    hiddenWords: true,
    pageMarks: true,
    notes: 'end' as const,
  };
  const fragments = makeFragments(report, options);
  const main = fragments.flatMap((fragment) => fragment.children);
  if (at < 0) return { main };
  const nav = main.findIndex((node) => node.type === 'element' && node.tagName === 'nav');
  return nav < 0 ? { main } : { contents: main[nav], main: main.filter((_, index) => index !== nav) };
}

/** Line breaks between blocks, so that the source can be read. */
function spaced(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'text' && node.value.trim() === '' ? [] : [node, { type: 'text' as const, value: '\n' }]));
}
