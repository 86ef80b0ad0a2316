import { EveryreadError, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import type { SheetRow } from './csv.js';
import type { SheetPicture } from './pictures.js';

/** What was changed of one picture. */
export interface AltChange {
  picture: SheetPicture;
  alt: string;
  decorative: boolean;
}

/**
 * Puts the text alternatives of a sheet into the Markdown and changes nothing else.
 *
 * @param text - the Markdown as it is
 * @returns the new Markdown, and what was changed
 * @throws {EveryreadError} code `misuse`, when the sheet belongs to another state of the report, or a picture can't be written as asked
 */
export function applySheet(
  text: string,
  pictures: readonly SheetPicture[],
  rows: readonly SheetRow[],
  path: string,
): { text: string; changes: AltChange[] } {
  const changes: AltChange[] = [];
  for (const row of rows) {
    const picture = pictures[row.number - 1];
    if (!picture || picture.file !== row.file || picture.mark !== row.mark) throw another(row, picture);
    if (picture.alt.trim() === row.alt && picture.decorative === row.decorative) continue;
    if (row.decorative && row.alt !== '' && row.alt !== picture.alt.trim())
      throw new EveryreadError('misuse', `Picture ${row.number} (${row.file}) is decorative and has a new text alternative`, {
        hint: 'Choose one of the two.',
      });
    changes.push({ picture, alt: row.decorative ? '' : row.alt, decorative: row.decorative });
  }
  let out = text;
  for (const change of [...changes].sort((a, b) => offsetOf(b.picture) - offsetOf(a.picture))) {
    const at = offsetOf(change.picture);
    const end = change.picture.node.position?.end.offset ?? out.length;
    out = out.slice(0, at) + written(out.slice(at, end), change) + out.slice(end);
  }
  checkWritten(out, changes, pictures, path);
  return { text: out, changes };
}

const offsetOf = (picture: SheetPicture): number => picture.node.position?.start.offset ?? 0;

function another(row: SheetRow, picture: SheetPicture | undefined): EveryreadError {
  const now = picture ? `now it is ${picture.file}, with another picture or another text alternative` : 'now there is no such picture';
  return new EveryreadError('misuse', `The sheet says that picture ${row.number} is ${row.file}; ${now}. Nothing was changed`, {
    hint: 'The report has changed since the sheet was made: make a new one, and carry your words over.',
  });
}

/** The source of a picture with its new alternative. */
function written(source: string, change: AltChange): string {
  const { picture, alt, decorative } = change;
  const image = /^!\[((?:\\.|[^\]\\])*)\]/.exec(source);
  if (image) {
    if (decorative)
      throw new EveryreadError('misuse', `Picture ${picture.number} (${picture.file}) stands in a line, which can’t be decorative`, {
        hint: 'Make it a figure: :::figure{src="…" decorative}, or give it a text alternative.',
      });
    return `![${alt.replace(/[\\[\]*_`<&]/g, '\\$&')}]${source.slice(image[0].length)}`;
  }
  const line = /^.*/.exec(source)![0];
  const block = /\{((?:[^"'{}]|"[^"]*"|'[^']*')*)\}\s*$/.exec(line);
  if (!block)
    throw new EveryreadError('misuse', `Picture ${picture.number} (${picture.file}) is written in a way that can’t be changed here`, {
      hint: `Change it by hand, at line ${picture.line ?? '?'}.`,
    });
  const kept = [...block[1]!.matchAll(/([^\s="']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].filter(
    ([, name]) => name !== 'decorative' && !(name === 'alt' && (decorative || alt === '')),
  );
  const value = `alt="${alt.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
  const parts = kept.map(([whole, name]) => (name === 'alt' ? value : whole));
  if (alt !== '' && !kept.some(([, name]) => name === 'alt')) parts.push(value);
  if (decorative) parts.push('decorative');
  const start = block.index;
  return `${line.slice(0, start)}{${parts.join(' ')}}${line.slice(start + block[0].trimEnd().length)}${source.slice(line.length)}`;
}

/** Reads the new Markdown: the alternatives must be those of the sheet, and all else as it was. */
function checkWritten(text: string, changes: readonly AltChange[], pictures: readonly SheetPicture[], path: string): void {
  const report: Report = readMarkdown(text, { path }).report;
  const after = altsOf(report);
  const wanted = pictures.map((picture) => {
    const change = changes.find((each) => each.picture === picture);
    return change ? { alt: change.alt, decorative: change.decorative } : { alt: picture.alt.trim(), decorative: picture.decorative };
  });
  if (JSON.stringify(after) !== JSON.stringify(wanted))
    throw new EveryreadError('misuse', 'The text alternatives can’t be written into this Markdown without changing something else', {
      hint: 'Nothing was changed. Write them by hand, or report it with the document.',
    });
}

function altsOf(report: Report): { alt: string; decorative: boolean }[] {
  const found: { alt: string; decorative: boolean }[] = [];
  const visit = (node: { type: string; alt?: string | null; src?: string; decorative?: boolean; children?: unknown[] }): void => {
    if (node.type === 'image' || node.type === 'figure' || (node.type === 'card' && node.src !== undefined))
      found.push({ alt: (node.alt ?? '').trim(), decorative: node.decorative === true });
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  for (const child of report.root.children) visit(child as Parameters<typeof visit>[0]);
  return found;
}
