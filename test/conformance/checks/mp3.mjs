import { join } from 'node:path';
import { hear } from '../kit/hear.mjs';

/**
 * The MP3 edition as ffmpeg reads it: length, chapters equal to the headings, constant bit rate, one channel, loudness
 * and peaks.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'mp3',
  formats: ['mp3'],
  tools: [
    { command: 'ffmpeg', apt: 'ffmpeg' },
    { command: 'ffprobe', apt: 'ffmpeg' },
  ],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const say = (message) => findings.push({ file, message });
      const probe = await kit.runTool('ffprobe', [
        '-v',
        'error',
        '-show_chapters',
        '-show_streams',
        '-show_format',
        '-of',
        'json',
        file.path,
      ]);
      if (probe.code !== 0 || probe.stderr.trim() !== '') return say(`ffprobe: ${probe.stderr.trim().slice(0, 300)}`);
      const facts = JSON.parse(probe.stdout);
      const stream = facts.streams.find((each) => each.codec_type === 'audio');
      if (stream?.codec_name !== 'mp3' || stream.channels !== 1) return say('it is no MP3 of one channel');
      if (await varies(file.path, kit)) say('its bit rate varies');
      const { loudness, peak, printed } = await hear(kit, file.path);
      const decodedSeconds = lastTime(printed);
      if (Math.abs(decodedSeconds - Number(stream.duration)) > 0.06) say(`it says ${stream.duration} s and decodes to ${decodedSeconds} s`);
      // One gain holds for the whole book, never one a sentence: a section of a few words may be quieter than the book.
      if (decodedSeconds > 30 && !(Math.abs(loudness + 18) <= 1)) say(`its loudness is ${loudness} LUFS`);
      if (!(peak <= -1.5)) say(`its true peak is ${peak} dBFS`);
      // Sections carry a title and no chapters.
      if (/-sections[/\\]/.test(file.path)) return undefined;
      const { meta, outline } = await kit.prepared(file);
      const flat = (entries) => entries.flatMap((entry) => [clean(entry.text), ...flat(entry.children)]);
      const wanted = [clean(meta.title), ...flat(outline)];
      const titles = facts.chapters.map((chapter) => clean(chapter.tags?.title ?? ''));
      if (titles.join('\n') !== wanted.join('\n')) say(`its chapters are not the headings: ${titles.length} and ${wanted.length}`);
      for (const [index, chapter] of facts.chapters.entries()) {
        const next = facts.chapters[index + 1];
        if (next && Math.abs(Number(next.start_time) - Number(chapter.end_time)) > 0.01)
          say(`the chapter “${titles[index]}” does not end where the next begins`);
      }
      return undefined;
    });
    return findings;
  },
  proofs: [
    { name: 'cut short', format: 'mp3', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) },
    {
      name: 'no tag',
      format: 'mp3',
      damage: (bytes) => bytes.subarray(10 + ((bytes[6] << 21) | (bytes[7] << 14) | (bytes[8] << 7) | bytes[9])),
    },
    {
      name: 'a bit rate that varies',
      async trial([file], kit) {
        const path = join(kit.tempDir('mp3'), 'varies.mp3');
        const made = await kit.runTool('ffmpeg', ['-v', 'error', '-y', '-i', file.path, '-c:a', 'libmp3lame', '-q:a', '6', path]);
        if (made.code !== 0) throw new Error(`ffmpeg: ${made.stderr}`);
        return (await varies(path, kit)) ? [{ file, message: 'its bit rate varies' }] : [];
      },
    },
  ],
};

/** Frames of one bit rate have one length, or one byte more where the rate does not divide. */
async function varies(path, kit) {
  const { stdout } = await kit.runTool('ffprobe', [
    '-v',
    'error',
    '-select_streams',
    'a:0',
    '-show_entries',
    'packet=size',
    '-of',
    'csv=p=0',
    path,
  ]);
  const sizes = [...new Set(stdout.split('\n').map(Number).filter(Boolean))];
  return Math.max(...sizes) - Math.min(...sizes) > 1;
}

const clean = (text) => text.replace(/\s+/g, ' ').trim();

function lastTime(log) {
  const [hours, minutes, seconds] = (/time=(\d+):(\d+):([\d.]+)(?![\s\S]*time=\d)/.exec(log) ?? [0, 0, 0, 0]).slice(1).map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
