import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from './places.mjs';

const load = (name) => import(pathToFileURL(join(places.root, 'packages', name, 'dist/index.js')).href);

/** The edition that a format has unless its file's name says another. */
const editionOf = { brf: 'braille', pef: 'braille', ebrl: 'braille', mp3: 'audio', zip: 'audio' };

/**
 * The prepared report that a file was made from.
 *
 * @param {string} source - path of the Markdown file
 * @param {string} text
 * @param {{ format: string, edition: string }} file
 */
export async function prepareDocument(source, text, file) {
  const core = await load('core');
  const { readMarkdown } = await load('markdown');
  const { report } = readMarkdown(text, { path: source });
  // A summary in a format of its own kind, such as Braille, is that kind with less content.
  const own = editionOf[file.format];
  const edition =
    own && file.edition === 'summary'
      ? core.makeEdition(own, { name: 'summary', content: 'summary' })
      : core.makeEdition(own ?? file.edition);
  return core.prepare(report, edition, { format: file.format });
}
