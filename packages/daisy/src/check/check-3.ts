import { readClock } from '../book/clock.js';
import type { Checked } from './finding.js';
import { agrees, checkAssets, checkClips, checkOrder, idsOf, open, placesOf, splitHref } from './parts.js';
import { all, first, metaOf, type XmlElement } from './xml.js';
import type { DaisyRule } from '../messages.js';

/** ANSI/NISO Z39.86-2005. */
export function check3(checked: Checked): void {
  const opf = open(checked, checked.entry);
  if (opf === undefined) return;
  const say = (rule: DaisyRule, message: string): void => checked.say(rule, checked.entry, message);
  const items = new Map(all(opf, 'item').map((item) => [item.attributes['id'] ?? '', item.attributes]));
  const listed = new Set([...items.values()].map((item) => item['href'] ?? ''));
  for (const file of listed) if (!checked.files.has(file)) say('file-missing', `the manifest lists ${file}, which is not there`);
  for (const file of checked.files.keys()) if (!listed.has(file)) say('file-extra', `${file} is not in the manifest`);
  checkTypes(items.values(), say);
  const uid = checkMetadata(opf, say);
  const fileOf = (type: string): string | undefined => [...items.values()].find((item) => item['media-type'] === type)?.['href'];
  const smils = all(opf, 'itemref').map((ref) => items.get(ref.attributes['idref'] ?? '')?.['href'] ?? '');
  const all3 = [...items.values()].filter((item) => item['media-type'] === 'application/smil').map((item) => item['href'] ?? '');
  if (all3.join('\n') !== smils.join('\n')) say('spine', 'the spine does not list every SMIL file once, in order');
  const text = fileOf('application/x-dtbook+xml');
  const dtbook = text === undefined ? undefined : open(checked, text);
  const textIds = text !== undefined && dtbook !== undefined ? idsOf(checked, text, dtbook) : new Set<string>();
  const book: Book3 = {
    uid,
    ids: new Map(),
    tests: new Map(),
    textIds,
    places: dtbook === undefined ? new Map() : placesOf(dtbook),
    text: text ?? '',
  };
  let elapsedMs = 0;
  for (const file of smils) elapsedMs += checkSmil(checked, file, elapsedMs, book);
  const total = metaOf(opf, 'dtb:totalTime')[0];
  if (total === undefined || Math.abs(readClock(total) - elapsedMs) > 500)
    say('total-time', `dtb:totalTime is ${total ?? 'missing'}, the sound ${elapsedMs} ms`);
  if (dtbook !== undefined) {
    checkBack(checked, dtbook, book);
    checkAssets(checked, book.text, dtbook);
    checkPageKinds(checked, book.text, dtbook);
  }
  const ncx = fileOf('application/x-dtbncx+xml');
  if (ncx === undefined) say('file-missing', 'there is no navigation file');
  else checkNcx(checked, ncx, book);
  const res = fileOf('application/x-dtbresource+xml');
  if (res !== undefined) checkResources(checked, res, book);
}

const typeOfEnding: Readonly<Record<string, string>> = {
  opf: 'text/xml',
  smil: 'application/smil',
  ncx: 'application/x-dtbncx+xml',
  res: 'application/x-dtbresource+xml',
  mp3: 'audio/mpeg',
  css: 'text/css',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** Media types, and one navigation file and one package file (Z39.86-2005, 3.3). */
function checkTypes(items: Iterable<Readonly<Record<string, string>>>, say: (rule: DaisyRule, message: string) => void): void {
  const counts = new Map<string, number>();
  for (const item of items) {
    const type = item['media-type'] ?? '';
    counts.set(type, (counts.get(type) ?? 0) + 1);
    const ending = /\.(\w+)$/.exec(item['href'] ?? '')?.[1]?.toLowerCase() ?? '';
    const wanted = typeOfEnding[ending];
    if (wanted !== undefined && wanted !== type) say('file-type', `${item['href'] ?? ''} is listed as “${type}”, not ${wanted}`);
  }
  for (const type of ['application/x-dtbncx+xml', 'application/x-dtbook+xml'])
    if (counts.get(type) !== 1) say('file-type', `there are ${counts.get(type) ?? 0} files of the type ${type}, not one`);
}

interface Book3 {
  uid: string;
  /** Names in each SMIL file. */
  ids: Map<string, Set<string>>;
  /** What can be skipped: id → defaultState and override. */
  tests: Map<string, string>;
  textIds: Set<string>;
  /** Where each name stands in the text. */
  places: ReadonlyMap<string, number>;
  text: string;
}

function checkMetadata(opf: XmlElement, say: (rule: DaisyRule, message: string) => void): string {
  for (const name of ['dc:Title', 'dc:Identifier', 'dc:Publisher', 'dc:Date', 'dc:Format', 'dc:Language'])
    if (all(opf, name).length < 1) say('opf-meta', `${name} is missing`);
  for (const name of ['dtb:multimediaType', 'dtb:multimediaContent', 'dtb:totalTime'])
    if (metaOf(opf, name).length !== 1) say('opf-meta', `${name} is not there once`);
  if (first(opf, 'dc:Format')?.text !== 'ANSI/NISO Z39.86-2005') say('opf-meta', 'dc:Format is not “ANSI/NISO Z39.86-2005”');
  const date = first(opf, 'dc:Date')?.text ?? '';
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) say('opf-meta', `dc:Date is “${date}”`);
  return all(opf, 'dc:Identifier').find((element) => element.attributes['id'] === opf.attributes['unique-identifier'])?.text ?? '';
}

function checkUid(checked: Checked, file: string, root: XmlElement, uid: string): void {
  if (metaOf(root, 'dtb:uid')[0] !== uid) checked.say('uid', file, 'dtb:uid is another than that of the package');
}

function checkSmil(checked: Checked, file: string, elapsedMs: number, book: Book3): number {
  const smil = open(checked, file);
  if (smil === undefined) return 0;
  book.ids.set(file, idsOf(checked, file, smil));
  checkUid(checked, file, smil, book.uid);
  if (metaOf(smil, 'dtb:generator').length !== 1) checked.say('smil-meta', file, 'dtb:generator is not there once');
  const clips = all(smil, 'audio').map(({ attributes }) => ({
    src: attributes['src'] ?? '',
    beginMs: readClock(attributes['clipBegin'] ?? ''),
    endMs: readClock(attributes['clipEnd'] ?? ''),
  }));
  const length = checkClips(checked, file, clips);
  const elapsed = metaOf(smil, 'dtb:totalElapsedTime')[0];
  if (!agrees(elapsed, elapsedMs))
    checked.say('smil-time', file, `dtb:totalElapsedTime is ${elapsed ?? 'missing'}, the sound before it ${elapsedMs} ms`);
  const defined = new Map(
    all(smil, 'customTest').map(({ attributes }) => [
      attributes['id'] ?? '',
      `${attributes['defaultState'] ?? 'false'} ${attributes['override'] ?? 'hidden'}`,
    ]),
  );
  for (const [id, state] of defined) {
    if (book.tests.has(id) && book.tests.get(id) !== state) checked.say('custom-test', file, `the test ${id} differs from file to file`);
    book.tests.set(id, state);
  }
  for (const par of all(smil, 'par')) if (all(par, 'audio').length > 1) checked.say('par-audio', file, 'a par holds more than one sound');
  const texts = all(smil, 'text').map((each) => splitHref(each.attributes['src'] ?? '')[1]);
  checkOrder(checked, file, texts, book.places);
  const main = first(smil, 'seq')?.attributes['dur'];
  if (main !== undefined && Math.abs(readClock(main) - length) > 20)
    checked.say('smil-time', file, `the sequence says ${main}, its clips last ${length} ms`);
  for (const element of all(smil)) {
    const { customTest } = element.attributes;
    if (customTest !== undefined && !defined.has(customTest)) checked.say('custom-test', file, `the test ${customTest} is not defined`);
    if (element.name !== 'text') continue;
    const [to, id] = splitHref(element.attributes['src'] ?? '');
    if (to !== book.text || !book.textIds.has(id))
      checked.say('text-missing', file, `the text ${element.attributes['src'] ?? ''} is not there`);
  }
  return length;
}

/** Normal pages are numbers, those of the front matter Roman ones (DTBook 2005-3, pagenum). */
function checkPageKinds(checked: Checked, file: string, dtbook: XmlElement): void {
  for (const { attributes, text } of all(dtbook, 'pagenum')) {
    const kind = attributes['page'] ?? 'normal';
    const fits = kind === 'normal' ? /^\d+$/ : kind === 'front' ? /^[ivxlcdm]+$/i : /^/;
    if (!fits.test(text.trim())) checked.say('page-kind', file, `the page “${text.trim()}” is no ${kind} page`);
  }
}

/** Each smilref must lead to a place, and whatever is spoken must lead back. */
function checkBack(checked: Checked, dtbook: XmlElement, book: Book3): void {
  checkUid(checked, book.text, dtbook, book.uid);
  for (const element of all(dtbook)) {
    const { smilref, idref } = element.attributes;
    if (smilref !== undefined) {
      const [file, id] = splitHref(smilref);
      if (!book.ids.get(file)?.has(id)) checked.say('link-dead', book.text, `smilref ${smilref} leads nowhere`);
    }
    if (idref !== undefined && !book.textIds.has(idref.replace(/^#/, '')))
      checked.say('link-dead', book.text, `idref ${idref} leads nowhere`);
    const { href, external } = element.attributes;
    if (element.name === 'a' && external !== 'true' && href?.startsWith('#') && !book.textIds.has(href.slice(1)))
      checked.say('link-dead', book.text, `the link ${href} leads nowhere`);
  }
}

function checkNcx(checked: Checked, file: string, book: Book3): void {
  const ncx = open(checked, file);
  if (ncx === undefined) return;
  const say = (rule: DaisyRule, message: string): void => checked.say(rule, file, message);
  idsOf(checked, file, ncx);
  checkUid(checked, file, ncx, book.uid);
  for (const name of ['dtb:depth', 'dtb:generator', 'dtb:totalPageCount', 'dtb:maxPageNumber'])
    if (metaOf(ncx, name).length !== 1) say('ncx-meta', `${name} is not there once`);
  const tests = new Map(
    all(ncx, 'smilCustomTest').map(({ attributes }) => [
      attributes['id'] ?? '',
      `${attributes['defaultState'] ?? 'false'} ${attributes['override'] ?? 'hidden'}`,
    ]),
  );
  for (const id of new Set([...tests.keys(), ...book.tests.keys()]))
    if (tests.get(id) !== book.tests.get(id)) say('custom-test', `the test ${id} is not the same in the NCX and the SMIL files`);
  const orders = new Map<number, string>();
  const targets = new Map<string, number>();
  for (const point of all(ncx)) {
    const { playOrder } = point.attributes;
    if (playOrder === undefined) continue;
    if (!point.children.some((child) => child.name === 'navLabel' && child.text.trim() !== ''))
      say('ncx-label', `the ${point.name} ${point.attributes['id'] ?? ''} has no words`);
    const target = point.children.find((child) => child.name === 'content')?.attributes['src'] ?? '';
    const [smil, id] = splitHref(target);
    if (!book.ids.get(smil)?.has(id)) say('link-dead', `${target} leads nowhere`);
    const order = Number(playOrder);
    if (orders.has(order) && orders.get(order) !== target) say('play-order', `playOrder ${order} stands for two places`);
    if (targets.has(target) && targets.get(target) !== order) say('play-order', `${target} has two playOrders`);
    orders.set(order, target);
    targets.set(target, order);
  }
  for (let n = 1; n <= orders.size; n += 1) if (!orders.has(n)) say('play-order', `playOrder ${n} is missing`);
  const pages = all(ncx, 'pageTarget');
  if (Number(metaOf(ncx, 'dtb:totalPageCount')[0]) !== pages.length)
    say('ncx-count', `dtb:totalPageCount is ${metaOf(ncx, 'dtb:totalPageCount')[0] ?? 'missing'}, counted ${pages.length}`);
  const most = Math.max(0, ...pages.map((page) => Number(page.attributes['value'] ?? 0)));
  if (Number(metaOf(ncx, 'dtb:maxPageNumber')[0]) !== most) say('ncx-count', `dtb:maxPageNumber is not ${most}`);
  if (Number(metaOf(ncx, 'dtb:depth')[0]) !== depthOf(first(ncx, 'navMap'))) say('ncx-count', 'dtb:depth is not the depth of the headings');
  checkClipsInNcx(checked, file, ncx);
}

function depthOf(element: XmlElement | undefined): number {
  const points = element?.children.filter((child) => child.name === 'navPoint') ?? [];
  return points.length === 0 ? 0 : 1 + Math.max(...points.map(depthOf));
}

function checkClipsInNcx(checked: Checked, file: string, ncx: XmlElement): void {
  for (const { attributes } of all(ncx, 'audio'))
    checkClips(checked, file, [
      { src: attributes['src'] ?? '', beginMs: readClock(attributes['clipBegin'] ?? ''), endMs: readClock(attributes['clipEnd'] ?? '') },
    ]);
}

function checkResources(checked: Checked, file: string, book: Book3): void {
  const res = open(checked, file);
  if (res === undefined) return;
  const selects = all(res, 'nodeSet').map((set) => set.attributes['select'] ?? '');
  for (const id of book.tests.keys())
    if (!selects.some((select) => select.includes(`@customTest='${id}'`)))
      checked.say('resource', file, `nothing is said for what can be skipped as ${id}`);
}
