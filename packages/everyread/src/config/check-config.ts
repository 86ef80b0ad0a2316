import { auditLimits, EveryreadError, metaSchema, nearest, validate, type Fault } from '@everyread/core';
import type { Config } from './config.js';
import { choiceSchema, narrationSchema } from './config-schema.js';

const kinds: Readonly<Record<keyof Config, (value: unknown) => boolean>> = {
  editions: (value) => Array.isArray(value) || isObject(value),
  out: isText,
  rules: (value) => isObject(value) && Object.values(value).every((each) => ['error', 'warning', 'info', 'off'].includes(each as string)),
  suppress: (value) => isObject(value) && Object.values(value).every((reason) => isText(reason)),
  limits: (value) =>
    isObject(value) &&
    Object.entries(value).every(([name, limit]) => Object.hasOwn(auditLimits, name) && isNumber(limit) && Number(limit) > 0),
  typeSizePt: isNumber,
  renderers: (value) => Array.isArray(value) && value.every(isObject),
  options: (value) => isObject(value) && Object.values(value).every(isObject),
  meta: isObject,
  narration: isObject,
  maxAssetBytes: isNumber,
};

const wanted: Readonly<Record<keyof Config, string>> = {
  editions: 'a list such as ["docx", "docx:large-print"]',
  out: 'the name of a folder',
  rules: 'rule ids with error, warning, info or off',
  suppress: 'rule ids, each with a written reason',
  limits: `numbers above 0 for ${Object.keys(auditLimits).join(', ')}`,
  typeSizePt: 'a number of points',
  renderers: 'a list of renderers',
  options: 'the options of each format, by its name',
  meta: 'values as in the front matter',
  narration: 'the settings of the voice, such as { "rate": 0.9 }',
  maxAssetBytes: 'a number of bytes',
};

/**
 * Checks what a configuration holds, down to the last key: one that nobody reads would be a wish that nobody hears.
 *
 * @param shown - the file's name for messages
 * @param text - the file's text, in which the keys are looked for
 * @throws {EveryreadError} code `misuse`, at the first fault
 */
export function checkConfig(value: unknown, shown: string, text: string): Config {
  if (!isObject(value))
    throw new EveryreadError('misuse', `The configuration ${shown} holds no object`, {
      hint: 'Begin it with `export default {` (or `{` in JSON).',
    });
  const names = Object.keys(kinds) as (keyof Config)[];
  for (const [name, member] of Object.entries(value)) {
    if (name === '$schema' || member === undefined) continue;
    const file = `${shown}${placeOfKey(text, [name])}`;
    if (!(names as string[]).includes(name)) {
      const near = nearest(name, names);
      throw new EveryreadError('misuse', `The configuration ${file} has a key that Everyread does not know: ${name}`, {
        hint: near ? `Did you mean ${near}?` : `The keys are ${names.join(', ')}.`,
      });
    }
    const key = name as keyof Config;
    if (!kinds[key](member))
      throw new EveryreadError('misuse', `In the configuration ${file}, ${name} must be ${wanted[key]}`, {
        hint: 'The README of everyread shows the keys, under “Configuration”.',
      });
    const fault = faultIn(key, member);
    if (fault === undefined) continue;
    const path = [name, ...fault.path];
    const last = String(path.at(-1));
    const near = fault.allowed && nearest(last, fault.allowed);
    throw new EveryreadError('misuse', `In the configuration ${shown}${placeOfKey(text, path)}, ${path.join('.')} ${fault.reason}`, {
      hint: near
        ? `Did you mean ${near}?`
        : fault.allowed
          ? `The keys are ${fault.allowed.join(', ')}.`
          : 'The README of everyread shows the keys, under “Configuration”.',
    });
  }
  return value as Config;
}

/** A part of the front matter: title and language may stand in the report. */
const partOfMeta = { ...metaSchema, required: [] };

/** What is wrong inside a value; formats judge their own options. */
function faultIn(key: keyof Config, value: unknown): Fault | undefined {
  switch (key) {
    case 'editions':
      return Array.isArray(value)
        ? value.flatMap((each, index) => (isObject(each) ? validate(choiceSchema, each, choiceSchema, [index]) : []))[0]
        : undefined;
    case 'narration':
      return validate(narrationSchema, value)[0];
    case 'meta':
      // A language tag is judged by the audit, with all that depends on it.
      return validate(partOfMeta, value).find((fault) => fault.path[0] !== 'lang');
    default:
      return undefined;
  }
}

/** `:4:3`, where the last of the keys is found that stand below one another in the text. */
function placeOfKey(text: string, path: readonly (string | number)[]): string {
  let found: number | undefined;
  for (const key of path) {
    if (typeof key === 'number') continue;
    const pattern = new RegExp(`(?<![\\w$.-])(["']?)${key.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}\\1\\s*:`, 'g');
    pattern.lastIndex = found ?? 0;
    const match = pattern.exec(text);
    if (match === null) break;
    found = match.index;
  }
  if (found === undefined) return '';
  const before = text.slice(0, found);
  return `:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
