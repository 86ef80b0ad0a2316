import { build, primaryLanguage, type PhrasingContent } from '@everyread/core';
import { withEndingApart } from '../ending.js';
import { canonicalTag } from '../language.js';
import { fragmentOf } from '../places.js';
import { shiftNodes } from '../scripts.js';
import { lookOf } from './css.js';
import {
  attribute,
  childElements,
  childNodes,
  descendants,
  find,
  hasClass,
  isElement,
  placeOf,
  textOf,
  type DomElement,
  type DomNode,
} from './dom.js';
import { furnitureOf } from './furniture.js';
import { readMath, readMedia, readPicture, readSvg } from './media.js';
import { readOwnInline } from './own.js';
import type { Around } from './reader.js';
import { isUnclosed, pageLabel } from './page-break.js';

type Position = NonNullable<PhrasingContent['position']>;

/** Reads the content of a line. */
export function readInline(nodes: readonly DomNode[], around: Around): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.nodeName === '#text' && 'value' in node) return readText(node.value, around, positionOf(node));
    return isElement(node) ? readInlineElement(node, around) : [];
  });
}

/** The lines of the file that a text is in, for messages. */
function positionOf(node: DomNode): Position | undefined {
  const at = node.sourceCodeLocation;
  return at ? { start: { line: at.startLine, column: at.startCol }, end: { line: at.endLine, column: at.endCol } } : undefined;
}

function readText(source: string, around: Around, position: Position | undefined): PhrasingContent[] {
  // Characters that XML cannot carry reach no edition (XML 1.0, 2.2).
  const text = source.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  if (text === '') return [];
  if (!around.pre) return [{ ...build.text({ value: text.replace(/[ \t\n\r\f]+/g, ' ') }), ...(position ? { position } : {}) }];
  return text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [build.break()] : []),
      ...(line === '' ? [] : [build.text({ value: line })]),
    ]);
}

/** The names that an element bears. */
export function seeNames(element: DomElement, around: Around): void {
  // The marks of sentences in a page of ours that is read aloud are names for its sound alone.
  if (around.reader.own && hasClass(element, 'sentence')) return;
  around.reader.places.see(attribute(element, 'id'));
  if (element.tagName === 'a') around.reader.places.see(attribute(element, 'name'));
}

/** Reads one element of a line. */
export function readInlineElement(element: DomElement, around: Around): PhrasingContent[] {
  const { reader } = around;
  if (reader.superfluous.has(element)) return [];
  const mark = reader.marks.get(element);
  if (mark !== undefined) return [build.footnoteReference({ identifier: mark, label: mark })];
  if (reader.own) {
    const found = readOwnInline(element, around, readInline);
    if (found) return found;
  }
  if (isHidden(element, around)) return [];
  seeNames(element, around);
  const drawn = drawnBySheet(element, reader.own);
  if (drawn !== undefined) {
    reader.findings.say(
      'import-not-kept',
      'A picture of the style sheet was left out; its text alternative is kept',
      drawn,
      placeOf(element),
    );
    return [build.text({ value: drawn })];
  }
  const label = pageLabel(element, reader);
  if (label !== undefined) return [build.pageBreak({ label }), ...(isUnclosed(element) ? readContent(element, around) : [])];
  const look = lookOf(element, reader.classes);
  const inner = readContent(element, around);
  if (inner.length === 0) return [];
  let out = inner;
  if (look.raised && element.tagName !== 'sup' && element.tagName !== 'sub') out = raise(out, look.raised, element, around);
  if (look.deleted && !['s', 'del', 'strike'].includes(element.tagName)) out = [build.delete({}, out)];
  if (look.italic && !['em', 'i'].includes(element.tagName)) out = [build.emphasis({}, out)];
  if (look.bold && !['strong', 'b'].includes(element.tagName)) out = [build.strong({}, out)];
  const own = ownLanguage(element, around);
  return own === undefined ? out : [build.span(own, out)];
}

/** Whether what a page hides from screen readers is a sign: a page that was saved with a window open hides all its text. */
function isMinor(element: DomElement): boolean {
  return textOf(element).length <= 80 && !find(element, (each) => /^(?:img|p|h[1-6]|li|table)$/.test(each.tagName));
}

/** What is said of a picture that a style sheet draws: `role="img"` with a name and nothing in it. */
export function drawnBySheet(element: DomElement, own: boolean): string | undefined {
  if (own || attribute(element, 'role') !== 'img' || ['img', 'svg'].includes(element.tagName)) return undefined;
  if (textOf(element) !== '' || find(element, (each) => each.tagName === 'img' || each.tagName === 'svg')) return undefined;
  return attribute(element, 'aria-label')?.trim() || undefined;
}

/** Whether an element is there for nobody's eyes; what it says is reported once. */
export function isHidden(element: DomElement, { reader }: Around): boolean {
  if (ignored.has(element.tagName)) {
    if (element.tagName === 'script' || element.tagName === 'style')
      reader.findings.count('import-script', 'Scripts and style sheets were ignored');
    return true;
  }
  const furniture = reader.own ? undefined : furnitureOf(element);
  if (furniture !== undefined) {
    const said = descendants(element).filter((each) => each.tagName === 'a' || each.tagName === 'p');
    const shown = said.map((each) => textOf(each)).filter((each) => each !== '');
    reader.findings.say(
      'import-not-kept',
      furniture,
      `“${(shown.length > 0 ? shown.join(', ') : textOf(element)).slice(0, 60)}”`,
      placeOf(element),
    );
    return true;
  }
  if (!reader.own && attribute(element, 'aria-hidden') === 'true' && isMinor(element)) {
    const text = textOf(element);
    if (text !== '')
      reader.findings.count('import-hidden', 'Text that the page hides from screen readers was left out', placeOf(element), text);
    return true;
  }
  if (attribute(element, 'hidden') === undefined && lookOf(element, reader.classes).hidden !== true) return false;
  const text = textOf(element);
  if (text !== '') reader.findings.say('import-hidden', 'Hidden text was left out', `“${text.slice(0, 40)}”`, placeOf(element));
  return true;
}

const ignored = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'param',
  'source',
  'track',
  'col',
  'colgroup',
]);

/** Classes of what holds nothing but words of an edition, which may be in another language than the report. */
const ownWords = ['page-break', 'task-state', 'note-back', 'note-mark', 'callout-kind'];

/** The language or direction of an element where it differs from that around; regions count only in pages of our own. */
export function ownLanguage(element: DomElement, around: Around): { lang?: string; dir?: 'ltr' | 'rtl' | 'auto' } | undefined {
  const tag = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
  const lang = tag === undefined || tag.trim() === '' ? undefined : canonicalTag(tag.trim());
  const written = attribute(element, 'dir')?.toLowerCase();
  const dir = written === 'rtl' || written === 'ltr' || written === 'auto' ? written : undefined;
  // Our own pages say a language where the author did, and of words of theirs, which do not come back.
  if (around.reader.own && ownWords.some((name) => hasClass(element, name))) return undefined;
  if (around.reader.own)
    return lang === undefined && dir === undefined ? undefined : { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) };
  const differs = lang !== undefined && primaryLanguage(lang) !== primaryLanguage(around.lang);
  const turns = dir !== undefined && dir !== around.dir;
  if (!differs && !turns) return undefined;
  return { ...(differs ? { lang } : {}), ...(turns ? { dir } : {}) };
}

/** What an element hands down. */
export function within(element: DomElement, around: Around): Around {
  const own = ownLanguage(element, around);
  if (own === undefined) return around;
  return { ...around, lang: own.lang ?? around.lang, dir: own.dir ?? around.dir };
}

function readContent(element: DomElement, around: Around): PhrasingContent[] {
  const { reader } = around;
  const inner = (): PhrasingContent[] => readInline(childNodes(element), within(element, around));
  switch (element.tagName) {
    case 'a':
      return readLink(element, inner(), around);
    case 'b':
    case 'strong':
      // Google Docs wraps whole pages in a <b> that is not bold.
      return lookOf(element, reader.classes).bold === false ? inner() : markOf('strong', inner());
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
      return lookOf(element, reader.classes).italic === false ? inner() : markOf('emphasis', inner());
    case 's':
    case 'del':
    case 'strike':
      return markOf('delete', inner());
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt': {
      const text = textOf(element);
      return text === '' ? [] : [build.inlineCode({ value: text })];
    }
    case 'abbr':
    case 'acronym': {
      const title = attribute(element, 'title')?.trim();
      return title ? withEndingApart(build.abbreviation({ title }, inner()), attribute(element, 'data-ending')) : inner();
    }
    case 'q':
      return [build.text({ value: '“' }), ...inner(), build.text({ value: '”' })];
    case 'sup':
    case 'sub':
      return raise(inner(), element.tagName === 'sup' ? 'super' : 'sub', element, around);
    case 'br':
      return [build.break()];
    case 'img':
      return readPicture(element, around);
    case 'svg':
      return readSvg(element, around);
    case 'math':
      return readMath(element, around);
    case 'noscript':
      // What a program shows otherwise: a picture that is loaded late stands there already.
      return isRepeated(element) ? [] : inner();
    case 'map':
      return readAreas(element, around);
    case 'rp':
      return [];
    case 'rt':
      return [build.text({ value: ' (' }), ...inner(), build.text({ value: ')' })];
    case 'input':
    case 'select':
    case 'textarea':
    case 'button':
    case 'meter':
    case 'progress':
      return readControl(element, inner, around);
    case 'audio':
    case 'video':
    case 'iframe':
    case 'object':
    case 'embed':
    case 'canvas':
      return readMedia(element, inner(), around);
    default:
      return inner();
  }
}

function isRepeated(element: DomElement): boolean {
  const siblings = element.parentNode ? childElements(element.parentNode) : [];
  const before = siblings[siblings.indexOf(element) - 1];
  const isPicture = (each: DomElement | undefined): boolean =>
    each !== undefined && (each.tagName === 'img' || find(each, (inner) => inner.tagName === 'img') !== undefined);
  return textOf(element) === '' && isPicture(element) && isPicture(before);
}

/** The parts of a picture that lead somewhere: links of their own. */
function readAreas(element: DomElement, { reader }: Around): PhrasingContent[] {
  const links = descendants(element).flatMap((area): PhrasingContent[] => {
    const href = attribute(area, 'href')?.trim();
    const name = (attribute(area, 'alt') ?? attribute(area, 'title') ?? '').trim();
    return area.tagName === 'area' && href && name !== '' && !/^(?:javascript|vbscript|data|file):/i.test(href)
      ? [build.text({ value: ' ' }), build.link({ url: href }, [build.text({ value: name })])]
      : [];
  });
  if (links.length > 0) reader.findings.count('import-changed', 'Parts of a picture that lead somewhere became links', placeOf(element));
  return links;
}

function markOf(type: 'strong' | 'emphasis' | 'delete', inner: PhrasingContent[]): PhrasingContent[] {
  return inner.length === 0 ? [] : [build[type]({}, inner)];
}

function raise(nodes: PhrasingContent[], place: 'super' | 'sub', element: DomElement, { reader }: Around): PhrasingContent[] {
  return shiftNodes(nodes, place, (text) =>
    reader.findings.say('import-changed', `Raised or lowered text stands on the line now: “${text.trim()}”`, undefined, placeOf(element)),
  );
}

/** The mark that an element around blocks puts on each of their lines: a link, or emphasis. */
export function markAround(element: DomElement, around: Around): Around['wrap'] {
  const outer = around.wrap ?? ((line) => line);
  const isMark = ['a', 'b', 'strong', 'i', 'em', 's', 'del', 'strike'].includes(element.tagName);
  if (!isMark) return around.wrap;
  return (line) => {
    if (line.every((node) => node.type === 'text' && node.value.trim() === '')) return line;
    const look = lookOf(element, around.reader.classes);
    switch (element.tagName) {
      case 'a':
        return outer(readLink(element, line, around));
      case 'b':
      case 'strong':
        return look.bold === false ? outer(line) : outer(markOf('strong', line));
      case 'i':
      case 'em':
        return look.italic === false ? outer(line) : outer(markOf('emphasis', line));
      default:
        return outer(markOf('delete', line));
    }
  };
}

function readLink(element: DomElement, inner: PhrasingContent[], { reader }: Around): PhrasingContent[] {
  const href = attribute(element, 'href')?.trim();
  if (href === undefined || href === '') return inner;
  if (/^(?:javascript|vbscript|data|file):/i.test(href)) {
    reader.findings.say('import-not-kept', `A link to ${href.slice(0, 40)} was left out; its words are kept`, undefined, placeOf(element));
    return inner;
  }
  if (inner.length === 0) {
    const name = (attribute(element, 'aria-label') ?? attribute(element, 'title'))?.trim();
    if (!name) return [];
    inner = [build.text({ value: name })];
  }
  const title = (attribute(element, 'title') ?? attribute(element, 'data-title'))?.trim();
  // The place at the top is not one of the report's.
  if (href === '#' || href === '#top') return inner;
  const show = attribute(element, 'data-show');
  if (show && href.startsWith('#')) {
    const words = attribute(element, 'data-words');
    const children = words ? [build.text({ value: words })] : [];
    return [build.crossReference({ target: fragmentOf(href), show: show as 'page' | 'title' | 'number' }, children)];
  }
  return [build.link({ url: href, ...(title ? { title } : {}) }, inner)];
}

function readControl(element: DomElement, inner: () => PhrasingContent[], { reader }: Around): PhrasingContent[] {
  const type = attribute(element, 'type')?.toLowerCase();
  if (type === 'hidden') return [];
  const name = attribute(element, 'aria-label') ?? attribute(element, 'value') ?? attribute(element, 'placeholder') ?? textOf(element);
  reader.findings.say('import-not-kept', `A form field was left out: ${name || element.tagName}`, undefined, placeOf(element));
  return element.tagName === 'button' || element.tagName === 'meter' || element.tagName === 'progress' ? inner() : [];
}
