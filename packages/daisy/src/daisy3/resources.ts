import type { Book } from '../book/book.js';
import { el, printXml, type Element } from '../book/element.js';
import { usedTests } from './smil.js';

/** The resource file (2005-1): what a player says of each kind of place, and of each that can be skipped. */
export function resources(book: Book): string {
  const { words } = book.report;
  const said: Readonly<Record<string, string>> = {
    pagenum: words.page.replace(/\s*\{n\}\s*/, ''),
    note: words.note.replace(/\s*\{n\}\s*/, ''),
  };
  let count = 0;
  const set = (select: string, text: string): Element =>
    el('nodeSet', { id: `ns-${(count += 1)}`, select }, el('resource', { 'xml:lang': words.lang }, el('text', {}, text)));
  const tests = usedTests(book);
  const root = el(
    'resources',
    { xmlns: 'http://www.daisy.org/z3986/2005/resource/', version: '2005-1' },
    el('head', {}, el('meta', { name: 'dtb:uid', content: book.uid })),
    el(
      'scope',
      { nsuri: 'http://www.daisy.org/z3986/2005/ncx/' },
      set('//navPoint', words.contents),
      tests.map((test) => set(`//smilCustomTest[@bookStruct='${test.bookStruct}']`, said[test.id]!)),
    ),
    tests.length > 0 &&
      el(
        'scope',
        { nsuri: 'http://www.w3.org/2001/SMIL20/' },
        tests.map((test) => set(`//${test.id === 'note' ? 'seq' : 'par'}[@customTest='${test.id}']`, said[test.id]!)),
      ),
    el('scope', { nsuri: 'http://www.daisy.org/z3986/2005/dtbook/' }, set('//pagenum', said['pagenum']!), set('//note', said['note']!)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE resources PUBLIC "-//NISO//DTD resource 2005-1//EN" "http://www.daisy.org/z3986/2005/resource-2005-1.dtd">\n${printXml(root)}\n`;
}
