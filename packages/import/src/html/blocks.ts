import { build, captionOf, is, type FlowContent, type Heading, type PhrasingContent, type ReportNode } from '@everyread/core';
import { tidyLine } from '../line.js';
import {
  attribute,
  childElements,
  childNodes,
  descendants,
  find,
  isElement,
  placeOf,
  textOf,
  words,
  type DomElement,
  type DomNode,
  type DomParent,
} from './dom.js';
import { drawnBySheet, isHidden, markAround, ownLanguage, readInline, readInlineElement, seeNames, within } from './inline.js';
import { readDefinitionList, readList } from './lists.js';
import { isDecorative } from './media.js';
import { readOwnBlock } from './own.js';
import { isUnclosed, pageLabel } from './page-break.js';
import type { Around } from './reader.js';
import { readSourceComment } from './source-comments.js';
import { readHtmlTable } from './table.js';

const blockNames = new Set(
  'address article aside blockquote body center details dialog dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Reads blocks and the lines between them. */
export function readFlow(nodes: readonly DomNode[], around: Around): FlowContent[] {
  const out: FlowContent[] = [];
  let line: PhrasingContent[] = [];
  const flush = (): void => {
    out.push(...paragraphsOf(line, around));
    line = [];
  };
  for (const node of nodes) {
    if (around.reader.own && node.nodeName === '#comment' && 'data' in node) {
      const made = readSourceComment(node.data);
      if (made.length > 0) flush();
      out.push(...made);
      continue;
    }
    if (!isElement(node)) {
      line.push(...readInline([node], around));
      continue;
    }
    if (around.reader.superfluous.has(node) || around.reader.notes.has(node)) continue;
    if (blockNames.has(node.tagName)) {
      flush();
      out.push(...readBlockElement(node, around));
    } else if (!isAtom(node) && holdsBlocks(node)) {
      flush();
      out.push(...readBlockElement(node, { ...around, wrap: markAround(node, around) }));
    } else line.push(...readInlineElement(node, around));
  }
  flush();
  return joinPassages(out);
}

/** What stands for itself: its blocks, if it has any, are read by its own handler. */
function isAtom(element: DomElement): boolean {
  return ['svg', 'math', 'select', 'textarea', 'button', 'object', 'iframe', 'audio', 'video', 'canvas', 'template', 'script'].includes(
    element.tagName,
  );
}

const withBlocks = new WeakMap<DomElement, boolean>();

/** Whether a block stands inside an element that is none: a link around paragraphs, a <b> around a page. */
function holdsBlocks(element: DomElement): boolean {
  const known = withBlocks.get(element);
  if (known !== undefined) return known;
  const found = childElements(element).some((each) => blockNames.has(each.tagName) || (!isAtom(each) && holdsBlocks(each)));
  withBlocks.set(element, found);
  return found;
}

function readBlockElement(element: DomElement, around: Around): FlowContent[] {
  if (around.reader.own) {
    const found = readOwnBlock(element, around, readFlow);
    if (found) return found;
  }
  if (isHidden(element, around)) return [];
  const inner = within(element, around);
  const own = ownLanguage(element, around);
  // A heading in another language keeps its place among the headings: its words bear the language.
  const blocks = readBlock(element, own && /^h[1-6]$/.test(element.tagName) ? around : inner, own);
  for (const block of blocks) place(block, element);
  if (own === undefined || blocks.length === 0 || /^h[1-6]$/.test(element.tagName)) return blocks;
  return [build.div(own, blocks)];
}

/** The lines of the file that a block is in, for messages. */
export function place(node: FlowContent | ReportNode, element: DomElement): void {
  const at = element.sourceCodeLocation;
  if (!at || node.position) return;
  node.position = {
    start: { line: at.startLine, column: at.startCol, offset: at.startOffset },
    end: { line: at.endLine, column: at.endCol, offset: at.endOffset },
  };
}

/** The element that it is for those who listen: a heading may be any one (WAI-ARIA 1.2, `heading`). */
function kindOf(element: DomElement): string {
  return attribute(element, 'role') === 'heading' && !/^h[1-6]$/.test(element.tagName) ? 'h2' : element.tagName;
}

function readBlock(element: DomElement, around: Around, language: ReturnType<typeof ownLanguage>): FlowContent[] {
  const { reader } = around;
  const { places, findings } = reader;
  const flow = (parent: DomParent = element): FlowContent[] => readFlow(childNodes(parent), around);
  switch (kindOf(element)) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      seeNames(element, around);
      const content = readInline(childNodes(element), language ? within(element, around) : around);
      const line = tidyLine(around.wrap ? around.wrap(content) : content);
      if (line.length === 0) return [];
      const level = Number(attribute(element, 'aria-level') ?? kindOf(element)[1]);
      // In pages of our own the title alone has level 1.
      const depth = Math.min(6, Math.max(1, Number.isInteger(level) ? level - (reader.own ? 1 : 0) : 1)) as Heading['depth'];
      return [places.settle(build.heading({ depth }, language ? [build.span(language, line)] : line))];
    }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return readList(element, around, readFlow);
    case 'dl':
      return readDefinitionList(element, around, readFlow);
    case 'table':
      return readHtmlTable(element, around, readFlow);
    case 'blockquote':
      return [readQuotation(element, undefined, around)];
    case 'figure':
      return readFigure(element, around);
    case 'pre': {
      const lang = descendants(element)
        .concat(element)
        .flatMap((each) => words(each, 'class'))
        .map((name) => /^(?:language|lang)-(.+)$/.exec(name)?.[1])
        .find((name) => name !== undefined);
      const value = rawText(element).replace(/^\n/, '').replace(/\n$/, '');
      const code = childElements(element)[0];
      const own = code && attribute(code, 'data-lang');
      const meta = code && attribute(code, 'data-meta');
      return value.trim() === '' ? [] : [build.code({ value, ...((own ?? lang) ? { lang: own ?? lang } : {}), ...(meta ? { meta } : {}) })];
    }
    case 'hr':
      return [build.thematicBreak()];
    case 'nav': {
      const depth = reader.own ? attribute(element, 'data-depth') : undefined;
      return depth === undefined ? readNavigation(element, around) : [build.contents({ depth: Number(depth) || 3 })];
    }
    case 'details': {
      seeNames(element, around);
      const names = places.take();
      const summary = childElements(element).find((each) => each.tagName === 'summary');
      const caption = summary ? tidyLine(readInline(childNodes(summary), around)) : [];
      const body = readFlow(
        childNodes(element).filter((each) => each !== summary),
        around,
      );
      findings.count('import-changed', 'A part that could be folded away became a callout, which is always open', placeOf(element));
      const made = build.callout({ kind: 'note' }, [...(caption.length > 0 ? [build.caption({}, caption)] : []), ...body]);
      places.give(names, made);
      return [made];
    }
    default: {
      const label = pageLabel(element, reader);
      seeNames(element, around);
      if (label !== undefined) return [build.pageBreak({ label }), ...(isUnclosed(element) ? flow() : [])];
      if (isContentsList(element)) return leaveOutContents(element, around);
      const drawn = drawnBySheet(element, reader.own);
      if (drawn === undefined) return flow();
      findings.say('import-not-kept', 'A picture of the style sheet was left out; its text alternative is kept', drawn, placeOf(element));
      return [places.settle(build.paragraph({}, [build.text({ value: drawn })]))];
    }
  }
}

/** Text with its white space. */
function rawText(parent: DomParent): string {
  return childNodes(parent)
    .map((node) =>
      node.nodeName === '#text' && 'value' in node ? node.value : isElement(node) ? (node.tagName === 'br' ? '\n' : rawText(node)) : '',
    )
    .join('');
}

/** A line as paragraphs: an empty line parts two, and pictures alone are figures. */
function paragraphsOf(line: readonly PhrasingContent[], around: Around): FlowContent[] {
  const { places } = around.reader;
  const parts: PhrasingContent[][] = [[]];
  line.forEach((node, index) => {
    const next = line.slice(index + 1).find((each) => !(is(each, 'text') && each.value.trim() === ''));
    if (is(node, 'break') && (is(next, 'break') || parts.at(-1)!.length === 0)) {
      if (parts.at(-1)!.length > 0) parts.push([]);
    } else parts.at(-1)!.push(node);
  });
  return parts.flatMap((part): FlowContent[] => {
    const tidy = tidyLine(around.wrap ? around.wrap(part) : part);
    if (tidy.length === 0) return [];
    const solid = tidy.filter((node) => !(is(node, 'text') && node.value.trim() === '') && !is(node, 'break'));
    if (solid.length === 1 && is(solid[0], 'pageBreak')) return [places.settle(solid[0])];
    if ((around.reader.own && solid.length > 1) || !solid.every((node) => is(node, 'image')))
      return [withPosition(places.settle(build.paragraph({}, tidy)))];
    return solid.map((node) => {
      const image = node as Extract<PhrasingContent, { type: 'image' }>;
      return places.settle(
        build.figure({ src: image.url, ...(isDecorative(image) ? { decorative: true } : { alt: image.alt ?? '' }) }, []),
      );
    });
  });
}

function withPosition<T extends Extract<FlowContent, { type: 'paragraph' }>>(node: T): T {
  const first = node.children.find((child) => child.position);
  if (first?.position) node.position = first.position;
  return node;
}

/** Neighbours in the same language are one passage. */
function joinPassages(blocks: readonly FlowContent[]): FlowContent[] {
  const out: FlowContent[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (is(block, 'div') && is(last, 'div') && !block.id && !last.id && block.lang === last.lang && block.dir === last.dir)
      out[out.length - 1] = { ...last, children: [...last.children, ...block.children] };
    else out.push(block);
  }
  return out;
}

/** A quotation; who said it stands in a `footer` or `cite` at its end, or in the caption of the figure around it. */
export function readQuotation(element: DomElement, by: DomElement | undefined, around: Around): FlowContent {
  const { places } = around.reader;
  seeNames(element, around);
  const names = places.take();
  const inside = childElements(element).filter((each) => textOf(each) !== '');
  const last = inside.at(-1);
  const named = by ?? (last && (last.tagName === 'footer' || last.tagName === 'cite') ? last : undefined);
  const body = readFlow(
    childNodes(element).filter((each) => each !== named),
    around,
  );
  const text = named ? textOf(named).replace(/^\s*[–—―-]+\s*/, '') : '';
  const comma = text.indexOf(',');
  const made =
    text === ''
      ? build.blockquote({}, body)
      : build.pullQuote(comma <= 0 ? { by: text } : { by: text.slice(0, comma).trim(), role: text.slice(comma + 1).trim() }, body);
  places.give(names, made);
  return made;
}

function readFigure(element: DomElement, around: Around): FlowContent[] {
  const { places } = around.reader;
  seeNames(element, around);
  const names = places.take();
  const captionElement = find(element, (each) => each.tagName === 'figcaption');
  const caption = captionElement ? tidyLine(readInline(childNodes(captionElement), within(captionElement, around))) : [];
  const quotation = childElements(element).find((each) => each.tagName === 'blockquote');
  if (quotation) {
    const made = readQuotation(quotation, captionElement, around);
    places.give(names, made);
    return [made];
  }
  const body = readFlow(
    childNodes(element).filter((each) => each !== captionElement),
    around,
  );
  const only = body.length === 1 ? body[0] : undefined;
  const holder = body.find((each) => is(each, 'figure') || is(each, 'dataTable'));
  if (holder && captionOf(holder) === undefined && (is(holder, 'figure') || is(holder, 'dataTable'))) {
    if (caption.length > 0) (holder.children as ReportNode[]).unshift(build.caption({}, caption));
    // A picture with a caption says something: an empty alternative was forgotten, not meant.
    if (is(holder, 'figure') && holder.decorative && caption.length > 0) {
      delete holder.decorative;
      holder.alt = '';
    }
    places.give(names, holder);
    return body;
  }
  const first = only ?? body[0];
  if (first) places.give(names, first);
  return caption.length > 0 ? [...body, build.paragraph({}, caption)] : body;
}

/** Whether an element is a contents list by what programs call theirs. */
function isContentsList(element: DomElement): boolean {
  const name = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
  return (
    words(element, 'role').includes('doc-toc') ||
    words(element, 'epub:type').includes('toc') ||
    /(?:^|\s)(?:toc|table[-_ ]?of[-_ ]?contents\d*|MsoToc(?:\d|Heading))(?:\s|$)/i.test(name)
  );
}

function leaveOutContents(element: DomElement, { reader }: Around): FlowContent[] {
  reader.findings.count('import-contents', 'The contents list was left out', placeOf(element));
  return [];
}

/** Navigation: a list of this page's own places is made anew by each edition; links to other pages are no part of a report. */
function readNavigation(element: DomElement, around: Around): FlowContent[] {
  const links = descendants(element).filter((each) => each.tagName === 'a' && attribute(each, 'href') !== undefined);
  if (isContentsList(element) || links.every((each) => attribute(each, 'href')!.startsWith('#'))) return leaveOutContents(element, around);
  const said = links.map((link) => textOf(link)).filter((text) => text !== '');
  around.reader.findings.say('import-not-kept', 'Navigation to other pages was left out', said.join(', ').slice(0, 60), placeOf(element));
  return [];
}
