import type { Book, Chapter, Part } from '../book/book.js';
import { lengthOf } from '../book/book.js';
import { secondsClock, wholeSeconds } from '../book/clock.js';
import { el, printXml, type Element } from '../book/element.js';

const doctype =
  '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">\n';

/** A chapter's times, rounded so that the seconds in the metadata add up. */
export interface ChapterTime {
  elapsedMs: number;
  ownMs: number;
}

/** One SMIL 1.0 file of DAISY 2.02. */
export function smil(book: Book, chapter: Chapter, time: ChapterTime): string {
  const { meta } = book.report;
  const root = el(
    'smil',
    {},
    el(
      'head',
      {},
      el('meta', { name: 'dc:title', content: meta.title }),
      el('meta', { name: 'dc:identifier', content: book.uid }),
      el('meta', { name: 'dc:format', content: 'Daisy 2.02' }),
      el('meta', { name: 'ncc:generator', content: 'Everyread' }),
      el('meta', { name: 'ncc:totalElapsedTime', content: wholeSeconds(time.elapsedMs) }),
      el('meta', { name: 'ncc:timeInThisSmil', content: wholeSeconds(time.ownMs) }),
      el('meta', { name: 'title', content: labelOf(book, chapter) }),
      el('layout', {}, el('region', { id: 'txtView' })),
    ),
    el(
      'body',
      {},
      el(
        'seq',
        { dur: secondsClock(lengthOf(chapter)) },
        chapter.parts.map((part) => par(part, chapter)),
      ),
    ),
  );
  return `${doctype}${printXml(root)}\n`;
}

function par(part: Part, chapter: Chapter): Element {
  const skip = part.kind === 'page' ? 'pagenumber-on' : part.kind === 'note' ? 'footnote-on' : undefined;
  return el(
    'par',
    { endsync: 'last', 'system-required': skip, id: `par-${part.id}` },
    el('text', { src: `content.html#${part.id}`, id: `txt-${part.id}` }),
    part.clip &&
      el('audio', {
        src: chapter.audio!.path,
        'clip-begin': `npt=${secondsClock(part.clip.beginMs)}`,
        'clip-end': `npt=${secondsClock(part.clip.endMs)}`,
        id: `aud-${part.id}`,
      }),
  );
}

/** The list of all SMIL files in order. */
export function masterSmil(book: Book): string {
  const { meta } = book.report;
  const root = el(
    'smil',
    {},
    el(
      'head',
      {},
      el('meta', { name: 'dc:title', content: meta.title }),
      el('meta', { name: 'dc:identifier', content: book.uid }),
      el('meta', { name: 'dc:format', content: 'Daisy 2.02' }),
      el('meta', { name: 'ncc:generator', content: 'Everyread' }),
      el('meta', { name: 'ncc:timeInThisSmil', content: wholeSeconds(book.totalMs) }),
      el('layout', {}, el('region', { id: 'txtView' })),
    ),
    el(
      'body',
      {},
      book.chapters.map((chapter, index) => el('ref', { id: `ms-${index + 1}`, title: labelOf(book, chapter), src: chapter.path })),
    ),
  );
  return `${doctype}${printXml(root)}\n`;
}

/** The first heading of a chapter. */
function labelOf(book: Book, chapter: Chapter): string {
  return book.headings.find((heading) => heading.chapter === chapter)?.label ?? book.report.meta.title;
}
