import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const sourceOf = ({ root, report }) => report ?? join(root, 'examples/impact-report/report.md');

/** Every sentence as the voices get it, one a line: what the peer is given, since it does not read Markdown. */
async function spokenLines(kit) {
  const load = (name) => import(join(kit.root, `packages/${name}/dist/index.js`));
  const { makeEdition, prepare } = await load('core');
  const { readMarkdown } = await load('markdown');
  const { defaultAnnouncements, defaultPauses, planSpeech } = await load('audio');
  const { report } = readMarkdown(readFileSync(sourceOf(kit), 'utf8'), { path: 'report.md' });
  const prepared = prepare(report, makeEdition('audio'), { format: 'mp3', sentences: true, message: () => undefined });
  const files = planSpeech(prepared, { announce: defaultAnnouncements, pauses: defaultPauses, say: {}, lexicon: [] });
  return files.flatMap((file) => file.units.map((unit) => unit.spoken.replace(/\s+/g, ' ').trim())).filter(Boolean);
}

/**
 * The report as MP3, beside the usual pipe, which says the same sentences and writes the same kind of MP3. A full cache is what
 * one has after changing a sentence. eSpeak NG speaks where its package is beside the validators (it is under the GPL, and so
 * outside the workspace).
 */
export const bench = {
  name: 'Report to MP3',
  runs: 3,
  async prepare(kit) {
    await writeFile(join(kit.dir, 'plain.txt'), `${(await spokenLines(kit)).join('\n\n')}\n`);
  },
  cases(kit) {
    const { root, dir } = kit;
    const engines = join(root, 'test/conformance');
    const cache = join(dir, 'cache');
    const build = (flags) =>
      `EVERYREAD_CACHE='${cache}' node '${join(root, 'packages/everyread/dist/bin.js')}' build '${sourceOf(kit)}' --to mp3 --out '${join(dir, 'out')}' --quiet ${flags}`;
    const fresh = (name, flags) => ({ name, command: ['sh', '-c', `rm -rf '${cache}' && ${build(flags)}`], cwd: engines });
    const espeak = '--voice espeak:en-gb-x-rp';
    return [
      ...(existsSync(join(engines, 'node_modules/@echogarden/espeak-ng-emscripten'))
        ? [fresh('everyread: eSpeak NG, one thread', `${espeak} --threads 1`), fresh('everyread: eSpeak NG', espeak)]
        : []),
      fresh('everyread: embedded voice, one thread', '--threads 1'),
      fresh('everyread: embedded voice', ''),
      { name: 'everyread: embedded voice, all sentences cached', command: ['sh', '-c', build('')], cwd: engines },
      {
        name: 'espeak-ng | lame',
        command: [
          'sh',
          '-c',
          `espeak-ng -v en-gb-x-rp -s 160 -f '${join(dir, 'plain.txt')}' --stdout | lame --quiet -m m -b 48 --cbr --resample 22.05 - '${join(dir, 'peer.mp3')}'`,
        ],
        peer: true,
      },
    ];
  },
  notes(_kit, results) {
    const of = (name) => results.find((result) => result.name === name && !result.skipped);
    const peer = of('espeak-ng | lame');
    const lines = [];
    for (const [voice, most] of [
      ['eSpeak NG', 2.5],
      ['embedded voice', 5],
    ]) {
      const [one, all] = [of(`everyread: ${voice}, one thread`), of(`everyread: ${voice}`)];
      if (one && all)
        lines.push(
          `${voice}: all processors are ${(one.leastS / all.leastS).toFixed(2)} times as fast as one thread (least times; goal 1.6)`,
        );
      if (all && peer) lines.push(`${voice}: ${(all.cpuS / peer.cpuS).toFixed(2)} times the processor time of the pipe (goal ${most})`);
    }
    const [first, second] = [of('everyread: embedded voice'), of('everyread: embedded voice, all sentences cached')];
    if (first && second)
      lines.push(`a full cache: ${((100 * second.cpuS) / first.cpuS).toFixed(1)} % of the processor time of the first run (goal 10 %)`);
    const peaks = results.filter((result) => !result.skipped && result.name.startsWith('everyread')).map((result) => result.peakMb);
    lines.push(`the most memory: ${Math.max(...peaks).toFixed(0)} MB (goal 350)`);
    return lines;
  },
};
