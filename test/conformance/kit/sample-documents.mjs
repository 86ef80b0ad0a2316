import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawPng } from './pictures.mjs';
import { places } from './places.mjs';

const front = (title) => `---\ntitle: ${title}\nlang: en-GB\npublisher: A charity\ndate: 2024-03-22\n---\n\n`;

/** Pictures that the examples of the node table name. */
function drawPictures(folder, markdown) {
  for (const [, path] of markdown.matchAll(/(?:src="|\]\()(images\/[\w./-]+\.png)/g)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, drawPng(path.includes('tick') ? 24 : 320, path.includes('tick') ? 24 : 200));
  }
  for (const [, name] of markdown.matchAll(/\]\(images\/([\w-]+\.(?:gif|webp))\)/g)) {
    mkdirSync(join(folder, 'images'), { recursive: true });
    copyFileSync(join(places.root, 'packages/pictures/test/fixtures', name), join(folder, 'images', name));
  }
}

/** Pictures that formats without GIF and WebP carry as PNG. */
const webPictures = ['still.gif', 'interlaced.gif', 'moving.gif', 'lossless.webp', 'lossy.webp', 'lossy-alpha.webp', 'moving.webp'];

function write(name, kind, markdown) {
  const folder = join(places.out, 'documents', name);
  mkdirSync(folder, { recursive: true });
  drawPictures(folder, markdown);
  const source = join(folder, `${name}.md`);
  writeFileSync(source, markdown);
  return { name, kind, source };
}

/** The documents that the editions are made from; the real report only where it is. */
export async function sampleDocuments(say) {
  const documents = [];
  if (existsSync(places.report)) documents.push({ name: 'impact-report-2023', kind: 'report', source: places.report });
  else say('notice: the real report is not beside the repository, so it is left out');
  if (existsSync(places.example)) documents.push({ name: 'example', kind: 'example', source: places.example });
  else say('notice: examples/impact-report/report.md is not there');
  if (existsSync(places.charitySet)) {
    const sets = { 'charity-set': ['--config', places.charitySet], 'summary-page': ['--to', 'html:summary'] };
    for (const [name, flags] of Object.entries(sets)) documents.push({ name, kind: 'set', source: places.example, flags });
  }
  const { nodeTable } = await import(pathToFileURL(join(places.root, 'packages/core/dist/index.js')).href);
  const specs = Object.values(nodeTable);
  const gallery = specs.map((spec) => `# Node: ${spec.title}\n\n${spec.description}\n\n${spec.example}\n`).join('\n');
  documents.push(write('gallery', 'gallery', front('Gallery of nodes') + gallery));
  const shown = webPictures.map((name) => `![Three quarters in colour, ${name.replace('.', ' ')}.](images/${name})\n`).join('\n');
  documents.push(write('web-pictures', 'odd', `${front('Pictures of a web site')}# Pictures\n\n${shown}`));
  for (const spec of specs) {
    const name = `node-${spec.type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    documents.push(write(name, 'node', `${front(`The node ${spec.type}`)}# About the node\n\n${spec.example}\n\nWords that follow.\n`));
  }
  for (const file of readdirSync(places.documents).filter((each) => each.endsWith('.md'))) {
    documents.push({ name: basename(file, '.md'), kind: 'odd', source: join(places.documents, file) });
  }
  return documents;
}
