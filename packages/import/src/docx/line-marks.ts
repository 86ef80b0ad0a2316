import { build, is, wordsFor, type PhrasingContent } from '@everyread/core';
import { withEndingApart } from '../ending.js';
import { sameLanguage } from '../language.js';
import { joinRuns } from '../line.js';
import { elements, textOf, type XmlElement } from '../xml.js';
import type { RunFormat } from './format.js';
import type { Reader } from './reader.js';
import { asCell } from './records.js';
import { isLineMark, type SourceMark } from './source-marks.js';

/** Looks that a report puts around each other are fewer. */
export const maxLineMarks = 30;

/** Where the marks of a line begin that end in the same line, not across each other; each that is broken was read once more already. */
export function framedMarks(children: readonly XmlElement[], { source, brokenMarks }: Reader): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>();
  const open: { element: XmlElement; ended: boolean }[] = [];
  const byId = new Map<string, (typeof open)[number]>();
  for (const element of children) {
    const { 'w:id': id = '', 'w:name': name = '' } = element.attributes;
    const mark = element.name === 'w:bookmarkStart' ? source.marks.get(name) : undefined;
    if (mark && isLineMark(mark) && !brokenMarks.has(name)) {
      const begun = { element, ended: false };
      open.push(begun);
      byId.set(id, begun);
    }
    const ends = element.name === 'w:bookmarkEnd' ? byId.get(id) : undefined;
    if (ends === undefined || ends.ended) continue;
    ends.ended = true;
    if (open.at(-1) === ends) found.add(ends.element);
    while (open.at(-1)?.ended) open.pop();
  }
  return found;
}

/** Passages of a report stand in each other less deeply. */
const maxPassages = 100;

/** Takes note of a mark of our own that begins here. */
export function openMark(element: XmlElement, reader: Reader): boolean {
  const name = element.attributes['w:name'] ?? '';
  const mark = reader.source.marks.get(name);
  if (mark === undefined || !reader.source.ends.has(element.attributes['w:id'] ?? '')) return false;
  if (mark.type === 'div' && mark.fields['lang'] && reader.passages.length < maxPassages)
    reader.passages.push({ name, lang: mark.fields['lang'] });
  reader.markIds.set(element.attributes['w:id'] ?? '', name);
  if (!isLineMark(mark)) reader.markEvents.push({ kind: 'open', name });
  return true;
}

/** Takes note of a mark of our own that ends here; gives its name where it is one of a line. */
export function closeMark(element: XmlElement, reader: Reader): string | undefined {
  const name = reader.markIds.get(element.attributes['w:id'] ?? '');
  if (name === undefined) return undefined;
  if (isLineMark(reader.source.marks.get(name)!)) return name;
  const passage = reader.passages.findLastIndex((each) => each.name === name);
  if (passage >= 0) reader.passages.splice(passage, 1);
  reader.markEvents.push({ kind: 'close', name });
  return undefined;
}

/** The node that a mark of a line names. */
export function withMark({ type, fields }: SourceMark, inside: PhrasingContent[], lang: string): PhrasingContent[] {
  if (inside.length === 0) return [];
  switch (type) {
    case 'strong':
      return [build.strong({}, inside)];
    case 'emphasis':
      return [build.emphasis({}, inside)];
    case 'delete':
      return [build.delete({}, withoutEnd(inside, ` (${wordsFor(lang).deleted})`))];
    case 'abbreviation':
      return withEndingApart(
        build.abbreviation({ title: fields['title'] ?? '' }, withoutEnd(inside, ` (${fields['title'] ?? ''})`)),
        fields['ending'],
      );
    case 'pronunciation':
      return [
        build.pronunciation({ ...(fields['as'] ? { as: fields['as'] } : {}), ...(fields['ipa'] ? { ipa: fields['ipa'] } : {}) }, inside),
      ];
    case 'span': {
      const { lang, dir } = fields;
      const bare = inside.flatMap((node) => (is(node, 'span') && isSaidAround(node, lang, dir) ? node.children : [node]));
      return [build.span({ ...(lang ? { lang } : {}), ...(dir ? { dir: dir as 'ltr' } : {}) }, joinRuns(bare))];
    }
    case 'tableCell':
      return [asCell(fields, inside)];
    case 'footnoteReference':
      // Large print sets the mark of a note in brackets and bold. Words that were put in between them stay.
      return withoutEnd(withoutBegin(inside, '\u00a0['), ']').flatMap((node) =>
        is(node, 'strong') && node.children.every((each) => is(each, 'footnoteReference')) ? node.children : [node],
      );
    case 'link':
      return inside.flatMap((node) => {
        if (!is(node, 'link')) return [node];
        return withEndingApart(fields['title'] ? { ...node, title: fields['title'] } : node, fields['ending']);
      });
    case 'crossReference':
      return inside.map((node): PhrasingContent => {
        const target =
          is(node, 'link') && node.url.startsWith('#') ? node.url.slice(1) : is(node, 'crossReference') ? node.target : undefined;
        if (target === undefined) return node;
        // What an edition printed in place of the author's words is worded anew by each.
        const kept = fields['words'];
        return build.crossReference({ target, show: fields['show'] as 'page' }, kept ? [build.text({ value: kept })] : []);
      });
    default:
      return inside;
  }
}

/** Whether a span that the look of runs made says no more than the one around it. No look makes one from left to right. */
function isSaidAround(node: Extract<PhrasingContent, { type: 'span' }>, lang: string | undefined, dir: string | undefined): boolean {
  if (node.dir === 'ltr' && dir !== 'ltr') return false;
  return sameLanguage(node.lang, lang) || (lang === undefined && node.dir === dir);
}

/** The bracket before the mark of a note. */
function withoutBegin(inside: PhrasingContent[], words: string): PhrasingContent[] {
  const [first, ...rest] = inside;
  if (!is(first, 'text') || !first.value.startsWith(words)) return inside;
  const value = first.value.slice(words.length);
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

/** What an edition adds in brackets: what a short form stands for, that words no longer hold. */
function withoutEnd(inside: PhrasingContent[], words: string): PhrasingContent[] {
  const last = inside.at(-1);
  const rest = inside.slice(0, -1);
  if (last === undefined) return inside;
  if (is(last, 'text')) {
    if (!last.value.endsWith(words)) return inside;
    const value = last.value.slice(0, -words.length);
    return value === '' ? rest : [...rest, { ...last, value }];
  }
  if (!('children' in last)) return inside;
  const children = withoutEnd(last.children as PhrasingContent[], words);
  return children.length === 0 ? rest : [...rest, { ...last, children } as PhrasingContent];
}

/** The look of a run without what the marks around it say already. */
export function withoutMarked(
  format: RunFormat,
  run: XmlElement,
  { reader, bold, italic }: { reader: Reader; bold: boolean; italic: boolean },
): RunFormat {
  if (reader.lineMarks.length === 0) return format;
  const left = { ...format };
  // The brackets around the mark of a note have no look.
  if (reader.lineMarks.some(({ mark }) => mark.type === 'footnoteReference')) return left;
  const isWords = elements(run).some((each) => each.name === 'w:t' && textOf(each).trim() !== '');
  for (const active of reader.lineMarks) {
    const { type, fields } = active.mark;
    const shown =
      type === 'strong'
        ? bold || format.bold
        : type === 'emphasis'
          ? italic || bold || format.italic || format.bold
          : type !== 'delete' || format.deleted;
    // Words that an edition adds in brackets stand outside the look, and so do numbers of pages.
    if (!shown && isWords && format.style !== 'printpagemark' && !(type === 'delete' && /^ \(.*\)$/.test(textOf(run))))
      active.broken = true;
    // The header before a record is bold whatever the author wrote.
    if (type === 'strong' || (type === 'tableCell' && fields['header'] !== undefined)) left.bold = false;
    if (type === 'emphasis') {
      left.italic = false;
      if (format.style === 'emphasis' || !format.italic) left.bold = false;
    }
    if (type === 'delete') left.deleted = false;
    if (type === 'span' && sameLanguage(left.lang, fields['lang'])) left.lang = undefined;
  }
  return left;
}
