import { readdir } from 'node:fs/promises';
import { EveryreadError, type Renderer } from '@everyread/core';
import type { Registry } from '../registry.js';
import type { BuiltEdition } from './check-output.js';

/** What is made beside the editions: pages about them, all of them in one archive, Braille as a page to look at. */
export const besideEditions = /^(?:index|conformance)\.html$|-all\.zip$|\.braille\.html$/;

/**
 * Tells by their names what the files of a folder are, where the record of their build is not there: `report-large-print.docx` is
 * the large print of the format `docx`.
 *
 * @param only - the one file that is asked for
 * @throws {EveryreadError} code `misuse`, when no file is an edition
 */
export async function guessEditions(folder: string, registry: Registry, only?: string): Promise<BuiltEdition[]> {
  const renderers = await registry.list();
  const found: BuiltEdition[] = [];
  for (const name of only === undefined ? (await readdir(folder)).sort() : [only]) {
    if (besideEditions.test(name)) continue;
    const renderer = renderers.find((each) => isMadeBy(name, each));
    if (renderer) found.push(guessEdition(name, renderer));
  }
  if (found.length > 0) return found;
  throw new EveryreadError('misuse', only === undefined ? `${folder} holds no edition` : `${only} has the name of no format`, {
    hint: 'Name the folder that `everyread build` wrote, such as dist, or an edition in it; `everyread formats` lists the endings.',
  });
}

/** Whether a file has the name of a format; a `.zip` says nothing of what is inside, so that its format's name does. */
function isMadeBy(name: string, { extension, name: format }: Renderer): boolean {
  return name.endsWith(extension === 'zip' ? `-${format}.zip` : `.${extension}`);
}

function guessEdition(name: string, renderer: Renderer): BuiltEdition {
  const ending = renderer.extension === 'zip' ? `-${renderer.name}.zip` : `.${renderer.extension}`;
  const stem = name.slice(0, -ending.length);
  const content = /-summary$/.test(stem) ? 'summary' : 'full';
  const edition = renderer.editions.find((each) => stem.replace(/-summary$/, '').endsWith(`-${each}`)) ?? renderer.editions[0];
  return { format: renderer.name, edition, content, files: [{ path: name, mediaType: renderer.mediaType }] };
}
