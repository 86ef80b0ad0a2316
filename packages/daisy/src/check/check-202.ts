import { readClock } from '../book/clock.js';
import type { Checked } from './finding.js';
import { agrees, checkAssets, checkClips, checkOrder, idsOf, open, placesOf, splitHref } from './parts.js';
import { all, first, metaOf, type XmlElement } from './xml.js';
import type { DaisyRule } from '../messages.js';

const once = [
  'dc:date',
  'dc:format',
  'dc:identifier',
  'dc:title',
  'dc:publisher',
  'ncc:charset',
  'ncc:pageFront',
  'ncc:pageNormal',
  'ncc:pageSpecial',
  'ncc:tocItems',
  'ncc:totalTime',
];
const atLeastOnce = ['dc:creator', 'dc:language'];

/** DAISY 2.02 Recommendation (28 February 2001). */
export function check202(checked: Checked): void {
  const ncc = open(checked, checked.entry);
  if (ncc === undefined) return;
  const say = (rule: DaisyRule, message: string): void => checked.say(rule, checked.entry, message);
  for (const name of once)
    if (metaOf(ncc, name).length !== 1) say('ncc-meta', `${name} stands ${metaOf(ncc, name).length} times, not once`);
  for (const name of atLeastOnce) if (metaOf(ncc, name).length < 1) say('ncc-meta', `${name} is missing`);
  if (metaOf(ncc, 'dc:format')[0] !== 'Daisy 2.02') say('ncc-meta', 'dc:format is not “Daisy 2.02”');
  const body = first(ncc, 'body')?.children ?? [];
  if (body[0]?.name !== 'h1' || body[0].attributes['class'] !== 'title') say('ncc-title', 'the first item is not h1 class="title"');
  checkCounts(ncc, body, say);
  checkLevels(body, say);
  checkPages(ncc, body, say);
  checkFacts(checked, ncc, body, say);
  const smils = smilOrder(body);
  const ids = new Map<string, Set<string>>();
  let elapsedMs = 0;
  for (const file of smils) elapsedMs += checkSmil(checked, file, elapsedMs, ids);
  for (const item of body) {
    const href = all(item, 'a')[0]?.attributes['href'] ?? '';
    const [file, id] = splitHref(href);
    if (!ids.get(file)?.has(id)) say('link-dead', `the item “${item.text.trim()}” leads to ${href}, which is not there`);
  }
  if (!agrees(metaOf(ncc, 'ncc:totalTime')[0], elapsedMs))
    say('total-time', `ncc:totalTime is ${metaOf(ncc, 'ncc:totalTime')[0] ?? 'missing'}, the sound ${elapsedMs} ms`);
  checkMaster(checked, smils);
}

function checkCounts(ncc: XmlElement, body: readonly XmlElement[], say: (rule: DaisyRule, message: string) => void): void {
  const counted: [string, number][] = [
    ['ncc:tocItems', body.length],
    ...['front', 'normal', 'special'].map((page): [string, number] => [
      `ncc:page${page[0]!.toUpperCase()}${page.slice(1)}`,
      body.filter((item) => item.attributes['class'] === `page-${page}`).length,
    ]),
    ['ncc:footnotes', body.filter((item) => item.attributes['class'] === 'noteref').length],
  ];
  for (const [name, number] of counted) {
    const printed = metaOf(ncc, name)[0];
    if ((printed !== undefined || number > 0) && Number(printed) !== number)
      say('ncc-count', `${name} is ${printed ?? 'missing'}, counted ${number}`);
  }
}

function checkLevels(body: readonly XmlElement[], say: (rule: DaisyRule, message: string) => void): void {
  let level = 1;
  for (const item of body) {
    const own = /^h([1-6])$/.exec(item.name)?.[1];
    if (own === undefined) continue;
    if (Number(own) > level + 1) say('heading-skip', `“${item.text.trim()}” skips a level`);
    level = Number(own);
  }
}

/** Kinds of pages, and the largest number (DAISY 2.02, 2.1.2 and 2.1.3). */
function checkPages(ncc: XmlElement, body: readonly XmlElement[], say: (rule: DaisyRule, message: string) => void): void {
  const numbers: number[] = [];
  for (const item of body) {
    if (item.name !== 'span' || !/^page-/.test(item.attributes['class'] ?? '')) continue;
    const label = item.text.trim();
    if (item.attributes['class'] !== 'page-normal') continue;
    if (!/^\d+$/.test(label)) say('page-kind', `the page “${label}” is a normal page and no number`);
    else numbers.push(Number(label));
  }
  const [most] = metaOf(ncc, 'ncc:maxPageNormal');
  if (most !== undefined && Number(most) !== Math.max(0, ...numbers))
    say('ncc-count', `ncc:maxPageNormal is ${most}, the largest page number is ${Math.max(0, ...numbers)}`);
}

const mediaTypes = new Set(['audioOnly', 'audioNcc', 'audioPartText', 'audioFullText', 'textPartAudio', 'textNcc']);

/** What may be told, and must then be true. */
function checkFacts(checked: Checked, ncc: XmlElement, body: readonly XmlElement[], say: (rule: DaisyRule, message: string) => void): void {
  const [depth] = metaOf(ncc, 'ncc:depth');
  const deepest = Math.max(0, ...body.map((item) => Number(/^h([1-6])$/.exec(item.name)?.[1] ?? 0)));
  if (depth !== undefined && Number(depth) !== deepest) say('ncc-count', `ncc:depth is ${depth}, the headings go to ${deepest}`);
  const [files] = metaOf(ncc, 'ncc:files');
  if (files !== undefined && Number(files) !== checked.files.size)
    say('ncc-count', `ncc:files is ${files}, the book has ${checked.files.size}`);
  const [size] = metaOf(ncc, 'ncc:kByteSize');
  const bytes = [...checked.files.values()].reduce((sum, body) => sum + body.length, 0);
  // Some count 1,000 bytes and some 1,024: what is between the two is true, and one more for rounding.
  if (size !== undefined && !(Number(size) >= Math.floor(bytes / 1024) - 1 && Number(size) <= Math.ceil(bytes / 1000) + 1))
    say('ncc-count', `ncc:kByteSize is ${size}, the files hold ${Math.ceil(bytes / 1024)}`);
  const [type] = metaOf(ncc, 'ncc:multimediaType');
  if (type !== undefined && !mediaTypes.has(type)) say('ncc-meta', `ncc:multimediaType is “${type}”`);
  for (const item of body) {
    if (item.attributes['id'] === undefined) say('ncc-title', `“${item.text.trim()}” has no id`);
    if (all(item, 'a').length !== 1) say('link-dead', `“${item.text.trim()}” holds ${all(item, 'a').length} links, not one`);
  }
}

const skips = new Set(['pagenumber-on', 'sidebar-on', 'footnote-on', 'prodnote-on']);

const smilOrder = (body: readonly XmlElement[]): string[] => [
  ...new Set(body.map((item) => splitHref(all(item, 'a')[0]?.attributes['href'] ?? '')[0]).filter((file) => file !== '')),
];

/** Checks one SMIL file and returns the length of its sound. */
function checkSmil(checked: Checked, file: string, elapsedMs: number, ids: Map<string, Set<string>>): number {
  const smil = open(checked, file);
  if (smil === undefined) return 0;
  const smilIds = idsOf(checked, file, smil);
  ids.set(file, smilIds);
  if (metaOf(smil, 'dc:format').length !== 1) checked.say('smil-meta', file, 'dc:format is not there once');
  const clips = all(smil, 'audio').map(({ attributes }) => ({
    src: attributes['src'] ?? '',
    beginMs: readClock(attributes['clip-begin'] ?? ''),
    endMs: readClock(attributes['clip-end'] ?? ''),
  }));
  const length = checkClips(checked, file, clips);
  for (const par of all(smil, 'par')) if (all(par, 'audio').length > 1) checked.say('par-audio', file, 'a par holds more than one sound');
  for (const { attributes } of all(smil)) {
    const skip = attributes['system-required'];
    if (skip !== undefined && !skips.has(skip)) checked.say('skip-unknown', file, `system-required is “${skip}”, which no player knows`);
  }
  const contents = new Map<string, Set<string>>();
  for (const text of all(smil, 'text')) {
    const [content, id] = splitHref(text.attributes['src'] ?? '');
    if (!contents.has(content)) {
      const page = open(checked, content);
      contents.set(content, page === undefined ? new Set() : idsOf(checked, content, page));
      if (page !== undefined) {
        checkAssets(checked, content, page);
        const texts = all(smil, 'text').map((each) => splitHref(each.attributes['src'] ?? ''));
        checkOrder(
          checked,
          file,
          texts.filter(([to]) => to === content).map(([, id]) => id),
          placesOf(page),
        );
      }
    }
    if (!contents.get(content)!.has(id)) checked.say('text-missing', file, `the text ${text.attributes['src'] ?? ''} is not there`);
  }
  const printed = metaOf(smil, 'ncc:timeInThisSmil')[0];
  if (!agrees(printed, length)) checked.say('smil-time', file, `ncc:timeInThisSmil is ${printed ?? 'missing'}, the sound ${length} ms`);
  const elapsed = metaOf(smil, 'ncc:totalElapsedTime')[0];
  if (!agrees(elapsed, elapsedMs))
    checked.say('smil-time', file, `ncc:totalElapsedTime is ${elapsed ?? 'missing'}, the sound before it ${elapsedMs} ms`);
  const seq = first(smil, 'seq')?.attributes['dur'];
  if (seq === undefined || Math.abs(readClock(seq) - length) > 20)
    checked.say('smil-time', file, `the sequence says ${seq ?? 'nothing'}, its clips last ${length} ms`);
  return length;
}

function checkMaster(checked: Checked, smils: readonly string[]): void {
  if (!checked.files.has('master.smil')) return;
  const master = open(checked, 'master.smil');
  if (master === undefined) return;
  const listed = all(master, 'ref').map((ref) => ref.attributes['src'] ?? '');
  if (listed.join('\n') !== smils.join('\n')) checked.say('master', 'master.smil', 'it lists other SMIL files than the NCC');
}
