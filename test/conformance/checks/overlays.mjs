import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from '../kit/places.mjs';

const load = (name) => import(pathToFileURL(join(places.root, 'packages', name, 'dist/index.js')).href);
const limits = { maxFileBytes: 2e9, maxTotalBytes: 4e9 };

/**
 * Media overlays against the sound that ffmpeg decodes and against the report: EPUBCheck looks at neither. Every sentence of the
 * report is heard once, in the order of the text; clips abut and end with their sound; durations add up; notes and pages can be skipped.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'overlays',
  formats: ['epub'],
  tools: [{ command: 'ffmpeg', apt: 'ffmpeg' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(files.filter(isReadAloud), async (file) => {
      await look(file, kit, (message, place) => findings.push({ file, message, ...(place ? { place } : {}) }));
    });
    return findings;
  },
  proofs: [
    { name: 'a sentence without sound', path: /chapter-001\.smil$/, from: /<par id="par-2".*?<\/par>/, to: '' },
    { name: 'a clip that begins late', path: /chapter-001\.smil$/, from: /clipBegin="0:00:0(\d)/, to: 'clipBegin="0:00:3$1' },
    { name: 'a book that says it lasts longer', path: /package\.opf$/, from: /(media:duration">)0:/, to: '$11:' },
    { name: 'a note that can not be skipped', path: /\.smil$/, from: / epub:type="footnote"/, to: '' },
    { name: 'a page that can not be skipped', path: /\.smil$/, from: / epub:type="pagebreak"/, to: '' },
    { name: 'a group that is nowhere', path: /chapter-002\.smil$/, from: /(epub:type="\w+" epub:textref="[^#]*#)/, to: '$1no' },
  ].map(({ name, path, from, to }) => ({
    name,
    format: 'epub',
    suits: isReadAloud,
    damage: (bytes) => damage(bytes, path, from, to),
  })),
};

function isReadAloud(file) {
  return /-read-aloud\.epub$/.test(file.path);
}

async function damage(bytes, path, from, to) {
  const { unzip, zipFiles } = await load('zip');
  const files = [...unzip(bytes, limits)].map(([name, body]) =>
    path.test(name)
      ? { path: name, body: new TextEncoder().encode(new TextDecoder().decode(body).replace(from, to)) }
      : { path: name, body },
  );
  return zipFiles(files, { date: new Date('2024-01-01') });
}

/** A SMIL clock value in milliseconds (SMIL 3.0, 5.4.1). */
const clock = (text) => Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match.slice(1));

async function look(file, kit, say) {
  const { unzip } = await load('zip');
  const files = new Map(unzip(readFileSync(file.path), limits));
  const read = (path) => new TextDecoder().decode(files.get(path));
  const opf = read('EPUB/package.opf');
  const told = new Map(matches(opf, /<meta property="media:duration" refines="#([^"]+)">([^<]+)/g));
  const total = clock(/<meta property="media:duration">([^<]+)/.exec(opf)?.[1] ?? '0');
  const hrefOf = new Map(matches(opf, /<item id="([^"]+)" href="([^"]+)"/g));
  const overlayOf = new Map(matches(opf, /<item id="[^"]+" href="([^"]+)" media-type="[^"]+"[^>]* media-overlay="([^"]+)"/g));
  const heard = new Map();
  const clips = new Map();
  let sum = 0;
  for (const [href, overlay] of overlayOf) {
    const path = hrefOf.get(overlay);
    const smil = read(`EPUB/${path}`);
    const text = read(`EPUB/${href}`);
    const pars = matches(
      smil,
      /<par [^>]*?>\s*<text src="[^#"]*#([^"]+)"\/>\s*<audio src="([^"]+)" clipBegin="([^"]+)" clipEnd="([^"]+)"\/>/g,
    );
    if (pars.length !== matches(smil, /<(par) /g).length) say('a par holds no text or no sound', path);
    let own = 0;
    let last = -1;
    for (const [id, src, begin, end] of pars) {
      const at = text.indexOf(` id="${id}"`);
      if (at < 0) say(`${id} is not in the text`, path);
      else if (at < last) say(`${id} is heard after what it stands before`, path);
      last = Math.max(last, at);
      if (heard.has(id)) say(`${id} is heard twice`, path);
      heard.set(id, path);
      const [from, to] = [clock(begin), clock(end)];
      own += to - from;
      const list = clips.get(src) ?? [];
      list.push([from, to, id]);
      clips.set(src, list);
    }
    if (own !== clock(told.get(overlay) ?? '0')) say(`lasts ${own} ms and says ${told.get(overlay)}`, path);
    sum += own;
    for (const [id] of matches(smil, /epub:textref="[^"#]*#([^"]+)"/g))
      if (!text.includes(` id="${id}"`)) say(`the group ${id} is not in the text`, path);
    // What can be skipped says so: notes as wholes, pages one by one.
    const notes = matches(text, /<li id="(note-[^"]*|fn[^"]*)"/g).map(([id]) => id);
    for (const id of notes)
      if (!new RegExp(`<seq [^>]*epub:type="footnote" epub:textref="[^"#]*#${id}"`).test(smil))
        say(`the note ${id} can't be skipped`, path);
    for (const [id] of matches(text, /<(?:span|div) id="([^"]+)" class="page-break"/g))
      if (!new RegExp(`<par [^>]*epub:type="pagebreak"[^>]*>\\s*<text src="[^"#]*#${id}"`).test(smil))
        say(`the page ${id} can't be skipped`, path);
  }
  if (sum !== total) say(`the overlays last ${sum} ms, the book says ${total}`);
  await compareWithReport(file, heard, say);
  await compareWithSound(files, clips, kit, say);
}

/** Every sentence of the report, counted on the report. */
async function compareWithReport(file, heard, say) {
  const core = await load('core');
  const { readMarkdown } = await load('markdown');
  const { report } = readMarkdown(readFileSync(file.document.source, 'utf8'), { path: file.document.source });
  const prepared = core.prepare(report, core.makeEdition('read-aloud'), { format: 'epub', sentences: true });
  const missing = [];
  core.walk([...prepared.root.children, ...prepared.notes.map((note) => note.definition)], (node) => {
    if (node.type === 'sentence' && !heard.has(node.id)) missing.push(node.id);
  });
  if (missing.length > 0) say(`${missing.length} sentences of the report are not heard: ${missing.slice(0, 5).join(', ')}`);
}

/** The sound as ffmpeg decodes it, at one sample a value. */
async function compareWithSound(files, clips, kit, say) {
  const folder = kit.tempDir('overlays');
  for (const [src, list] of clips) {
    const path = `EPUB/${src.replace(/^\.\.\//, '')}`;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, files.get(path));
    const { body } = await kit.runTool('ffmpeg', ['-v', 'error', '-i', target, '-f', 's16le', '-ac', '1', '-ar', '16000', '-'], {
      bytes: true,
    });
    const decoded = (body.length / 2 / 16000) * 1000;
    list.sort((a, b) => a[0] - b[0]);
    for (let each = 1; each < list.length; each += 1)
      if (list[each][0] !== list[each - 1][1]) say(`before ${list[each][2]} the sound has a gap`, path);
    if (list[0][0] !== 0) say('the first clip begins late', path);
    if (Math.abs(list.at(-1)[1] - decoded) > 100)
      say(`the last clip ends at ${list.at(-1)[1]} ms, the sound at ${decoded.toFixed(0)} ms`, path);
  }
}
