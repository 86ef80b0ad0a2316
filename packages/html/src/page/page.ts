import {
  is,
  metaForReaders,
  reportIdentifier,
  resolveTheme,
  sayMissingAlternatives,
  toText,
  type Context,
  type Contents,
  type PreparedReport,
  type ReportNode,
} from '@everyread/core';
import type { ElementContent } from 'hast';
import { paletteClasses } from '../fragments/drawing.js';
import { h } from '../fragments/element.js';
import { makeFragments } from '../fragments/make.js';
import { sourceComment } from '../fragments/source-comment.js';
import { wordsLanguage } from '../fragments/own-words.js';
import { freeId } from '../fragments/plan.js';
import { recordRules, tableRoomsIn } from '../books/record-tables.js';
import { unmarkEmptyHeadings } from '../books/untitled.js';
import type { HtmlOptions } from '../options.js';
import { player } from '../read-aloud/player.js';
import { readAloudScript } from '../read-aloud/script.js';
import { soundPlace } from '../read-aloud/sound.js';
import { readAloudStyles } from '../read-aloud/styles.js';
import { timingOf, titleId } from '../read-aloud/timing.js';
import { coverHeader, logoOf, pageFooter } from './cover.js';
import { fontRules } from './fonts.js';
import { loadAsset, loadImages } from './load-images.js';
import { paletteRules } from './palette-rules.js';
import { printPage, spaced } from './print-page.js';
import { pageScript } from './settings-script.js';
import { pageStyles } from './styles.js';

/** The whole page as text; where there is a narration, with a comment where the sound goes: see `withSound()`. */
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
  sayMissingAlternatives(report, 'html', context);
  const image = (path: string) => images.get(path);
  const own = theme.font ? await loadAsset(theme.font, context) : undefined;
  const { narration } = context;
  const language = wordsLanguage(words, meta.lang);
  const timing = narration && timingOf(narration);
  const content = pageContent(report, image);
  const text = `${meta.title} ${meta.subtitle ?? ''} ${meta.author ?? ''} ${meta.publisher ?? ''} ${toText(report.root)} ${toText(report.notes.map((note) => note.definition))}`;
  const fonts = options.embedFonts === false ? '' : await fontRules(text, own?.mediaType.startsWith('font/') ? own : undefined);
  const style = `${fonts}${paletteRules(theme)}${sizeRule(options, report)}${pageStyles}${recordsOnPaper(content.main)}${narration ? readAloudStyles : ''}`;
  const scripts = [
    interactive && pageScript(words.screen, language),
    timing && readAloudScript(timing, words.screen, reportIdentifier(meta, report.edition.name)),
  ].filter((each) => typeof each === 'string');
  const script = scripts.length > 0 ? scripts.join('\n') : undefined;
  const mainId = freeId(report, 'main');
  const body = h(
    'body',
    {},
    '\n',
    h('a', { className: ['skip'], href: `#${mainId}`, ...language }, words.skipToContent),
    '\n',
    coverHeader({
      meta,
      words,
      ...logoOf(theme, image),
      picture: meta.cover ? image(meta.cover) : undefined,
      interactive,
      settingsId: freeId(report, 'settings'),
      titleId: narration && titleId,
      // A voice says it after the title, and the page is marked from the top down.
      contact: narration && report.contact,
    }),
    '\n',
    narration && timing && player(narration, timing, words, meta.lang),
    narration && '\n',
    h(
      'div',
      { className: ['page'] },
      '\n',
      content.contents,
      content.contents && '\n',
      h('main', { id: mainId, tabIndex: -1 }, '\n', spaced(content.main)),
      '\n',
    ),
    '\n',
    pageFooter({ meta, contact: narration ? undefined : report.contact }),
    '\n',
    narration && { type: 'comment', value: soundPlace },
    script !== undefined && h('script', {}, { type: 'text', value: script }),
    '\n',
  );
  return printPage({
    lang: meta.lang,
    title: titleOf(report),
    description: meta.description,
    author: meta.author ?? meta.publisher,
    generator: 'Everyread',
    // No page should hold what looks like a tag and is none.
    source: JSON.stringify(metaForReaders(meta)).replace(/</g, '\\u003c'),
    style,
    script,
    sound: narration !== undefined,
    body,
  });
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

/** On a screen a wide table scrolls; on paper each of its rows becomes a record. */
function recordsOnPaper(main: readonly ElementContent[]): string {
  const widthsEm = tableRoomsIn(main);
  return widthsEm.length === 0 ? '' : `@media print{\n${recordRules('container', 'var(--rule)', widthsEm)}}\n`;
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
    sourceData: true,
    printedAddresses: true,
    notes: report.edition.notes === 'section' ? ('section' as const) : ('end' as const),
  };
  const fragments = makeFragments(report, options);
  const main = fragments.flatMap((fragment) => fragment.children);
  unmarkEmptyHeadings(main);
  if (at < 0) return { main };
  const nav = main.findIndex((node) => node.type === 'element' && node.tagName === 'nav');
  if (nav < 0) return { main };
  // Where the author put the list, for an import.
  const depth = (nodes[at] as Contents).depth ?? 3;
  return {
    contents: main[nav],
    main: main.map((node, index) => (index === nav ? sourceComment('contents', { depth: String(depth) }) : node)),
  };
}
