import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  aboutOf,
  auditReport,
  createMessage,
  EveryreadError,
  nearest,
  ruleMessage,
  severityOf,
  walkBlocks,
  type Assets,
  type Meta,
  type PlaceOfMeta,
  type PreparedReport,
  type Report,
} from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { checkAssets } from './assets/check-assets.js';
import { defaultMaxAssetBytes, folderAssets } from './assets/folder-assets.js';
import { withFiles } from './assets/with-files.js';
import type { Config } from './config/config.js';
import { slugOf } from './plan/output-name.js';
import { RuleSettings } from './rule-settings.js';
import { checkReport } from './source/check-report.js';
import { allRules } from './all-rules.js';
import { sourceRules } from './source/rules.js';
import { readSource } from './source/read-source.js';
import { remedyFor } from './source/remedies.js';

/** A text that is not in a file: standard input, an editor, a database. */
export interface TextInput {
  text: string | Uint8Array;
  /** Name for messages and output files. Default `report.md`. */
  path?: string;
  /** The folder of its pictures. Without it the text can use none, unless `assets` are given. */
  folder?: string;
}

/** What can be published: the path of a file, a `file:` address, a text, or a report. */
export type Input = string | URL | TextInput | Report;

/** A report that was read and judged. */
export interface OpenedReport {
  /** Absent where nothing can be made of the input; the messages say why. */
  report?: Report;
  /** What is to be said of the document, in its order, as the rules are set. */
  messages: VFileMessage[];
  /** Whether editions may be made: no message is an error. */
  ok: boolean;
  /** The text, for code frames; empty where a report was given. */
  text: string;
  path: string;
  slug: string;
  /** What it was imported from: a Word document or a web page. */
  foreign?: 'docx' | 'html';
  assets: Assets;
  /** Where `assets` come from, when that is a folder: enough to open the same files elsewhere. */
  files?: {
    folder: string;
    maxBytes: number;
    /** The pictures that an imported document held, by path. */
    pictures?: ReadonlyMap<string, Uint8Array>;
  };
  rules: RuleSettings;
  /** Where the text says something of the whole report. */
  placeOf: PlaceOfMeta;
  /** The report as the audit prepared it; absent where formats are told apart in it. */
  prepared?: PreparedReport;
}

/** What else is known when a report is opened. */
export interface OpenOptions {
  config?: Config;
  /** Opens the report's files; default: its folder. */
  assets?: Assets;
  /** Rule id → severity or `off`; beats those of the config and the front matter. */
  rules?: Config['rules'];
}

/**
 * Reads a report, with the files that it uses, and judges it by the rules. A Word document or a web page is imported.
 *
 * @throws {EveryreadError} code `io`, when the file can't be read; `misuse`, when it does not exist
 */
export async function openReport(input: Input, options: OpenOptions = {}): Promise<OpenedReport> {
  const config = options.config ?? {};
  const read = await readInput(input);
  const report = read.report ? { ...read.report, meta: mergeMeta(read.report.meta, config.meta) } : undefined;
  const rules = new RuleSettings(
    { ...report?.meta.rules, ...config.rules, ...options.rules },
    { ...report?.meta.suppress, ...config.suppress },
    (message) => atItsValue(inItsWords(message, read), config.meta, read.placeOf),
  );
  const pictures = read.files && read.files.size > 0 ? read.files : undefined;
  const files =
    options.assets || read.folder === undefined
      ? undefined
      : { folder: read.folder, maxBytes: config.maxAssetBytes ?? defaultMaxAssetBytes, ...(pictures ? { pictures } : {}) };
  const given = options.assets ?? (files ? folderAssets(files.folder, files) : noFolder);
  const assets = pictures ? withFiles(pictures, given) : given;
  let prepared: PreparedReport | undefined;
  const keep = (made: PreparedReport): void => void (prepared = made);
  const placeOf: PlaceOfMeta = (path) => (isSet(config.meta, path) ? undefined : read.placeOf?.(path));
  const bodies = new Map<string, Uint8Array>();
  const ofFiles = report ? await checkAssets(report, assets, placeOf, (path, body) => void bodies.set(path, body)) : [];
  const samePicture = (one: string, other: string): boolean => isSame(bodies.get(one), bodies.get(other));
  const found = report ? [...auditReport(report, config.limits, { prepared: keep, placeOf, samePicture }), ...ofFiles] : [];
  const messages = rules.keep([
    ...read.messages,
    ...(await unknownRules([report?.meta ?? {}, config], placeOf)),
    ...withoutTold(withoutMissing(isUnread(read) ? found.filter((message) => !ofFrontMatter.has(message.ruleId!)) : found), read.messages),
  ]);
  const ok = report !== undefined && !messages.some((message) => severityOf(message) === 'error');
  return {
    ...(report ? { report } : {}),
    messages,
    ok,
    text: read.text,
    path: read.path,
    slug: slugOf(read.path),
    ...(read.foreign ? { foreign: read.foreign } : {}),
    assets,
    ...(files ? { files } : {}),
    rules,
    placeOf,
    ...(report && prepared && !tellsFormatsApart(report) ? { prepared } : {}),
  };
}

/** Rules of nobody that settings name. One of another person's format may be meant: only a name that is nearly another is wrong for sure. */
async function unknownRules(settings: readonly Pick<Config, 'rules' | 'suppress'>[], placeOf: PlaceOfMeta): Promise<VFileMessage[]> {
  const fields = new Map<string, 'rules' | 'suppress'>();
  for (const each of settings)
    for (const field of ['rules', 'suppress'] as const)
      for (const id of Object.keys(each[field] ?? {})) if (!fields.has(id)) fields.set(id, field);
  if (fields.size === 0) return [];
  const known = [...(await allRules()).keys()];
  return [...fields].flatMap(([id, field]) => {
    const near = known.includes(id) ? undefined : nearest(id, known);
    if (near === undefined) return [];
    const place = placeOf([field, id]);
    return [
      ruleMessage(sourceRules['unknown-rule'], {
        source: 'everyread',
        reason: `There is no rule named ${id}`,
        note: `Did you mean ${near}? \`everyread explain\` lists the rules.`,
        ...(place ? { place } : {}),
      }),
    ];
  });
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && one.length === other?.length && one.every((byte, index) => byte === other[index]);
}

/** Of a picture that is not there nobody knows yet whether it is another than the one with the same words. */
function withoutMissing(found: readonly VFileMessage[]): VFileMessage[] {
  const missing = new Set(found.filter(({ ruleId }) => ruleId === 'image-missing').map(({ line, column }) => `${line}:${column}`));
  return found.filter(({ ruleId, line, column }) => ruleId !== 'img-alt-dup' || !missing.has(`${line}:${column}`));
}

/** Faults that an import names too, with what it could do about them. */
const toldByImport: ReadonlyMap<string | undefined, string> = new Map([
  ['head-fake', 'import-fake-heading'],
  ['ref-page', 'import-page-reference'],
  ['list-fake', 'import-fake-list'],
  // A line in capitals that looks like a heading is no row of short forms.
  ['abbr-undef', 'import-fake-heading'],
]);

/** What the import of a document has not said of the same place already. */
function withoutTold(found: readonly VFileMessage[], imported: readonly VFileMessage[]): VFileMessage[] {
  const told = new Set<string>();
  for (const { ruleId, line, place } of imported) {
    const last = place && 'end' in place ? place.end.line : line;
    for (let at = line ?? 0; at <= (last ?? 0); at += 1) told.add(`${ruleId} ${at}`);
  }
  return found.filter(({ ruleId, line }) => !told.has(`${toldByImport.get(ruleId)} ${line}`));
}

/** What is said of a report whose front matter says nothing: its only heading then counts as its title. */
const ofFrontMatter: ReadonlySet<string> = new Set(['doc-title', 'doc-lang', 'head-none']);

/** What stops a report, or its front matter, from being read at all. */
const ofReading: ReadonlySet<string | undefined> = new Set(['front-matter', 'too-large', 'nested-too-deep']);

/** Whether a report is empty, or it or its front matter can't be read: title and language may well be written there. */
function isUnread({ messages, text }: ReadInput): boolean {
  return messages.some(({ ruleId }) => ofReading.has(ruleId) || (ruleId === 'empty-document' && text.trim() === ''));
}

/** Whether what an edition holds depends on its format. */
function tellsFormatsApart({ root }: Report): boolean {
  let found = false;
  walkBlocks(root.children, (node) => void (found ||= node.type === 'only' && node.format !== undefined));
  return found;
}

/** Of a document that was imported a message says what to do in it, not in the report that nobody has seen. */
function inItsWords(message: VFileMessage, { foreign, path }: ReadInput): VFileMessage {
  if (foreign !== undefined && message.note) message.note = remedyFor(message.ruleId ?? '', message.note, foreign, basename(path));
  return message;
}

interface ReadInput {
  report?: Report;
  messages: VFileMessage[];
  text: string;
  path: string;
  folder?: string;
  files?: ReadonlyMap<string, Uint8Array>;
  placeOf?: PlaceOfMeta;
  foreign?: 'docx' | 'html';
}

/**
 * The message about a value of the whole report at the place of that value. What the configuration gives has none in the report:
 * then the message says so.
 */
function atItsValue(message: VFileMessage, configured: Partial<Meta> | undefined, placeOf: PlaceOfMeta | undefined): VFileMessage {
  const about = aboutOf(message);
  if (about === undefined) return message;
  const { reason, ruleId = '', source, note = '' } = message;
  const input = { reason, ruleId, severity: severityOf(message), ...(source === undefined ? {} : { source }) };
  if (isSet(configured, about))
    return createMessage({ ...input, note: `${note} The configuration gives it, as meta.${about.join('.')}.`.trim() });
  const place = placeOf?.(about);
  return place ? createMessage({ ...input, note, place }) : message;
}

/** Whether the configuration gives a value, so that the source is not to blame for it. */
function isSet(meta: Partial<Meta> | undefined, path: readonly (string | number)[]): boolean {
  let value: unknown = meta;
  for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step];
  return value !== undefined;
}

async function readInput(input: Input): Promise<ReadInput> {
  if (typeof input === 'string' || input instanceof URL) {
    const path = typeof input === 'string' ? input : fileURLToPath(input);
    return { path, folder: dirname(path), ...(await readSource(await readBytes(path), path)) };
  }
  if ('text' in input) {
    const path = input.path ?? 'report.md';
    return { path, ...(input.folder === undefined ? {} : { folder: input.folder }), ...(await readSource(input.text, path)) };
  }
  return { path: 'report', text: '', ...checkReport(input) };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new EveryreadError('misuse', `The file ${path} was not found`, {
        hint: 'Check the name, and the folder that the command runs in.',
        cause,
      });
    if (code === 'EISDIR')
      throw new EveryreadError('misuse', `${path} is a folder`, {
        hint: `Name the file in it, such as ${join(path, 'report.md')}.`,
        cause,
      });
    throw new EveryreadError('io', `The file ${path} can't be read (${code ?? 'unknown reason'})`, {
      hint: 'Check that you may read it.',
      cause,
    });
  }
}

/** The configuration beats the front matter; a theme is merged value by value. */
function mergeMeta(meta: Meta, more: Partial<Meta> | undefined): Meta {
  if (!more) return meta;
  return { ...meta, ...more, ...(meta.theme || more.theme ? { theme: { ...meta.theme, ...more.theme } } : {}) };
}

const noFolder: Assets = {
  load(path) {
    return Promise.reject(
      new EveryreadError('asset', `The report uses the file ${path}, but has no folder`, { hint: 'Give the folder of its pictures.' }),
    );
  },
};
