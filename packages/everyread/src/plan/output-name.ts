import type { Edition, Renderer } from '@everyread/core';

/**
 * The name of an edition's file: `report.docx`, `report-large-print.docx`, `report-summary.brf`,
 * `report-daisy-3.zip`. Names that would be the same but for capitals get the format's name as well.
 *
 * @param taken - the names already given, in small letters
 */
export function nameOutput(slug: string, renderer: Renderer, edition: Edition, taken: ReadonlySet<string>): string {
  const parts = [slug];
  if (edition.name !== renderer.editions[0] && edition.name !== 'summary') parts.push(edition.name);
  if (edition.content === 'summary') parts.push('summary');
  // `zip` says nothing of what is inside, so the format's name does.
  if (renderer.extension === 'zip') parts.push(renderer.name);
  const plain = `${parts.join('-')}.${renderer.extension}`;
  if (!taken.has(plain.toLowerCase())) return plain;
  const named = `${[...parts, renderer.name].join('-')}.${renderer.extension}`;
  if (!taken.has(named.toLowerCase())) return named;
  let n = 2;
  while (taken.has(`${parts.join('-')}-${n}.${renderer.extension}`.toLowerCase())) n += 1;
  return `${parts.join('-')}-${n}.${renderer.extension}`;
}

/**
 * The name of the input without folder and ending, fit for every file system: letters, digits, dot, hyphen and
 * underscore; `report` where nothing is left.
 */
export function slugOf(path: string): string {
  const base = path.split(/[\\/]/).at(-1) ?? '';
  const stem = base.replace(/\.[^.]*$/, '') || base;
  const slug = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug || 'report';
}
