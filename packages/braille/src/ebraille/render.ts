import {
  createContext,
  fill,
  isPrepared,
  makeEdition,
  prepare,
  reportIdentifier,
  type Context,
  type OutlineEntry,
  type PreparedReport,
  type Renderer,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import { zipFiles } from '@everyread/zip';
import { escapeXml } from '../files/xml.js';
import { inItsLanguage, languagesOf } from '../make-document.js';
import type { BrailleOptions } from '../options.js';
import { packagedTranslator } from '../system/packaged-engine.js';
import { contactRuns } from '../text/contact-line.js';
import { printDay } from '../text/when.js';
import { Transcriber, type LineRun } from '../transcriber.js';
import type { BrailleWords } from '../words/braille-words.js';
import { english } from '../words/english.js';
import { brailleWordsFor } from '../words/for-language.js';
import { brailleTag, packageXml, type EbrailleDocument } from './package.js';

/** Options of eBraille: what concerns pages and lines is left to the reader. */
export interface EbrailleOptions extends Pick<BrailleOptions, 'grade' | 'tables' | 'translator'> {
  /** Who answers for the Braille. Default: the publisher. */
  producer?: string;
}

const style =
  'ol, ul { list-style-type: none; margin-left: 0; padding-left: 2ch; }\nblockquote { margin-left: 2ch; }\np { margin: 0; text-indent: 2ch; }\n';

/** eBraille 1.0: Braille that flows on any display, with headings, lists, tables and links. */
export const ebrlRenderer: Renderer<EbrailleOptions> = {
  name: 'ebrl',
  title: 'eBraille',
  audience: 'For people who read Braille on a display that takes eBraille, such as the Monarch.',
  extension: 'ebrl',
  mediaType: 'application/ebrl+zip',
  editions: ['braille', 'summary'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      grade: { enum: [1, 2], default: 2, description: '2 contracted, 1 uncontracted' },
      producer: { type: 'string', description: 'Who answers for the Braille; the publisher unless given' },
    },
  },
  async *render(report, options, context) {
    yield { path: `${context.slug}.ebrl`, mediaType: 'application/ebrl+zip', body: await makeEbraille(report, options, context) };
  },
};

/**
 * A report as an eBraille 1.0 publication.
 *
 * @throws {EveryreadError} `misuse` for a language without Braille, `engine` when liblouis fails, `document` for an
 *   error in the report when `message` is not given
 */
export async function toEbrl(report: Report | PreparedReport, options: EbrailleOptions & RenderSettings = {}): Promise<Uint8Array> {
  const edition = isPrepared(report) ? report.edition : (options.edition ?? makeEdition('braille'));
  const context = createContext(report, edition, options);
  const prepared = isPrepared(report) ? report : prepare(report, edition, { format: 'ebrl', message: context.message });
  return makeEbraille(prepared, options, context);
}

async function makeEbraille(given: PreparedReport, options: EbrailleOptions, context: Context): Promise<Uint8Array> {
  // Only eBraille needs HTML and its typefaces: BRF and PEF start without them.
  const [{ makeFragments, toXhtml }, { translateTree }] = await Promise.all([import('@everyread/html'), import('./translate-tree.js')]);
  const own = brailleWordsFor(given.meta.lang);
  const report = inItsLanguage(given, own);
  const { meta, words } = report;
  const transcriber = await Transcriber.create({
    translator: options.translator ?? (await packagedTranslator()),
    lang: meta.lang,
    languages: languagesOf(report),
    grade: options.grade ?? 2,
    own,
    ...(options.tables ? { tables: options.tables } : {}),
    message: context.message,
  });
  const cells = (text: string, lang?: string): string => transcriber.line([lang === undefined ? { text } : { text, lang }]).cells;
  /** Core’s words are English where there are none in the report’s language. */
  const saidRun = (text: string): LineRun => (words.lang === transcriber.code.lang ? { text } : { text, lang: words.lang });
  const said = (text: string): string => transcriber.line([saidRun(text)]).cells;
  const grade = transcriber.grade === 2 ? english.grade2 : english.grade1;
  const fragments = makeFragments(report, {
    epub: true,
    file: (fragment) => `part-${fragment.index + 1}.html`,
    notes: 'end',
    headingOffset: 1,
    contents: false,
    charts: 'none',
    message: context.message,
  });
  const places = new Map<string, string>();
  const documents: (EbrailleDocument & { body: string })[] = [];
  const lang = brailleTag(meta.lang);
  documents.push({
    id: 'title',
    href: 'ebraille/title.html',
    body: page(lang, cells(meta.title), titlePage(report, transcriber, own), 'style.css'),
  });
  for (const fragment of fragments) {
    if (fragment.children.length === 0) continue;
    const href = `ebraille/part-${fragment.index + 1}.html`;
    const body = toXhtml(translateTree(fragment.children, transcriber, words.image));
    for (const [, id] of body.matchAll(/\sid="([^"]+)"/g)) if (!places.has(id!)) places.set(id!, `${href}#${id}`);
    if (!places.has(fragment.id)) places.set(fragment.id, href);
    documents.push({ id: `part-${fragment.index + 1}`, href, body: page(lang, cells(fragment.title), body, 'style.css') });
  }
  // A section of the report may have taken the name “notes”.
  const notesId = fragments.find((fragment) => fragment.kind === 'notes')?.id ?? 'notes';
  const packaged = packageXml({
    meta,
    identifier: reportIdentifier(meta, report.edition.name),
    now: context.now,
    brailleSystem: `${transcriber.code.name} Grade ${transcriber.grade}`,
    complete: report.edition.content === 'full',
    producer: options.producer ?? meta.publisher ?? meta.author ?? 'Everyread',
    summary: `Reflowable Braille, ${transcriber.code.name}, ${grade}. Pictures and charts are described in words. Tables: ${transcriber.table.files.join(', ')}, SHA-256 ${transcriber.table.sha256}.`,
    documents,
    hasPages: report.pages.length > 0,
  });
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  return zipFiles(
    [
      { path: 'mimetype', body: utf8('application/epub+zip'), store: true },
      {
        path: 'META-INF/container.xml',
        body: utf8(
          '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n',
        ),
      },
      { path: 'package.opf', body: utf8(packaged) },
      {
        path: 'index.html',
        body: utf8(
          page(
            lang,
            cells(meta.title),
            navigation(report, { cells, said, pages: transcriber.own(own.pages).cells }, places, notesId),
            'ebraille/style.css',
            true,
          ),
        ),
      },
      { path: 'ebraille/style.css', body: utf8(style) },
      ...documents.map((document) => ({ path: document.href, body: utf8(document.body) })),
    ],
    { date: context.now },
  );
}

function page(lang: string, title: string, body: string, stylesheet: string, entry = false): string {
  const publication = entry ? '<link rel="publication" href="package.opf" type="application/oebps-package+xml"/>' : '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escapeXml(lang)}" xml:lang="${escapeXml(lang)}">`,
    `<head><meta charset="utf-8"/><title>${title}</title>${publication}<link rel="stylesheet" type="text/css" href="${stylesheet}"/></head>`,
    `<body>${body}</body>`,
    '</html>',
    '',
  ].join('\n');
}

function titlePage(report: PreparedReport, transcriber: Transcriber, own: BrailleWords): string {
  const { meta } = report;
  const grade = transcriber.grade === 2 ? own.grade2 : own.grade1;
  const transcribed = fill(own.transcribed, { code: own.code ?? transcriber.code.name, grade, engine: 'liblouis' });
  const lines = [
    meta.subtitle,
    meta.author,
    meta.publisher === meta.author ? undefined : meta.publisher,
    meta.date ? printDay(meta.date, meta.lang) : undefined,
    meta.rights,
  ];
  const paragraphs = lines.filter((line) => line !== undefined && line !== '').map((line) => transcriber.words(line!).cells);
  if (report.contact) paragraphs.push(transcriber.line(contactRuns(report.contact)).cells);
  return `<h1>${transcriber.words(meta.title).cells}</h1>${[...paragraphs, transcriber.own(transcribed).cells].map((line) => `<p>${line}</p>`).join('')}`;
}

function navigation(
  report: PreparedReport,
  braille: { cells(text: string, lang?: string): string; said(text: string): string; pages: string },
  places: ReadonlyMap<string, string>,
  notesId: string,
): string {
  const { cells, said } = braille;
  const entries = (outline: readonly OutlineEntry[]): string =>
    `<ol>${outline
      .map(
        (entry) =>
          `<li>${anchor(places.get(entry.id), entry.id === notesId ? said(entry.text) : cells(entry.text, entry.lang))}${entry.children.length > 0 ? entries(entry.children) : ''}</li>`,
      )
      .join('')}</ol>`;
  const title = said(report.words.contents);
  const outline: OutlineEntry[] = [
    ...(report.outline.length > 0 ? report.outline : [{ id: 'opening', depth: 1, text: report.meta.title, children: [] }]),
    ...(report.notes.length > 0 ? [{ id: notesId, depth: 1, text: report.words.notes, children: [] }] : []),
  ];
  const pages = report.pages
    .filter((each) => places.has(each.id))
    .map((each) => `<li><a href="${escapeXml(places.get(each.id)!)}" title="${escapeXml(each.label)}">${cells(each.label)}</a></li>`);
  const pageTitle = braille.pages;
  return [
    `<nav epub:type="toc" role="doc-toc" aria-label="${title}"><h2>${title}</h2>${entries(outline)}</nav>`,
    pages.length > 0
      ? `<nav epub:type="page-list" role="doc-pagelist" aria-label="${pageTitle}"><h2>${pageTitle}</h2><ol>${pages.join('')}</ol></nav>`
      : '',
  ].join('');
}

function anchor(href: string | undefined, text: string): string {
  return href === undefined ? `<span>${text}</span>` : `<a href="${escapeXml(href)}">${text}</a>`;
}
