import { EveryreadError } from '@everyread/core';
import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { Outline } from '../../outline/outline.js';
import { readTag } from './id3.js';
import { mp3DurationMs } from './mp3-frames.js';

/** How far a chapter may end behind the sound, in milliseconds: a frame. */
const slackMs = 60;

/** Reads an MP3: its title, its language and its chapters. What is spoken can't be compared by a program. */
export function readMp3(bytes: Uint8Array): Outline {
  const tag = readTag(bytes);
  const durationMs = mp3DurationMs(bytes, tag.length);
  if (durationMs === undefined) throw new EveryreadError('document', 'The file is no MP3, or is cut short');
  const lang = tag.texts.get('TLAN');
  const title = tag.texts.get('TIT2');
  const collector = new Collector(() => lang);
  let at = 0;
  for (const [index, chapter] of tag.chapters.entries()) {
    collector.words(chapter.title);
    collector.endHeading(index === 0 ? 0 : 1);
    const name = `The chapter “${chapter.title}”`;
    if (chapter.beginMs < at || chapter.endMs <= chapter.beginMs)
      collector.fault('read-back-structure', `${name} does not begin where the one before it ends`);
    if (chapter.endMs > durationMs + slackMs) collector.fault('read-back-structure', `${name} ends after the sound does`);
    if (tag.contents[index] !== chapter.id) collector.fault('read-back-structure', `${name} has another place in the table of contents`);
    at = chapter.endMs;
  }
  if (tag.chapters.length > 0 && durationMs - at > 5000)
    collector.fault('read-back-structure', `The sound goes on for ${Math.round((durationMs - at) / 1000)} s after the last chapter`);
  return collector.outline({
    format: 'mp3',
    flatHeadings: true,
    lacks: ['text', 'alternative', 'table', 'link', 'note', 'noteMark', 'page', 'language'],
    ...(title ? { title: fold(title) } : {}),
    ...(lang ? { lang } : {}),
  });
}
