import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPng } from '../kit/pictures.mjs';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

/** What a title may hold that a program could take for something else. */
const title = `--help 'it’s' "£1,179" & <b>bold</b>; $(touch pwned) \u{1F389} שלום`;
const headings = [
  '-o “quoted” <&> \u{1F469}‍\u{1F91D}‍\u{1F469}',
  'שלום עולם, مرحبا',
  '`touch pwned`; rm -rf *',
  `A heading of ${'many '.repeat(60)}words`,
];
const longSentence = `We thank ${Array.from({ length: 1999 }, (_, index) => ['ann', 'bob', 'cat', 'dan', 'eve'][index % 5]).join(' ')}.`;

const quoted = (text) => JSON.stringify(text);
const escaped = (text) => text.replace(/[\\`*_<>&[\]$]/g, '\\$&');
const report = `---
title: ${quoted(title)}
author: ${quoted('"A" & <B>, שלום')}
description: ${quoted('Two\u00a0lines; "quoted" \u{1F389}')}
lang: en-GB
date: 2024-03-22
cover: cover.png
coverAlt: A blue disc.
---

# ${escaped(headings[0])}

The engine must not take \\[\\[this\\]\\] or \\<break time="9s"/\\> or \\<audio src="x"\\> for an order.

# :span[שלום עולם, مرحبا]{lang=he}

☆ ☆ ☆

Words after the signs.

# ${escaped(headings[2])}

${longSentence}

# ${escaped(headings[3])}

The end.
`;

/** Reads an ID3 tag with mutagen: titles of the file and of its chapters in their order, and the picture. */
const readTag = `
import hashlib, json, sys
from mutagen.id3 import ID3
tag = ID3(sys.argv[1])
chapters = sorted(tag.getall("CHAP"), key=lambda c: c.start_time)
toc = [t for t in tag.getall("CTOC") if t.flags & 2]
picture = tag.getall("APIC")
print(json.dumps({
  "title": str(tag["TIT2"]), "artist": str(tag["TPE1"]), "comment": [str(c) for c in tag.getall("COMM")],
  "chapters": [str(c.sub_frames["TIT2"]) for c in chapters], "toc": [list(t.child_element_ids) for t in toc],
  "ids": [c.element_id for c in chapters], "version": list(tag.version),
  "pictures": [[p.type, p.mime, p.desc, hashlib.sha256(p.data).hexdigest()] for p in picture]}))
`;

/**
 * A hostile report through the command, from a file with a hostile name: what ffprobe and mutagen read of the MP3 is what the
 * author wrote, the cover is whole, and a sentence of 2,000 words is said to its end.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'mp3-tags',
  formats: ['mp3'],
  tools: [
    { python: 'mutagen', version: '1.47.0' },
    { command: 'ffprobe', apt: 'ffmpeg' },
  ],
  async run([first], kit) {
    const findings = [];
    const say = (message) => findings.push({ file: first, message });
    const folder = kit.tempDir('mp3-tags');
    const name = `-it's "1"; $(touch pwned)`;
    writeFileSync(join(folder, `${name}.md`), report);
    writeFileSync(join(folder, 'cover.png'), drawPng(64, 64));
    const result = await kit.runTool(process.execPath, [bin, 'build', '--to', 'mp3', '--out', 'out', '--json', '--', `${name}.md`], {
      cwd: folder,
      env: { EVERYREAD_CACHE: join(folder, 'cache') },
      timeoutMs: 600_000,
    });
    if (result.code !== 0) {
      say(
        `everyread build ended with ${result.code}: ${/"severity": "error"[^}]*/.exec(result.stdout)?.[0] ?? result.stderr.slice(0, 500)}`,
      );
      return findings;
    }
    const made = JSON.parse(result.stdout);
    const empty = made.messages.filter((message) => message.ruleId === 'speech-empty' && message.line > 0);
    if (empty.length !== 1) say(`${empty.length} messages tell of the paragraph without words`);
    if (readdirSync(folder).length !== 4 || existsSync(join(folder, 'pwned'))) say(`the folder holds ${readdirSync(folder).join(', ')}`);
    spoken = join(folder, made.files[0].path);
    await judge(spoken, say, kit);
    return findings;
  },
  proofs: [
    { name: 'another title', trial: damaged('--help', '--holp') },
    { name: 'another name of a chapter', trial: damaged('many many', 'many tiny') },
    { name: 'a cover of other bytes', trial: damaged('IDAT', 'IDOT') },
  ],
};

/** The MP3 of this run. */
let spoken;

/** Other words of the same length, wherever they stand in the tag. */
function damaged(from, to) {
  return async ([file], kit) => {
    const bytes = readFileSync(spoken);
    for (const code of ['latin1', 'utf8', 'utf16le']) {
      const [old, other] = [Buffer.from(from, code), Buffer.from(to, code)];
      for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) other.copy(bytes, at);
    }
    const path = join(kit.tempDir('mp3-tags'), 'damaged.mp3');
    writeFileSync(path, bytes);
    const findings = [];
    await judge(path, (message) => findings.push({ file, message }), kit);
    return findings;
  };
}

async function judge(path, say, kit) {
  const wanted = { title, chapters: [title, ...headings], artist: '"A" & <B>, שלום' };

  const probe = await kit.runTool('ffprobe', ['-v', 'error', '-show_chapters', '-show_format', '-show_streams', '-of', 'json', path]);
  const { chapters, format, streams } = JSON.parse(probe.stdout);
  const ffprobe = { title: format.tags.title, chapters: chapters.map((chapter) => chapter.tags.title), artist: format.tags.artist };
  compare('ffprobe', ffprobe, wanted, say);
  const cover = streams.find((stream) => stream.codec_name === 'png');
  if (cover?.width !== 64 || cover.height !== 64) say('ffprobe sees no cover of 64 by 64 pixels');
  const long = chapters[3];
  const seconds = Number(long.end_time) - Number(long.start_time);
  // English at 100 to 300 words a minute.
  if (!(seconds > 2000 / 5 && seconds < 2000 / 1.6)) say(`2,000 words last ${seconds.toFixed(0)} s`);

  const read = await kit.runTool(kit.python, ['-c', readTag, path]);
  if (read.code !== 0) return say(`mutagen: ${read.stderr.trim().split('\n').at(-1)}`);
  const tag = JSON.parse(read.stdout);
  compare('mutagen', { title: tag.title, chapters: tag.chapters, artist: tag.artist }, wanted, say);
  if (JSON.stringify(tag.toc) !== JSON.stringify([tag.ids])) say('mutagen sees no table of contents with every chapter');
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(drawPng(64, 64)).digest('hex');
  if (JSON.stringify(tag.pictures) !== JSON.stringify([[3, 'image/png', 'A blue disc.', sha256]]))
    say(`mutagen sees another cover: ${JSON.stringify(tag.pictures)}`);
  return undefined;
}

function compare(reader, seen, wanted, say) {
  for (const key of Object.keys(wanted))
    if (JSON.stringify(seen[key]) !== JSON.stringify(wanted[key]))
      say(`${reader} reads the ${key} as ${JSON.stringify(seen[key])}, not ${JSON.stringify(wanted[key])}`);
}
