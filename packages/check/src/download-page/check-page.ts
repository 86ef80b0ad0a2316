import { EveryreadError, fill, ruleMessage, wordsFor, type Words } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { checkRules } from '../messages.js';
import { sameText } from '../outline/fold.js';
import { safeDecode } from '../read/html/read-html.js';
import { lengthOf } from './lengths.js';
import { readDownloadPage, type DownloadPageFacts, type Offer } from './read-page.js';

/** A file that lies beside the page. */
export interface OfferedFile {
  /** In bytes. */
  readonly bytes: number;
  /** In hexadecimal. */
  sha256(): Promise<string>;
  body(): Promise<Uint8Array>;
}

/** What a page of downloads must say. */
export interface DownloadPageContext {
  /** Title of the report. Default: not compared. */
  readonly title?: string;
  /** BCP 47 tag of the report. Default: not compared. */
  readonly lang?: string;
  /** The main files of the editions, as paths from the page. */
  readonly editions: readonly string[];
  /** Finds a file by its path from the page, which leads into no other folder than those beside it. */
  find(path: string): Promise<OfferedFile | undefined>;
}

/** What was found on the page. */
export interface DownloadPageCheck {
  /** How many files it offers; a page that offers none may be no page of downloads. */
  readonly offers: number;
  readonly messages: VFileMessage[];
}

/**
 * Judges the page that offers the editions by the files that lie beside it: that every link arrives, that every edition is
 * offered, and that sizes, lengths and checksums are those of the files.
 *
 * @param page - bytes of HTML
 */
export async function checkDownloadPage(page: Uint8Array, context: DownloadPageContext): Promise<DownloadPageCheck> {
  const messages: VFileMessage[] = [];
  const say = (rule: keyof typeof checkRules, reason: string): void =>
    void messages.push(ruleMessage(checkRules[rule], { reason, source: 'check' }));
  try {
    const facts = readDownloadPage(page);
    compareHead(facts, context, say);
    const offered = await checkLinks(facts, context, say);
    for (const path of context.editions) {
      if (!offered.has(path)) say('download-page-missing', `The edition ${path} is not offered`);
      else if (facts.sums.size > 0 && !facts.sums.has(path)) say('download-page-missing', `The checksum of ${path} is not said`);
    }
    for (const offer of facts.offers) await checkOffer(offer, facts, context, say);
    await checkSums(facts, context, say);
    return { offers: facts.offers.length, messages };
  } catch (error) {
    if (!(error instanceof EveryreadError)) throw error;
    say('read-back-unreadable', error.message);
    return { offers: 0, messages };
  }
}

type Say = (rule: keyof typeof checkRules, reason: string) => void;

function compareHead({ title, heading, lang }: DownloadPageFacts, context: DownloadPageContext, say: Say): void {
  if (context.title !== undefined && !sameText(heading, context.title))
    say('read-back-title', `The page is headed “${heading}”, and the report is called “${context.title}”`);
  if (title === '') say('read-back-title', 'The page has no title');
  if (context.lang !== undefined && lang !== context.lang)
    say('read-back-lang', `The page says that its language is ${lang ?? 'unknown'}, and that of the report is ${context.lang}`);
}

/** Follows each link that stays beside the page. Those that lead out are for people: nothing is fetched. */
async function checkLinks({ links, ids }: DownloadPageFacts, context: DownloadPageContext, say: Say): Promise<Set<string>> {
  const offered = new Set<string>();
  for (const { href, text } of links) {
    const nowhere = (why: string): void => say('download-page-link', `The link “${text}” leads to ${href || 'nothing'}, ${why}`);
    if (href.startsWith('#')) {
      if (!ids.has(safeDecode(href.slice(1)))) nowhere('which is not on the page');
      continue;
    }
    if (/^(?:https?|mailto|tel):/i.test(href)) continue;
    const path = pathOf(href);
    if (path === undefined) nowhere('which is no file beside the page');
    else if ((await context.find(path)) === undefined) nowhere('and that file is not there');
    else offered.add(path);
  }
  return offered;
}

/** The file that a relative address means; `undefined` for one that leaves the folder. */
function pathOf(href: string): string | undefined {
  const path = safeDecode(href.replace(/[?#].*$/s, ''));
  const leaves = /^$|^\/|^[a-z][a-z\d+.-]*:|[\\\u0000-\u001f]/i.test(path) || path.split('/').some((part) => part === '..' || part === '');
  return leaves ? undefined : path;
}

async function checkOffer(offer: Offer, facts: DownloadPageFacts, context: DownloadPageContext, say: Say): Promise<void> {
  const path = pathOf(offer.href);
  const file = path === undefined ? undefined : await context.find(path);
  if (path === undefined || file === undefined) return;
  const differs = (what: string, said: string): void => say('download-page-file', `${path} has ${what}, and the page says ${said}`);
  if (!isSize(offer.size, file.bytes, facts.lang)) differs(`${file.bytes} bytes`, offer.size);
  if (context.lang !== undefined && offer.lang !== undefined && offer.lang !== context.lang)
    say('read-back-lang', `The page says that the language of ${path} is ${offer.lang}, and that of the report is ${context.lang}`);
  if (offer.facts.length === 0) return;
  const { screen } = wordsFor(facts.lang ?? 'en');
  const { pages, braillePages, durationMs } = lengthOf(path, await file.body());
  const length = pagesIn(screen, pages, braillePages);
  if (length !== undefined && !offer.facts.includes(length)) differs(length, saidOf(offer));
  if (durationMs === undefined) return;
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  const [, hours = '0', rest = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(offer.duration?.iso ?? '') ?? [];
  // People get the number in the words, programs the other.
  const said = [hours, rest].filter((each) => each !== '0').join(' ');
  if (Number(hours) * 60 + Number(rest) !== minutes || figures(offer.duration?.text ?? '') !== said)
    differs(`${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`, saidOf(offer));
}

function pagesIn(screen: Words['screen'], pages: number | undefined, braillePages: number | undefined): string | undefined {
  if (pages !== undefined) return fill(pages === 1 ? screen.pageOne : screen.pageMany, { n: pages });
  if (braillePages !== undefined) return fill(braillePages === 1 ? screen.braillePageOne : screen.braillePageMany, { n: braillePages });
  return undefined;
}

const saidOf = ({ facts, duration }: Offer): string => `“${facts.join(', ')}”${duration === undefined ? '' : ` (${duration.iso})`}`;

const figures = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** Whether a size such as “1.2 MB” is that of a file, as far as its digits go. */
function isSize(size: string, bytes: number, lang = 'en'): boolean {
  const [number = '', unit = ''] = size.split(' ');
  const digits = new Intl.NumberFormat(safeTag(lang), { useGrouping: false }).format(9_876_543_210);
  const plain = [...number].map((each) => (digits.includes(each) ? String(9 - [...digits].indexOf(each)) : each)).join('');
  const step = units[unit]! / (/\D/.test(plain) ? 10 : 1);
  return Math.abs(Number(plain.replace(/\D/, '.')) * units[unit]! - bytes) <= step / 2;
}

function safeTag(lang: string): string {
  try {
    return new Intl.Locale(lang).toString();
  } catch {
    return 'en';
  }
}

async function checkSums({ sums }: DownloadPageFacts, context: DownloadPageContext, say: Say): Promise<void> {
  for (const [path, sum] of sums) {
    const file = pathOf(path) === path ? await context.find(path) : undefined;
    if (file === undefined) say('download-page-file', `The page gives the checksum of ${path}, which is not there`);
    else if ((await file.sha256()) !== sum) say('download-page-file', `The checksum of ${path} is another than the page says`);
  }
}
