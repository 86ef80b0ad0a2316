import type { Book, Chapter, Part } from '../book/book.js';
import { lengthOf } from '../book/book.js';
import { fullClock } from '../book/clock.js';
import { el, printXml, type Element } from '../book/element.js';

/** What a reader may skip, the same in every SMIL file and in the NCX (Z39.86-2005, 7.4.3). */
export const customTests = [
  { id: 'pagenum', kind: 'page', bookStruct: 'PAGE_NUMBER' },
  { id: 'note', kind: 'note', bookStruct: 'NOTE' },
] as const;

/** The tests that some chapter of the book uses. */
export function usedTests(book: Book): (typeof customTests)[number][] {
  return customTests.filter((test) => book.chapters.some((chapter) => chapter.parts.some((part) => part.kind === test.kind)));
}

/** One SMIL file of DAISY 3 (dtbsmil-2005-2). */
export function smil(book: Book, chapter: Chapter, elapsedMs: number): string {
  const tests = usedTests(book).filter((test) => chapter.parts.some((part) => part.kind === test.kind));
  const root = el(
    'smil',
    { xmlns: 'http://www.w3.org/2001/SMIL20/' },
    el(
      'head',
      {},
      el('meta', { name: 'dtb:uid', content: book.uid }),
      el('meta', { name: 'dtb:generator', content: 'Everyread' }),
      el('meta', { name: 'dtb:totalElapsedTime', content: fullClock(elapsedMs) }),
      tests.length > 0 &&
        el(
          'customAttributes',
          {},
          tests.map((test) => el('customTest', { id: test.id, defaultState: 'false', override: 'visible' })),
        ),
    ),
    el('body', {}, el('seq', { id: 'mseq', dur: fullClock(lengthOf(chapter)), fill: 'remove' }, sequence(chapter))),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE smil PUBLIC "-//NISO//DTD dtbsmil 2005-2//EN" "http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd">\n${printXml(root)}\n`;
}

/** The parts in order; those of one note in a sequence that can be skipped as a whole. */
function sequence(chapter: Chapter): Element[] {
  const out: Element[] = [];
  for (let index = 0; index < chapter.parts.length; index += 1) {
    const part = chapter.parts[index]!;
    if (part.noteId === undefined) {
      out.push(par(part, chapter));
      continue;
    }
    const run: Part[] = [];
    while (chapter.parts[index]?.noteId === part.noteId) run.push(chapter.parts[index++]!);
    index -= 1;
    out.push(
      el(
        'seq',
        { id: `seq-${part.noteId}`, class: 'note', customTest: 'note' },
        run.map((each) => par(each, chapter)),
      ),
    );
  }
  return out;
}

function par(part: Part, chapter: Chapter): Element {
  const page = part.kind === 'page' ? { class: 'pagenum', customTest: 'pagenum' } : {};
  return el('par', { id: `par-${part.id}`, ...page }, el('text', { src: `book.xml#${part.id}` }), part.clip && audio(part, chapter));
}

export function audio(part: Part, chapter: Chapter): Element {
  return el('audio', { src: chapter.audio!.path, clipBegin: fullClock(part.clip!.beginMs), clipEnd: fullClock(part.clip!.endMs) });
}
