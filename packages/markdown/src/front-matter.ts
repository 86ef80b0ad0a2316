import { isLanguageTag, metaSchema, nearest, validate, type Meta, type PlaceOfMeta } from '@everyread/core';
import type { Yaml } from 'mdast';
import { isMap, LineCounter, parseDocument, type Document, type ErrorCode } from 'yaml';
import { metaFields } from './meta-fields.js';
import type { Reporter } from './messages.js';

/** Front matter as far as it could be read: title and language may be missing, which the audit says. */
export type PartialMeta = Partial<Meta>;

const known = Object.keys(metaSchema.properties as object);
/** Names that people use for ours. */
const aliases: Readonly<Record<string, string>> = { language: 'lang' };

/** What the front matter says, and where it says it. */
export interface FrontMatter {
  meta: PartialMeta;
  placeOf: PlaceOfMeta;
}

/** The faults that people make, in their words. */
const yamlFaults: Partial<Record<ErrorCode, { reason: string; mend: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'A value holds a colon and stands in no quotation marks',
    mend: 'Put it in quotation marks: `title: "Our year: 2023"`.',
  },
  TAB_AS_INDENT: {
    reason: 'A line begins with a tab',
    mend: 'Begin names such as `title` at the margin, and what belongs to a name above it with two blanks.',
  },
  DUPLICATE_KEY: { reason: 'A name stands twice', mend: 'Keep one of the two lines.' },
  BAD_SCALAR_START: {
    reason: 'A value begins with a sign that has a meaning of its own in YAML',
    mend: 'Put it in quotation marks: `contact: "@charity"`.',
  },
  MULTILINE_IMPLICIT_KEY: {
    reason: 'This line is not a name, a colon, a blank and a value',
    mend: 'Write `name: value`, with an ordinary blank after the colon.',
  },
};

/**
 * Finds front matter that the syntax does not see as such, and says why: it would be printed, and title and language be missing.
 *
 * @param text - a document without front matter
 */
export function checkUnseenFrontMatter(text: string, reporter: Reporter): void {
  const found = /^(\s*)(-{2,}|[–—]+|(?:[-–—] )+[-–—])[ \t]*\n(?=(?:#[^\n]*\n)?[A-Za-z]+:(?:[ \t]\S|[ \t]*\n[ \t]))/.exec(text);
  if (!found) return;
  const [, before = '', dashes = ''] = found;
  const place = { line: before.split('\n').length, column: 1 };
  if (before !== '')
    reporter.say('front-matter', { place, reason: 'The front matter is not at the top', note: 'Delete the empty lines above its dashes.' });
  else if (dashes !== '---')
    reporter.say('front-matter', {
      place,
      reason: `The front matter begins with ${dashes}`,
      note: 'Write three plain dashes, `---`, above it and below it.',
    });
  else
    reporter.say('front-matter', {
      place,
      reason: 'The front matter is never closed',
      note: 'Write a line of three dashes, `---`, below its last line.',
    });
}

const nowhere: PlaceOfMeta = () => undefined;

/**
 * Reads the front matter. Each fault is a message with its line; a line that is wrong is left out.
 *
 * @param node - the YAML block, `undefined` where the document has none
 */
export function readFrontMatter(node: Yaml | undefined, reporter: Reporter): FrontMatter {
  if (node === undefined) return { meta: {}, placeOf: nowhere };
  const lines = new LineCounter();
  const document = parseDocument(node.value, { lineCounter: lines, schema: 'core', prettyErrors: false });
  // The block begins on the line after its opening dashes.
  const firstLine = node.position?.start.line ?? 1;
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine, column: col };
  };
  const error = document.errors[0];
  if (error) {
    const plain = yamlFaults[error.code];
    reporter.say('front-matter', {
      place: place(error.pos[0]),
      reason: plain?.reason ?? `The front matter is not valid YAML: ${error.message.split('\n')[0]!.replace(/[.:]?\s*$/, '')}`,
      ...(plain ? { note: plain.mend } : {}),
    });
    return { meta: {}, placeOf: nowhere };
  }
  if (document.contents === null) return { meta: {}, placeOf: nowhere };
  if (!isMap(document.contents)) {
    const missing = /^([A-Za-z]+):\S/m.exec(node.value);
    reporter.say('front-matter', {
      place: place(missing?.index ?? 0),
      reason: missing ? `There is no blank after ${missing[1]!}:` : 'The front matter is not a list of names and values',
      ...(missing ? { note: 'Write `name: value`, with an ordinary blank after the colon.' } : {}),
    });
    return { meta: {}, placeOf: nowhere };
  }
  const raw = toPlain(document, reporter, place);
  return {
    meta: judge(raw, document, reporter, place),
    placeOf: (path) => {
      const offset = offsetIn(document, raw, path);
      return offset === undefined ? undefined : place(offset);
    },
  };
}

function toPlain(
  document: Document,
  reporter: Reporter,
  place: (offset: number) => { line: number; column: number },
): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: 50 }) as Record<string, unknown>;
  } catch {
    reporter.say('front-matter', {
      place: place(0),
      reason: 'The front matter repeats itself too often (YAML aliases)',
      note: 'Write the values out.',
    });
    return {};
  }
}

/** Where a value begins, or what holds it; `undefined` where the front matter has nothing of the kind. */
function offsetIn(document: Document, raw: Record<string, unknown>, path: readonly (string | number)[]): number | undefined {
  const [field, ...rest] = path;
  const written = Object.hasOwn(raw, field!) ? field : Object.keys(aliases).find((alias) => aliases[alias] === field);
  const way = [written ?? field, ...rest];
  for (let length = way.length; length > 0; length -= 1) {
    const node = document.getIn(way.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function judge(
  raw: Record<string, unknown>,
  document: Document,
  reporter: Reporter,
  place: (offset: number) => { line: number; column: number },
): PartialMeta {
  const meta: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const field = aliases[name] ?? name;
    if (!known.includes(field)) {
      const near = nearest(name, [...known, ...Object.keys(aliases)]);
      reporter.say('front-matter-unknown', {
        place: place(keyOffset(document, name)),
        reason: `The front matter has an unknown name: ${name}`,
        ...(near ? { note: `Did you mean ${near}?` } : {}),
      });
      continue;
    }
    if (value !== null && value !== '') meta[field] = asText(value);
  }
  checkQuotes(meta, document, raw, reporter, place);
  for (const fault of validate(metaSchema, meta)) {
    const [field] = fault.path;
    if (fault.path.length === 1 && fault.reason === 'is missing') continue;
    if (field === 'lang') continue;
    const near = fault.allowed ? nearest(String(fault.path.at(-1)), fault.allowed) : undefined;
    const { example, mend } = metaFields[field as keyof Meta];
    reporter.say('front-matter-value', {
      place: place((fault.allowed ? nestedKeyOffset(document, fault.path) : undefined) ?? offsetIn(document, raw, fault.path) ?? 0),
      reason: `In the front matter, ${fault.path.join('.')} ${fault.reason}`,
      note: near ? `Did you mean ${near}?` : (mend ?? `Write it like \`${example}\`.`),
    });
    delete meta[String(field)];
  }
  for (const lang of Object.keys((meta.voices ?? {}) as object).filter((each) => !isLanguageTag(each))) {
    reporter.say('front-matter-value', {
      place: place(nestedKeyOffset(document, ['voices', lang]) ?? 0),
      reason: `In the front matter, “${lang}” of voices is not a language tag`,
      note: 'Write the language before each voice, such as `cy: espeak:cy`.',
    });
    delete meta.voices;
  }
  if (typeof meta.lang === 'string' && isLanguageTag(meta.lang)) meta.lang = Intl.getCanonicalLocales(meta.lang)[0];
  return meta as PartialMeta;
}

/** Word processors turn straight quotation marks into curly ones, which YAML takes for a part of the value. */
function checkQuotes(
  meta: Readonly<Record<string, unknown>>,
  document: Document,
  raw: Record<string, unknown>,
  reporter: Reporter,
  place: (offset: number) => { line: number; column: number },
): void {
  for (const [field, value] of Object.entries(meta)) {
    if (typeof value !== 'string' || !/^[“”„‟‘’‚][^“”„‟‘’‚]*[“”‘’]$/.test(value)) continue;
    reporter.say('markdown-slip', {
      place: place(offsetIn(document, raw, [field]) ?? 0),
      reason: `The value of ${field} stands in curly quotation marks, which are printed with it`,
      note: 'Write straight quotation marks, or none.',
    });
  }
}

/** YAML reads `2023` as a number; every simple value of the front matter is text. */
function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
  return value;
}

function keyOffset(document: Document, name: string): number {
  return keyIn(document.contents, name) ?? 0;
}

/** Where the name of a value stands that lies inside others. */
function nestedKeyOffset(document: Document, path: readonly (string | number)[]): number | undefined {
  return keyIn(document.getIn(path.slice(0, -1), true), String(path.at(-1)));
}

function keyIn(map: unknown, name: string): number | undefined {
  if (!isMap(map)) return undefined;
  for (const item of map.items) {
    const key = item.key as { value?: unknown; range?: [number, number, number] } | null;
    if (String(key?.value) === name && key?.range) return key.range[0];
  }
  return undefined;
}
