import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A PDF as tools of other people see it: glyphs with their places from MuPDF, the structure from poppler, objects from qpdf.
 * Lengths in points from the top left corner of the page.
 *
 * @typedef {{ text: string, x: number, right: number, top: number, baseline: number, sizePt: number, colour: string }} Glyph
 * @typedef {{ baseline: number, glyphs: Glyph[], spaces: number, text: string }} Line all glyphs of one baseline, from left to right
 * @typedef {{ width: number, height: number, glyphs: Glyph[], lines: Line[] }} Page
 * @typedef {{ type: string, objects: number[], children: (Tag | string)[] }} Tag
 * @typedef {{ page: number, rect: number[], target?: { page: number, y: number } }} Link
 * @typedef {{ pages: Page[], top: Tag, links: Map<number, Link>, bookmarks: { title: string, page: number, y: number }[] }} Seen
 */

/** Text without spaces and marks of direction, so that lines and paragraphs can be compared. */
export const bare = (text) => text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '');

/** @returns {Promise<Seen>} */
export async function readPages(path, kit) {
  const folder = kit.tempDir('pages');
  const stext = join(folder, 'stext.xml');
  const objectsPath = join(folder, 'objects.json');
  const run = async (command, args, codes = [0]) => {
    const result = await kit.runTool(command, args);
    if (!codes.includes(result.code)) throw new Error(`${command} ended with ${result.code}: ${result.stderr.trim().slice(0, 200)}`);
    return result;
  };
  await run('mutool', ['draw', '-q', '-F', 'stext', '-o', stext, path]);
  // 3: qpdf mended something and says so.
  await run('qpdf', ['--json=2', '--json-key=pages', '--json-key=qpdf', path, objectsPath], [0, 3]);
  const structure = await run('pdfinfo', ['-struct-text', path]);
  const objects = readObjects(JSON.parse(readFileSync(objectsPath, 'utf8')));
  const pages = readGlyphs(readFileSync(stext, 'utf8'));
  return { pages, top: readStructure(structure.stdout), ...readLinks(objects, pages) };
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    name ? (entities[name] ?? all) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

/** @returns {Page[]} */
function readGlyphs(xml) {
  const pages = [];
  let sizePt = 0;
  for (const [, tag, attributes] of xml.matchAll(/<(page|font|char) ([^>]*)>/g)) {
    const value = (name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (tag === 'page') pages.push({ width: Number(value('width')), height: Number(value('height')), glyphs: [], lines: [] });
    else if (tag === 'font') sizePt = Number(value('size'));
    else {
      const quad = value('quad').split(' ').map(Number);
      const xs = [quad[0], quad[2], quad[4], quad[6]];
      pages.at(-1).glyphs.push({
        text: decode(value('c')),
        x: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(quad[1], quad[3]),
        baseline: Number(value('y')),
        sizePt,
        colour: value('color'),
      });
    }
  }
  for (const page of pages) page.lines = linesOf(page.glyphs);
  return pages;
}

function linesOf(glyphs) {
  const lines = new Map();
  for (const glyph of glyphs) {
    const key = Math.round(glyph.baseline);
    const near = [key, key - 1, key + 1].find((each) => lines.has(each) && Math.abs(lines.get(each).baseline - glyph.baseline) < 0.6);
    const line = lines.get(near ?? key) ?? { baseline: glyph.baseline, glyphs: [], spaces: 0, text: '' };
    lines.set(near ?? key, line);
    if (bare(glyph.text) === '') line.spaces += 1;
    else line.glyphs.push(glyph);
  }
  // A raised mark belongs to the line below its own baseline.
  for (const [key, mark] of lines) {
    const below = mark.glyphs.every(({ text }) => /\d/.test(text)) && [...lines.values()].find((line) => raises(mark, line));
    if (!below) continue;
    below.glyphs.push(...mark.glyphs);
    lines.delete(key);
  }
  const sorted = [...lines.values()].filter(({ glyphs: own }) => own.length > 0).sort((a, b) => a.baseline - b.baseline);
  for (const line of sorted) {
    line.glyphs.sort((a, b) => a.x - b.x);
    line.text = bare(line.glyphs.map((glyph) => glyph.text).join(''));
  }
  return sorted;
}

/** Whether what stands in one line is a smaller mark, raised above another. */
function raises(mark, line) {
  const rise = line.baseline - mark.baseline;
  const size = Math.max(...line.glyphs.map((glyph) => glyph.sizePt));
  return rise > 0 && rise < size * 0.6 && mark.glyphs.every((glyph) => glyph.sizePt < size);
}

/** @returns {Tag} what `pdfinfo -struct-text` prints, by its indents */
function readStructure(printed) {
  const top = { type: '', objects: [], children: [] };
  const open = [{ indent: -1, tag: top }];
  for (const line of printed.split('\n')) {
    const [, space = '', content = ''] = /^(\s*)(.*)$/.exec(line);
    if (content === '') continue;
    while (open.at(-1).indent >= space.length) open.pop();
    const { tag } = open.at(-1);
    const object = /^Object (\d+) \d+$/.exec(content);
    if (object) tag.objects.push(Number(object[1]));
    else if (content.startsWith('"')) tag.children.push(content.replace(/^"|"$/g, ''));
    else if (!content.startsWith('/')) {
      const child = { type: /^\w+/.exec(content)?.[0] ?? content, objects: [], children: [] };
      tag.children.push(child);
      open.push({ indent: space.length, tag: child });
    }
  }
  return top;
}

function readObjects({ pages, qpdf }) {
  const objects = qpdf[1];
  const get = (value) => {
    const found = typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects[`obj:${value}`] : undefined;
    return found === undefined ? value : (found.value ?? found.stream?.dict);
  };
  return { pages: pages.map((page) => page.object), get, root: get(objects.trailer.value['/Root']) };
}

function readLinks({ pages, get, root }, seen) {
  /** An explicit destination; `y` from the top. */
  const place = (action) => {
    const target = get(get(action)?.['/D']);
    if (!Array.isArray(target)) return undefined;
    const page = pages.indexOf(target[0]);
    return page < 0 ? undefined : { page, y: seen[page].height - target[3] };
  };
  const links = new Map();
  pages.forEach((ref, page) => {
    for (const annotation of get(get(ref)['/Annots']) ?? []) {
      const dict = get(annotation);
      const [x1, y1, x2, y2] = get(dict['/Rect']);
      const { height } = seen[page];
      links.set(Number(annotation.split(' ')[0]), { page, rect: [x1, height - y2, x2, height - y1], target: place(dict['/A']) });
    }
  });
  const bookmarks = [];
  const walk = (ref) => {
    for (let item = get(ref); item; item = get(item['/Next'])) {
      const to = place(item['/A']);
      bookmarks.push({ title: String(item['/Title']).replace(/^u:/, ''), page: to?.page ?? -1, y: to?.y ?? 0 });
      if (item['/First']) walk(item['/First']);
    }
  };
  const outlines = get(root['/Outlines']);
  if (outlines) walk(outlines['/First']);
  return { links, bookmarks };
}

/** All tags in reading order, those left out that `skip` names. */
export function* tagsOf(tag, skip = () => false) {
  if (skip(tag)) return;
  yield tag;
  for (const child of tag.children) if (typeof child === 'object') yield* tagsOf(child, skip);
}

/** Everything that a tag says. */
export const textOf = (tag) => (typeof tag === 'string' ? tag : tag.children.map(textOf).join(''));
