import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { epubCheck, epubCheckTools } from '../kit/epub-check.mjs';

/** Off unless asked for: empty links, header cells, header rows, meaning in `epub:type`, captions of tables. */
const raised = ['ACC-004', 'ACC-005', 'ACC-006', 'ACC-007', 'ACC-012'];

/**
 * What may stay, and why.
 * - ACC-007 on a picture of the report: an SVG of the author's is not ours to mark up.
 * - ACC-006 on a table whose headers are all in its first column: it has no header row.
 */
function mayStay(message, location, files) {
  if (message.ID === 'ACC-007') return /^EPUB\/images\//.test(location.path);
  if (message.ID !== 'ACC-006') return false;
  const tables = strFromU8(files[location.path]).match(/<table[\s\S]*?<\/table>/g) ?? [];
  return tables.every((table) => table.includes('<thead') || table.includes('scope="row"'));
}

/** Damages one file of a book, keeping `mimetype` first. */
const change = (pattern, from, to) => (bytes) => {
  const files = unzipSync(bytes);
  const path = Object.keys(files).find((name) => pattern.test(name) && strFromU8(files[name]).includes(from));
  if (path !== undefined) files[path] = strToU8(strFromU8(files[path]).replaceAll(from, to));
  const { mimetype, ...rest } = files;
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest });
};

/** @type {import('../kit/contract.d.ts').Check} */
export const check = {
  name: 'epubcheck',
  formats: ['epub'],
  tools: epubCheckTools,
  async run(files, kit) {
    const severities = join(kit.tempDir('epubcheck'), 'severities.txt');
    writeFileSync(severities, ['ID\tSeverity\tMessage\tSuggestion', ...raised.map((id) => `${id}\tERROR\t\t`), ''].join('\n'));
    const findings = [];
    const judged = await epubCheck(
      kit,
      files.map((file) => file.path),
      ['-c', severities],
    );
    for (const [index, file] of files.entries()) {
      const inside = judged[index].length > 0 ? unzipSync(readFileSync(file.path)) : {};
      for (const message of judged[index]) {
        for (const location of message.locations) {
          if (mayStay(message, location, inside)) continue;
          findings.push({ file, rule: message.ID, message: message.message, place: `${location.path}:${location.line}` });
        }
      }
    }
    return findings;
  },
  proofs: [
    { name: 'a picture lost its alternative', format: 'epub', damage: change(/title\.xhtml$/, '<h1', '<img src="images/none.png"/><h1') },
    { name: 'a link leads nowhere', format: 'epub', damage: change(/nav\.xhtml$/, 'href="', 'href="gone-') },
    { name: 'the language is gone', format: 'epub', damage: change(/\.opf$/, '<dc:language>', '<dc:language>not a tag ') },
  ],
};
