import {
  EveryreadError,
  collectBytes,
  createContext,
  isPrepared,
  makeEdition,
  prepare,
  type Context,
  type Narration,
  type OutputFile,
  type PreparedReport,
  type Renderer,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import { chaptersOf, fileStartsMs } from './mp3/chapters.js';
import { writeId3, type Id3Tag } from './mp3/id3.js';
import { id3Language } from './mp3/language-code.js';
import { narrate } from './narrate/narrate.js';
import { mp3OptionSchema, type Mp3Options, type NarrateOptions } from './options.js';

/** The MP3 edition: one file with chapters, and one file for each section with a playlist. */
export const mp3Renderer: Renderer<Mp3Options> = {
  name: 'mp3',
  title: 'Audio (MP3)',
  audience: 'For people who listen: on a telephone, a computer or a simple player.',
  extension: 'mp3',
  mediaType: 'audio/mpeg',
  editions: ['audio'],
  options: mp3OptionSchema,
  narration: 'required',
  async *render(report, options, context) {
    const narration = context.narration;
    if (narration === undefined) {
      throw new EveryreadError('misuse', 'The MP3 edition needs a narration', {
        hint: 'Call narrate() first and pass its result as `narration`, or use toMp3().',
      });
    }
    const tag = await tagOf(report, narration, context);
    yield { path: `${context.slug}.mp3`, mediaType: 'audio/mpeg', body: whole(writeId3(tag), narration) };
    yield { path: `${context.slug}-chapters.json`, mediaType: 'application/json', body: chaptersJson(report, narration) };
    if (options.sections !== false) yield* sectionFiles(report, narration, context);
  },
};

/**
 * Speaks a report and returns one MP3 file with chapters.
 *
 * @throws {EveryreadError} `engine` when no voice speaks the language or the voice fails
 */
export async function toMp3(report: Report | PreparedReport, options: NarrateOptions & RenderSettings): Promise<Uint8Array> {
  const edition = isPrepared(report) ? report.edition : (options.edition ?? makeEdition('audio'));
  const context = createContext(report, edition, options);
  const prepared = isPrepared(report) ? report : prepare(report, edition, { format: 'mp3', sentences: true, message: context.message });
  const narration = await narrate(prepared, options, context);
  for await (const file of mp3Renderer.render(prepared, { sections: false }, { ...context, narration })) return collectBytes(file.body);
  throw new EveryreadError('engine', 'The narration made no file');
}

async function* whole(tag: Uint8Array, narration: Narration): AsyncGenerator<Uint8Array> {
  yield tag;
  // Files of constant bit rate without tags may be joined as they are.
  for (const file of narration.files) yield* file.body();
}

async function tagOf(report: PreparedReport, narration: Narration, context: Context): Promise<Id3Tag> {
  const { meta } = report;
  const cover = meta.cover === undefined ? undefined : await context.assets.load(meta.cover).catch(() => undefined);
  const picture = cover !== undefined && /^image\/(?:png|jpeg)$/.test(cover.mediaType) ? cover : undefined;
  return {
    ...shared(report),
    title: meta.title,
    comment: meta.description ?? '',
    ...(picture ? { cover: { mediaType: picture.mediaType, body: picture.body, description: meta.coverAlt ?? meta.title } } : {}),
    chapters: chaptersOf(report, narration),
  };
}

function shared({ meta }: PreparedReport): Omit<Id3Tag, 'title'> {
  return {
    album: meta.title,
    ...((meta.author ?? meta.publisher) ? { artist: meta.author ?? meta.publisher } : {}),
    ...(meta.publisher ? { publisher: meta.publisher } : {}),
    ...(meta.date ? { year: meta.date.slice(0, 4) } : {}),
    ...(meta.rights ? { rights: meta.rights } : {}),
    language: id3Language(meta.lang),
  };
}

/** Chapters as podcast apps read them (Podcasting 2.0, JSON chapters 1.2.0). */
function chaptersJson(report: PreparedReport, narration: Narration): Uint8Array {
  const chapters = chaptersOf(report, narration).map(({ title, beginMs, endMs }) => ({
    startTime: beginMs / 1000,
    endTime: endMs / 1000,
    title,
  }));
  return new TextEncoder().encode(`${JSON.stringify({ version: '1.2.0', title: report.meta.title, chapters }, null, 2)}\n`);
}

/** Many simple players know no chapters: for them a file for each section, and a playlist. */
async function* sectionFiles(report: PreparedReport, narration: Narration, context: Context): AsyncGenerator<OutputFile> {
  const folder = `${context.slug}-sections`;
  const starts = fileStartsMs(narration);
  const chapters = chaptersOf(report, narration);
  const lines = ['#EXTM3U', `#PLAYLIST:${oneLine(report.meta.title)}`];
  for (const [index, file] of narration.files.entries()) {
    const title = chapters.filter((chapter) => chapter.beginMs >= Math.floor(starts[index]!)).at(0)?.title ?? report.meta.title;
    lines.push(`#EXTINF:${Math.round(file.durationMs / 1000)},${oneLine(title)}`, file.path);
    const tag = writeId3({ ...shared(report), title, track: `${index + 1}/${narration.files.length}` });
    yield { path: `${folder}/${file.path}`, mediaType: 'audio/mpeg', body: oneFile(tag, file.body) };
  }
  yield {
    path: `${folder}/${context.slug}.m3u8`,
    mediaType: 'application/vnd.apple.mpegurl',
    body: new TextEncoder().encode(`${lines.join('\n')}\n`),
  };
}

async function* oneFile(tag: Uint8Array, body: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield tag;
  yield* body();
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');
