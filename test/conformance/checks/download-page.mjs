import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { plain } from '../kit/kindle-book.mjs';
import { places } from '../kit/places.mjs';

const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
const change = (from, to) => (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));

/** Whether a size such as “1.2 MB” is that of a file, as far as its digits go. */
function isSize(text, bytes) {
  const [, number, unit] = /([\d.,]+)\s(GB|MB|kB|B)\)$/.exec(text) ?? [];
  if (number === undefined) return false;
  const step = units[unit] / (number.includes('.') ? 10 : 1);
  return Math.abs(Number(number.replaceAll(',', '')) * units[unit] - bytes) <= step / 2;
}

/** The minutes of an ISO 8601 duration such as `PT1H7M`. */
function minutesOf(duration) {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/**
 * What the page of editions says of each file, against the files: that it is there, its size and checksum, the pages of a PDF as
 * poppler counts them, the minutes of an MP3 as ffprobe does.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'download-page',
  formats: ['html'],
  tools: [
    { command: 'pdfinfo', apt: 'poppler-utils' },
    { command: 'ffprobe', apt: 'ffmpeg' },
  ],
  sets: true,
  async run(files, kit) {
    const findings = [];
    await kit.each(files.filter(isPage), async (file) => {
      const say = (message) => findings.push({ file, message });
      // A damaged page lies elsewhere than the files that it offers.
      const at = (href) => join(places.out, 'editions', file.document.name, ...href.split('/').map(decodeURIComponent));
      const page = readFileSync(file.path, 'utf8');
      const items = [...page.matchAll(/<li class="edition">([\s\S]*?)<\/ul><\/li>/g)]
        .map(([, item]) => item)
        .filter((item) => / type="/.test(item));
      if (items.length === 0) say('it offers no edition');
      for (const item of items) {
        const [, href, text] = /<a href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/.exec(item);
        if (!existsSync(at(href))) {
          say(`${href} is not there`);
          continue;
        }
        if (!isSize(plain(text), statSync(at(href)).size))
          say(`${href} has ${statSync(at(href)).size} bytes, and the page says ${plain(text)}`);
        const pages = Number(/<li>(\d+) pages?<\/li>/.exec(item)?.[1]);
        if (href.endsWith('.pdf')) {
          const counted = Number(/^Pages:\s+(\d+)/m.exec((await kit.runTool('pdfinfo', [at(href)])).stdout)?.[1]);
          if (pages !== counted) say(`${href} has ${counted} pages, and the page says ${pages}`);
        }
        if (href.endsWith('.mp3')) {
          const told = minutesOf(/datetime="([^"]+)"/.exec(item)?.[1] ?? '');
          const seconds = Number(
            (await kit.runTool('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', at(href)])).stdout,
          );
          if (Math.abs(told - seconds / 60) > 0.51) say(`${href} lasts ${seconds} s, and the page says ${told} minutes`);
        }
      }
      const sums = [...page.matchAll(/<th scope="row">([^<]+)<\/th><td>([0-9a-f]{64})<\/td>/g)];
      if (sums.length < items.length) say(`it has ${sums.length} checksums for ${items.length} editions`);
      for (const [, href, sum] of sums)
        if (
          !existsSync(at(href)) ||
          createHash('sha256')
            .update(readFileSync(at(href)))
            .digest('hex') !== sum
        )
          say(`the checksum of ${href} is another`);
    });
    return findings;
  },
  proofs: [
    { name: 'another checksum', format: 'html', suits: isPage, damage: change(/<td>[0-9a-f]{64}/, `<td>${'0'.repeat(64)}`) },
    { name: 'another size', format: 'html', suits: isPage, damage: change(/\(DOCX, \d+/, '(DOCX, 1') },
    { name: 'other pages', format: 'html', suits: isPage, damage: change(/<li>\d+ pages</, '<li>3 pages<') },
    { name: 'other minutes', format: 'html', suits: isPage, damage: change(/datetime="PT\d+M"/g, 'datetime="PT3M"') },
  ],
};

function isPage(file) {
  return basename(file.path) === 'index.html' || /index\.html/.test(file.name);
}
