import {
  build,
  EveryreadError,
  is,
  mapNodes,
  toText,
  walk,
  type FlowContent,
  type Heading,
  type Meta,
  type Report,
  type ReportNode,
} from '@everyread/core';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Findings, type ImportOptions, type ImportResult } from '../importing.js';
import { readKeptMeta } from '../kept-meta.js';
import { canonicalTag } from '../language.js';
import { hintLanguage } from '../language-hint.js';
import { withoutMadeContents } from '../made-contents.js';
import { PictureFiles } from '../picture-files.js';
import { Places } from '../places.js';
import { plainForms } from '../plain-forms.js';
import { fold } from '../repair/fold.js';
import { repairBlocks } from '../repair/repair.js';
import { chooseTitle, type SaidTitle } from '../repair/title.js';
import { sayTitleNotes } from '../title-notes.js';
import { usedFiles } from '../used-files.js';
import { readFlow } from './blocks.js';
import { readClassLooks } from './css.js';
import { decodeHtml } from './decode.js';
import { attribute, childNodes, depthOf, descendants, find, hasClass, textOf, type DomElement } from './dom.js';
import { findNotes } from './notes.js';
import { readOwnHead } from './own-head.js';
import type { HtmlReader } from './reader.js';
import { joinParts } from './source-comments.js';
import { asHtml } from './xhtml.js';

/** More is no report, and would exhaust the memory. */
const maxBytes = 64_000_000;
const maxDepth = 400;
const maxTags = 1_000_000;
/** Characters that merged cells give to the cells which they cover. */
const maxCopied = 5_000_000;

/**
 * Reads an HTML page into a report: headings, lists, tables with their headers, figures, notes, quotations, languages. Nothing is run
 * and nothing is fetched; pictures that are data in the page come back as files, those beside the page keep their place. Each
 * loss is a message with its line.
 *
 * @param source - the file, or its text
 * @throws {EveryreadError} code `document` when it is no page, or one that would exhaust the memory
 */
export function importHtml(source: Uint8Array | string, options: ImportOptions = {}): ImportResult {
  if (source.length > maxBytes) throw refused(`The page is larger than ${maxBytes / 1e6} MB`);
  const text = typeof source === 'string' ? source : decodeHtml(source);
  if (tagsOf(text) > maxTags) throw refused(`The page has more than ${maxTags} tags`);
  const document = parse(asHtml(text), { sourceCodeLocationInfo: true, scriptingEnabled: false });
  if (depthOf(document) > maxDepth) throw refused(`The elements of the page are nested more than ${maxDepth} levels deep`);
  const findings = new Findings(options.path);
  findings.place = { line: 1, column: 1 };
  const html = find(document, (each) => each.tagName === 'html')!;
  const body = find(html, (each) => each.tagName === 'body') ?? html;
  const own = /^Everyread\b/.test(metaContent(document, 'generator') ?? '');
  const meta = readMeta(document, html, body);
  const css = descendants(document)
    .filter((each) => each.tagName === 'style')
    .map((each) => rawStyle(each))
    .join('\n');
  const reader: HtmlReader = {
    findings,
    places: new Places(() => own),
    pictures: new PictureFiles(options.pictureFolder ?? 'images'),
    classes: own ? new Map() : readClassLooks(css),
    meta,
    own,
    room: maxCopied,
    ...findNotes(document),
  };
  if (descendants(document).some((each) => each.tagName === 'script' || each.tagName === 'style'))
    findings.count('import-script', 'Scripts and style sheets were ignored');
  const around = { reader, lang: meta.lang, dir: attribute(html, 'dir') ?? attribute(body, 'dir') ?? 'ltr', pre: false };
  const head = own ? readOwnHead(document, reader, readKeptMeta(metaContent(document, 'everyread:front-matter') ?? '')) : {};
  const main = own ? find(document, (each) => each.tagName === 'main') : undefined;
  const flow = readFlow(childNodes(main ?? body), around);
  const blocks = own ? joinParts(flow) : flow;
  const titled = own ? { children: blocks } : takeTitle(blocks, document, meta, findings);
  const children = [...titled.children, ...readNotes(reader, around)];
  const repair = options.repair ?? false;
  const said: SaidTitle = { what: 'page', shown: titled.title ?? head.title, property: meta.title };
  const { blocks: top, title } = chooseTitle(children, said, { findings, repair, own });
  const job = { findings, repair, title: own ? '' : title, contents: [], places: reader.places, own };
  const repaired = own ? top : repairBlocks(top, job);
  const report: Report = {
    meta: { ...meta, ...head, ...titled.meta, title },
    root: { type: 'root', children: own ? withoutMadeContents(plainForms(repaired, own)) : plainForms(repaired, own) },
  };
  const resolved = reader.places.resolve(report, findings);
  if (!own) hintLanguage(resolved, findings);
  return {
    report: resolved,
    files: usedFiles(report, reader.pictures.files),
    messages: findings.inOrder(),
  };
}

/** How many tags a page has at most, before it is parsed. */
function tagsOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1;
  return count;
}

const refused = (reason: string): EveryreadError =>
  new EveryreadError('document', reason, {
    hint: 'Save the page as “Web page, filtered” or open it in Word, save it as .docx, and import that.',
  });

function rawStyle(element: DomElement): string {
  return childNodes(element)
    .map((node) => ('value' in node ? node.value : 'data' in node ? node.data : ''))
    .join('');
}

function metaContent(document: Tree.Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const element = find(
      document,
      (each) => each.tagName === 'meta' && (attribute(each, 'name') ?? attribute(each, 'property') ?? '').toLowerCase() === name,
    );
    const content = element && attribute(element, 'content')?.trim();
    if (content) return content;
  }
  return undefined;
}

function readMeta(document: Tree.Document, html: DomElement, body: DomElement): Meta {
  const titleElement = find(document, (each) => each.tagName === 'title' && each.parentNode?.nodeName === 'head');
  const language =
    [html, body].map((each) => attribute(each, 'lang') ?? attribute(each, 'xml:lang')).find((tag) => tag) ??
    metaContent(document, 'dc.language') ??
    '';
  const author = metaContent(document, 'author', 'dc.creator');
  const description = metaContent(document, 'description', 'dc.description');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(
    metaContent(document, 'dcterms.date', 'dcterms.issued', 'dc.date', 'article:published_time') ?? '',
  )?.[0];
  return {
    title: titleElement ? textOf(titleElement) : '',
    lang: canonicalTag(language.trim()) ?? '',
    ...(author ? { author } : {}),
    ...(date ? { date } : {}),
    ...(description ? { description } : {}),
  };
}

/** The first heading is the title of the page where it is the only one of its level, or says what `title` says. */
function takeTitle(
  blocks: FlowContent[],
  document: Tree.Document,
  meta: Meta,
  findings: Findings,
): { children: FlowContent[]; title?: string; meta?: Partial<Meta> } {
  const headings: Heading[] = [];
  walk(blocks as ReportNode[], (node) => {
    if (is(node, 'heading')) headings.push(node);
  });
  const first = headings[0];
  const block = find(document, (each) => attribute(each, 'id') === 'title-block-header');
  if (first === undefined || first.depth !== 1 || toText(first) === '') return { children: blocks };
  const title = toText(first);
  const only = headings.filter((heading) => heading.depth === 1).length === 1;
  // The name of a site stands behind the title of its page.
  const isSaid = [meta.title, ...meta.title.split(/\s+[|–—·»:-]+\s+/)].some((part) => fold(part) === fold(title));
  if (!only && !isSaid && !block) return { children: blocks };
  sayTitleNotes(first.children, findings, first.position?.start);
  const facts = block ? titleBlock(block) : {};
  const said = new Set(Object.values(facts));
  let left = block ? said.size : 0;
  const children = mapNodes(blocks, (node) => {
    if (
      node === first ||
      (is(node, 'heading') && toText(node) === title && node.depth === 1 && node.position?.start.offset === first.position?.start.offset)
    )
      return undefined;
    if (left > 0 && is(node, 'paragraph') && said.has(toText(node))) {
      left -= 1;
      return undefined;
    }
    // What stood below the title stands at the top now.
    if (only && is(node, 'heading') && node.depth > 1) node.depth = (node.depth - 1) as Heading['depth'];
    return node;
  });
  return { children, title, meta: facts };
}

/** What pandoc prints at the top of its pages. */
function titleBlock(block: DomElement): Partial<Meta> {
  const get = (name: string): string | undefined => {
    const found = find(block, (each) => hasClass(each, name));
    return found ? textOf(found) : undefined;
  };
  const subtitle = get('subtitle');
  const author = get('author');
  const date = get('date');
  return {
    ...(subtitle ? { subtitle } : {}),
    ...(author ? { author } : {}),
    ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
  };
}

function readNotes(reader: HtmlReader, around: Parameters<typeof readFlow>[1]): FlowContent[] {
  return [...reader.notes].map(([element, identifier]) =>
    build.footnoteDefinition({ identifier, label: identifier }, readFlow(childNodes(element), around) as never),
  );
}
