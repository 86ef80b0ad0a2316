import { is, isDeeperThan, toText, type FlowContent, type PlaceOfMeta, type Report, type ReportNode } from '@everyread/core';
import type { Definition, Root as SyntaxRoot } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { checkPlaces, convertNodes, fold, type Reading } from './convert.js';
import { checkUnseenFrontMatter, readFrontMatter } from './front-matter.js';
import { makeReporter, type Reporter } from './messages.js';

/** How to read. */
export interface ReadOptions {
  /** The file's path, for messages. */
  path?: string;
  /** The title where the document names none, for instance from a command line. */
  title?: string;
  /** The language where the document names none. */
  lang?: string;
}

/** What was read, and what is to be said of it. */
export interface ReadResult {
  /** The report as far as it could be understood; a missing title or language is an empty string, which the audit names. */
  report: Report;
  messages: VFileMessage[];
  /** Where the front matter says something; for the messages of the audit. Absent where the text could not be read at all. */
  placeOf?: PlaceOfMeta;
}

/** Longer texts and lines are refused: they are no reports, and would exhaust the memory. UTF-16 units. */
const maxLength = 64_000_000;
const maxLineLength = 2_000_000;

/** More marks of quotations and lists than this at the start of a line cost the parser time without end. */
const manyMarks = /^(?:[ \t]{0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]?){200}/;

/**
 * Reads a document with a parser.
 *
 * @param parse - makes the syntax tree; `undefined` where it cannot
 * @returns `undefined` where the parser gave nothing
 */
export function readWith(parse: (text: string) => SyntaxRoot | undefined, text: string, options: ReadOptions): ReadResult | undefined {
  const reporter = makeReporter(options.path);
  const refused = refuse(text);
  if (refused) {
    reporter.say(refused.rule, { place: { line: refused.line, column: 1 }, reason: refused.reason });
    return { report: emptyReport(options), messages: reporter.messages };
  }
  const clean = cleanText(text, reporter);
  if (clean.trim() === '') {
    reporter.say('empty-document', { place: { line: 1, column: 1 }, reason: 'The document is empty' });
    return { report: emptyReport(options), messages: reporter.messages };
  }
  const syntax = parse(clean);
  if (syntax === undefined) return undefined;
  const first = syntax.children[0];
  const { meta, placeOf } = readFrontMatter(first?.type === 'yaml' ? first : undefined, reporter);
  if (first?.type !== 'yaml') checkUnseenFrontMatter(clean, reporter);
  const reading: Reading = { reporter, definitions: definitionsOf(syntax, clean), text: clean };
  const tooDeep = isDeeperThan(300, syntax);
  if (tooDeep) reporter.say('nested-too-deep', { place: { line: 1, column: 1 }, reason: 'Blocks are nested more than 100 levels deep' });
  const children = tooDeep ? [] : convertNodes(syntax.children, reading);
  checkPlaces(children, reading);
  const titled = takeTitle(children, meta.title ?? options.title);
  const report: Report = {
    meta: { ...meta, title: titled.title, lang: meta.lang ?? options.lang ?? '' },
    root: { type: 'root', children: titled.children as FlowContent[], position: syntax.position },
  };
  if (report.root.children.length === 0 && reporter.messages.length === 0) {
    reporter.say('empty-document', {
      place: { line: 1, column: 1 },
      reason: `The document has ${children.length > 0 ? 'a title' : 'front matter'} and no text`,
    });
  }
  return { report, messages: reporter.messages, placeOf };
}

/** Finds what must not reach the parser. */
function refuse(text: string): { rule: 'too-large' | 'nested-too-deep'; line: number; reason: string } | undefined {
  if (text.length > maxLength)
    return { rule: 'too-large', line: 1, reason: `The document has more than ${maxLength / 1e6} million characters` };
  let line = 1;
  for (let at = 0; at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end;
    if (next - at > maxLineLength)
      return { rule: 'too-large', line, reason: `This line has more than ${maxLineLength / 1e6} million characters` };
    if (next - at >= 200 && manyMarks.test(text.slice(at, at + 4000)))
      return { rule: 'nested-too-deep', line, reason: 'This line opens more than 200 quotations or lists' };
    at = next + 1;
  }
  return undefined;
}

function emptyReport(options: ReadOptions): Report {
  return { meta: { title: options.title ?? '', lang: options.lang ?? '' }, root: { type: 'root', children: [] } };
}

/** Without a title in the front matter, a first heading that is the only one of its level is the title. */
function takeTitle(children: ReportNode[], title: string | undefined): { title: string; children: ReportNode[] } {
  if (title !== undefined) return { title, children };
  const [first, ...rest] = children;
  const alone = is(first, 'heading') && first.depth === 1 && !rest.some((node) => is(node, 'heading') && node.depth === 1);
  return alone ? { title: toText(first), children: rest } : { title: '', children };
}

function definitionsOf(root: SyntaxRoot, text: string): Map<string, Definition> {
  const found = new Map<string, Definition>();
  // A colon follows the label at once (CommonMark 4.7): most reports need no search.
  if (!text.includes(']:')) return found;
  visit(root, 'definition', (node) => {
    const key = fold(node.identifier);
    if (!found.has(key)) found.set(key, node);
  });
  return found;
}

const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Takes out what XML cannot carry (XML 1.0, 2.2), with a message for each line that held some. */
function cleanText(text: string, reporter: Reporter): string {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let line = 1;
  let lineStart = 0;
  let said = 0;
  for (const match of source.matchAll(unfit)) {
    for (let end = source.indexOf('\n', lineStart); end >= 0 && end < match.index; end = source.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    if (said === line) continue;
    said = line;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    reporter.say('text-control', {
      place: { line, column: match.index - lineStart + 1 },
      reason: `The character U+${code} cannot stand in any edition`,
    });
  }
  return said === 0 ? source : source.replace(unfit, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}
