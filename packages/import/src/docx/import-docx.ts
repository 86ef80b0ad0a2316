import { build, is, type FlowContent, type Meta, type Report, type ReportNode } from '@everyread/core';
import { Findings, type ImportOptions, type ImportResult } from '../importing.js';
import { PictureFiles } from '../picture-files.js';
import { Places } from '../places.js';
import { plainForms } from '../plain-forms.js';
import { repairBlocks } from '../repair/repair.js';
import { chooseTitle, standsIn, type SaidTitle } from '../repair/title.js';
import { spreadPlaces } from '../spread-places.js';
import { withoutMadeContents } from '../made-contents.js';
import { usedFiles } from '../used-files.js';
import { child, elements, textOf, type XmlElement } from '../xml.js';
import { readBlocks, shownText, type Head } from './blocks.js';
import { canonicalTag } from '../language.js';
import { hintLanguage } from '../language-hint.js';
import { readNumbering } from './numbering.js';
import { openPackage, type WordPackage } from './package.js';
import type { Reader } from './reader.js';
import { readSource } from './source-marks.js';
import { languageOfText, usualLanguage } from './text-language.js';
import { dateOf, factsOf } from './title-page.js';
import { defaultSize, readStyles } from './styles.js';

/**
 * Reads a Word document into a report. Title, author and language, headings, lists, tables with their headers,
 * pictures with their text alternatives, notes, links, quotations and languages are kept; each loss is a message.
 *
 * @param bytes - the .docx file
 * @throws {EveryreadError} code `document` when it is no Word document, or one that would exhaust the memory
 */
export function importDocx(bytes: Uint8Array, options: ImportOptions = {}): ImportResult {
  const opened = openPackage(bytes);
  const findings = new Findings(options.path);
  const part = (type: string): XmlElement | undefined => {
    const path = opened.related(type);
    return path === undefined ? undefined : opened.part(path);
  };
  const stylesPart = part('styles');
  const meta = readMeta(opened, stylesPart);
  const source = readSource(opened);
  const styles = readStyles(stylesPart);
  const usualLang = usualLanguage(stylesPart, styles);
  if (!source.own) meta.lang = languageOfText(opened.document, styles, { named: meta.lang, usual: usualLang }, findings);
  const reader: Reader = {
    package: opened,
    styles,
    numbering: readNumbering(part('numbering')),
    findings,
    lang: meta.lang,
    usualLang,
    relationships: opened.relationships(opened.documentPath),
    pictures: new PictureFiles(options.pictureFolder ?? 'images'),
    places: new Places((name) => source.isPlace(name)),
    inNote: false,
    contents: [],
    sizes: { usual: defaultSize(stylesPart), ofParagraph: new Map(), amounts: new Map() },
    tabbed: new Map(),
    paragraphs: 0,
    carried: [],
    fields: [],
    source,
    markEvents: [],
    lineMarks: [],
    brokenMarks: new Set(),
    passages: [],
    markIds: new Map(),
    noteNames: new Map(),
    pendingBookmarks: [],
    nextBookmarks: [],
    notes: new Map(),
    noteIdentifiers: new Set(),
  };
  sayWhatIsLeft(opened, findings);
  const head: Head = {};
  const body = readBlocks(child(opened.document, 'w:body')!, reader, head);
  const given = [...(source.own ? body : withoutCoverPicture(body, findings)), ...readNotes(reader)];
  findings.place = undefined;
  spreadPlaces(given as ReportNode[]);
  const repair = options.repair ?? false;
  const said: SaidTitle = { what: 'document', shown: head.title, property: meta.title };
  const { blocks, title } = chooseTitle(given, said, { findings, repair, own: source.own });
  if (!source.own && meta.author !== undefined && head.authors === undefined && !standsIn(meta.author, blocks))
    findings.say('import-changed', `The author “${meta.author}” is taken from the properties of the file: each title page names it`);
  const { contents, places } = reader;
  const [ofText] = [...reader.sizes.amounts].sort(([, a], [, b]) => b - a)[0] ?? [reader.sizes.usual];
  const job = {
    findings,
    repair,
    title,
    contents,
    places,
    own: source.own,
    sizes: { ofParagraph: reader.sizes.ofParagraph, ofText },
    tabbed: reader.tabbed,
  };
  const children = withoutMadeContents(repairBlocks(blocks, job));
  const printed = { ...meta, title, ...(head.subtitle ? { subtitle: head.subtitle } : {}) };
  const report: Report = {
    meta: source.meta ? factsOf(source.meta, printed, head.facts ?? new Map()) : { ...printed, ...coverDetails(head, meta) },
    root: { type: 'root', children },
  };
  const resolved = reader.places.resolve(report, findings);
  // A table that something leads to has its name by now, and keeps it.
  resolved.root.children = plainForms(resolved.root.children as FlowContent[], source.own);
  if (!source.own) hintLanguage(resolved, findings);
  return { report: resolved, files: usedFiles(report, reader.pictures.files), messages: findings.inOrder() };
}

function readMeta(opened: WordPackage, styles: XmlElement | undefined): Meta {
  const core = [...opened.relationships('').values()].find((each) => each.type.endsWith('/core-properties'))?.target ?? 'docProps/core.xml';
  const properties = opened.part(core);
  const get = (name: string): string => {
    const element = child(properties, name);
    return element ? textOf(element).trim() : '';
  };
  const defaults = child(child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:lang');
  const tag = canonicalTag(get('dc:language') || (defaults?.attributes['w:val'] ?? '')) ?? '';
  const optional = (name: 'author' | 'description', text: string): Partial<Meta> =>
    text === '' || ofPrograms.test(text) ? {} : { [name]: text };
  return { title: get('dc:title'), lang: tag, ...optional('author', get('dc:creator')), ...optional('description', get('dc:description')) };
}

/** What programs write in the place of an author or a description. */
const ofPrograms =
  /^(?:un-?named|unknown|author|user|(?:microsoft )?office user|windows user|admin(?:istrator)?|owner|default|test|python-docx|apache poi|openoffice(?:\.org)?|libreoffice|docx4j)$|^(?:generated|created) (?:by|with) /i;

/** A decorative picture before anything else is the cover's. */
function withoutCoverPicture(body: FlowContent[], findings: Findings): FlowContent[] {
  const [first, ...rest] = body;
  if (!is(first, 'figure') || !first.decorative) return body;
  findings.say('import-decorative', 'The decorative picture at the top was left out');
  return rest;
}

/** Author, publisher and date as the document prints them below its title. */
function coverDetails({ details = [], authors, date }: Head, meta: Meta): Partial<Meta> {
  const found: Partial<Meta> = { ...(authors ? { author: authors.join(', ') } : {}), ...(date ? { date } : {}) };
  for (const detail of details) {
    const day = dateOf(detail);
    if (day !== undefined) found.date = day;
    else if (detail !== meta.author && found.publisher === undefined) found.publisher = detail;
  }
  return found;
}

function sayWhatIsLeft(opened: WordPackage, findings: Findings): void {
  if (opened.has(/vbaProject\.bin$/)) findings.say('import-macro', 'The document holds macros, which were ignored');
  const edges = [...opened.relationships(opened.documentPath).values()].filter(
    ({ type, external }) => !external && /\/(?:header|footer)$/.test(type),
  );
  const words = edges.map(({ target }) => opened.part(target)).map((part) => (part ? shownText(part).replace(/\s+/g, ' ').trim() : ''));
  for (const each of new Set(words)) findings.count('import-header', 'Page headers and footers were left out', undefined, each);
}

/** The notes that the text leads to, in the order of their marks; notes may hold marks of their own. */
function readNotes(reader: Reader): FlowContent[] {
  const parts = { footnote: noteElements(reader, 'footnote'), endnote: noteElements(reader, 'endnote') };
  const out: FlowContent[] = [];
  const done = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, identifier] of [...reader.notes]) {
      if (done.has(key)) continue;
      done.add(key);
      grown = true;
      const [kind, id] = key.split(' ') as ['footnote' | 'endnote', string];
      const { path, byId } = parts[kind];
      const element = byId.get(id);
      if (element === undefined) {
        reader.findings.say('import-not-kept', `The text of note ${identifier} is missing in the file`);
        continue;
      }
      const outer = reader.relationships;
      reader.relationships = reader.package.relationships(path);
      reader.inNote = true;
      out.push(build.footnoteDefinition({ identifier, label: identifier }, readBlocks(element, reader) as never));
      reader.inNote = false;
      reader.relationships = outer;
    }
  }
  return out;
}

function noteElements(reader: Reader, kind: 'footnote' | 'endnote'): { path: string; byId: Map<string, XmlElement> } {
  const path = reader.package.related(`${kind}s`) ?? '';
  const part = path === '' ? undefined : reader.package.part(path);
  const byId = new Map<string, XmlElement>();
  for (const each of part ? elements(part) : []) {
    const type = each.attributes['w:type'];
    if (type === undefined || type === 'normal') byId.set(each.attributes['w:id'] ?? '', each);
  }
  return { path, byId };
}
