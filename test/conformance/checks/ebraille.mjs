import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { epubCheck, epubCheckTools } from '../kit/epub-check.mjs';

/** What eBraille 1.0 requires and EPUBCheck, which knows EPUB only, calls undefined. */
const ebrailleProperties = ['brailleCellType', 'brailleSystem', 'completeTranscription', 'producer', 'tactileGraphics'].map(
  (name) => `a11y:${name}`,
);
const metadata = [...ebrailleProperties, 'dcterms:dateCopyrighted', 'dcterms:modified'];
const elements = ['creator', 'date', 'format', 'identifier', 'language', 'title'];

/** The MUSTs of eBraille 1.0 that can be read off the files; EPUBCheck sees to those of EPUB. */
function mustFindings(files) {
  const found = [];
  const text = (name) => (files[name] ? strFromU8(files[name]) : '');
  for (const name of ['package.opf', 'index.html']) if (!files[name]) found.push(`${name} is not in the root`);
  const opf = text('package.opf');
  for (const property of metadata) if (!opf.includes(`property="${property}"`)) found.push(`metadata ${property} is missing`);
  for (const element of elements) if (!new RegExp(`<dc:${element}[ >]`).test(opf)) found.push(`metadata dc:${element} is missing`);
  if (!opf.includes('<dc:format>eBraille 1.0</dc:format>')) found.push('dc:format is not eBraille 1.0');
  if (/ fallback=/.test(opf)) found.push('the manifest has fallbacks');
  if (/pre-paginated/.test(opf)) found.push('the layout is fixed');
  if (!/<link rel="publication"/.test(text('index.html'))) found.push('index.html does not point to the package');
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.endsWith('.html')) continue;
    const html = strFromU8(bytes);
    if (/[^\u2800-\u28ff\s]/.test(html.replace(/<[^>]*>/g, ''))) found.push(`${name} holds text that is not Braille`);
    if (/<script|<form|<object|src="(?:https?:)?\/\//.test(html)) found.push(`${name} holds what eBraille forbids`);
    for (const [, value] of html.matchAll(/ (?:alt|aria-label)="([^"]*)"/g))
      if (/[^\u2800-\u28ff\s]/.test(value)) found.push(`${name} names something in print: ${value}`);
  }
  return found;
}

const change = (name, from, to) => (bytes) => {
  const files = unzipSync(bytes);
  files[name] = strToU8(strFromU8(files[name]).replace(from, to));
  const { mimetype, ...rest } = files;
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest });
};

/**
 * eBraille as EPUBCheck sees it, but for the properties that are eBraille's own, and the rules of eBraille 1.0 by ours.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'ebraille',
  formats: ['ebrl'],
  tools: epubCheckTools,
  async run(files, kit) {
    const findings = [];
    for (const file of files) for (const message of mustFindings(unzipSync(readFileSync(file.path)))) findings.push({ file, message });
    const folder = kit.tempDir('ebraille');
    const whole = files.filter((file) => file.document.kind !== 'node');
    const copies = whole.map((file, index) => {
      const copy = join(folder, `${index}.epub`);
      copyFileSync(file.path, copy);
      return copy;
    });
    const judged = await epubCheck(kit, copies);
    for (const [index, file] of whole.entries()) {
      for (const message of judged[index]) {
        if (message.ID === 'OPF-027' && ebrailleProperties.some((property) => message.message.includes(property))) continue;
        const place = message.locations[0];
        findings.push({ file, rule: message.ID, message: message.message, place: place ? `${place.path}:${place.line}` : undefined });
      }
    }
    return findings;
  },
  proofs: [
    {
      name: 'the braille system is gone',
      format: 'ebrl',
      damage: change('package.opf', /<meta property="a11y:brailleSystem">[^<]*<\/meta>/, ''),
    },
    { name: 'print in the text', format: 'ebrl', damage: change('ebraille/title.html', '</h1>', ' print</h1>') },
    { name: 'a link leads nowhere', format: 'ebrl', damage: change('index.html', 'href="ebraille/', 'href="ebraille/gone-') },
  ],
};
