import { unzip } from '@everyread/zip';
import { all, child, first, parseXml, value, type Element } from './xml.js';

/** A Word file, read back. */
export interface WordFile {
  parts: Map<string, Element>;
  raw: Map<string, string>;
  document: Element;
  styles: Element;
}

/** Unpacks a file and parses every part. */
export function readWord(bytes: Uint8Array): WordFile {
  const raw = new Map<string, string>();
  for (const [path, body] of unzip(bytes))
    if (/\.(?:xml|rels)$/.test(path)) raw.set(path, new TextDecoder('utf-8', { fatal: true }).decode(body));
  return readParts(raw);
}

/** Parses parts that are text already: for damaged copies. */
export function readParts(raw: Map<string, string>): WordFile {
  const parts = new Map([...raw].map(([path, xml]) => [path, parseXml(xml)]));
  return { raw, parts, document: parts.get('word/document.xml')!, styles: parts.get('word/styles.xml')! };
}

/** The text of a paragraph as it is shown: the results of fields, not their instructions. */
export function textOf(element: Element): string {
  let text = '';
  let hidden = 0;
  const visit = (node: Element): void => {
    if (node.name === 'w:fldChar') {
      const type = node.attributes['w:fldCharType'];
      if (type === 'begin') hidden += 1;
      if (type === 'separate') hidden -= 1;
      if (type === 'begin') fields.push(true);
      if (type === 'separate') fields[fields.length - 1] = false;
      if (type === 'end' && fields.pop() === true) hidden -= 1;
      return;
    }
    if (node.name === 'w:t' && hidden === 0) text += node.children.join('');
    if (node.name === 'w:noBreakHyphen' && hidden === 0) text += '-';
    if (node.name === 'w:tab' && hidden === 0) text += '\t';
    if (node.name === 'w:br') text += '\n';
    if (node.name === 'w:p' && text !== '') text += '\n';
    if (node.name === 'w:tabs') return;
    for (const inner of node.children) if (typeof inner !== 'string') visit(inner);
  };
  const fields: boolean[] = [];
  visit(element);
  return text;
}

/** The same with every run of white space as one space. */
export const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Style of a paragraph. */
export const styleOf = (paragraph: Element): string => value(child(paragraph, 'w:pPr'), 'w:pStyle') ?? 'Normal';

/** Headings as a screen reader lists them. */
export function headingsOf(file: WordFile): { depth: number; text: string }[] {
  return all(file.document, 'w:p')
    .filter((p) => /^Heading[1-6]$/.test(styleOf(p)))
    .map((p) => ({ depth: Number(styleOf(p).slice(7)), text: fold(textOf(p)) }));
}

/** Entries of the contents list: what they say and the page, where there is one. */
export function contentsOf(file: WordFile): { depth: number; text: string; page: string }[] {
  const control = first(file.document, 'w:sdtContent');
  if (control === undefined) return [];
  return all(control, 'w:p')
    .filter((p) => /^TOC\d$/.test(styleOf(p)))
    .map((p) => {
      const [text = '', page = ''] = textOf(p).split('\t');
      return { depth: Number(styleOf(p).slice(3)), text: fold(text), page: fold(page) };
    });
}

/** Text alternatives of drawings in order; `null` for a decorative one. */
export function altsOf(file: WordFile): (string | null)[] {
  return all(file.document, 'wp:docPr').map((properties) =>
    first(properties, 'adec:decorative') ? null : (properties.attributes['descr'] ?? ''),
  );
}

/** Tables as rows of folded cell texts. */
export function tablesOf(file: WordFile): string[][][] {
  return all(file.document, 'w:tbl').map((table) => all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => fold(textOf(cell)))));
}

/** Targets of the relationships of a part. */
export function relationshipsOf(file: WordFile, path: string): Map<string, Element['attributes']> {
  const list = file.parts.get(path.replace(/([^/]+)$/, '_rels/$1.rels'));
  return new Map((list ? all(list, 'Relationship') : []).map((entry) => [entry.attributes['Id']!, entry.attributes]));
}

/** Words and the language they are marked with, for runs that have one. */
export function markedLanguages(file: WordFile): { lang: string; text: string }[] {
  return all(file.document, 'w:r').flatMap((run) => {
    const lang = child(child(run, 'w:rPr'), 'w:lang')?.attributes['w:val'];
    return lang === undefined ? [] : [{ lang, text: textOf(run) }];
  });
}
