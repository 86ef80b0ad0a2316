import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readWithCalibre } from '../kit/calibre.mjs';
import { contentsDepth, missing, modelAlternatives, modelHeadings, modelTitle, plain, replaceBytes } from '../kit/kindle-book.mjs';

/** The text of the first book of a file, unpacked by the package that packed it. */
async function packedText(file, kit) {
  const { decompressPalmDoc } = await kit.library('mobi');
  const recordAt = (number) => file.readUInt32BE(78 + number * 8);
  const parts = Array.from({ length: file.readUInt16BE(recordAt(0) + 8) }, (_, index) => {
    const record = file.subarray(recordAt(index + 1), recordAt(index + 2));
    // Behind the text: the end of a letter that was cut in two with its number, and what is told of the index with its size.
    let size = 0;
    for (let at = record.length - 1, shift = 0; ; at -= 1, shift += 7) {
      size |= (record[at] & 0x7f) << shift;
      if (record[at] & 0x80) break;
    }
    const rest = record.length - size;
    return decompressPalmDoc(record.subarray(0, rest - ((record[rest - 1] & 3) + 1)));
  });
  return Buffer.concat(parts);
}

/** What is wrong with the text that mobitool unpacks: it must be byte for byte what was packed, as long as the book says, in whole characters. */
async function faultOfText(path, kit) {
  const result = await kit.runTool('mobitool', ['-d', path]);
  if (result.code !== 0) return `mobitool -d: ${result.stderr || result.stdout}`;
  const text = readFileSync(path.replace(/\.\w+$/, '.rawml'));
  const book = new DataView(new Uint8Array(readFileSync(path)).buffer);
  // The first record begins with the header, whose third field is the length of the text.
  const said = book.getUint32(book.getUint32(78) + 4);
  if (text.length !== said) return `mobitool -d unpacks ${text.length} bytes of text, not ${said}`;
  if (!text.equals(await packedText(readFileSync(path), kit))) return 'mobitool -d unpacks another text than was packed';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return 'mobitool -d unpacks text that is not UTF-8';
  }
  return undefined;
}

/**
 * Kindle books in calibre and libmobi: the hybrid splits into two halves, each with all of its text, every heading and, as far as the
 * third level, the contents, alternatives, title, author, language and cover.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'kindle',
  formats: ['mobi', 'azw3'],
  tools: [
    { command: 'mobitool', apt: 'libmobi-tools' },
    { command: 'ebook-convert', apt: 'calibre' },
  ],
  async run(files, kit) {
    const findings = [];
    await kit.each(
      files.filter((file) => file.document.kind !== 'node'),
      async (file) => {
        const say = (message) => findings.push({ file, message });
        const folder = kit.tempDir('kindle');
        const copy = join(folder, `book.${file.format}`);
        copyFileSync(file.path, copy);
        const info = await kit.runTool('mobitool', ['-i', copy]);
        if (info.code !== 0) return say(`mobitool -i: ${info.stderr || info.stdout}`);
        const shown = await kit.runTool('mobitool', [copy]);
        const report = await kit.prepared(file);
        const told = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(shown.stdout)?.[1];
        if ((told('Title') ?? '').trim() !== modelTitle(report)) say(`mobitool names it “${told('Title')}”`);
        if (told('Language')?.split(' ')[0] !== report.meta.lang) say(`mobitool says that it is in ${told('Language')}`);
        const author = report.meta.author ?? report.meta.publisher;
        if (author !== undefined && told('Author') !== author) say(`mobitool says that it is by ${told('Author')}`);
        for (const action of file.format === 'mobi' ? ['-s', '-t'] : ['-s']) {
          const result = await kit.runTool('mobitool', [action, copy]);
          if (result.code !== 0) say(`mobitool ${action}: ${result.stderr || result.stdout}`);
        }
        const alternatives = (await modelAlternatives(report, kit)).map(plain).filter((alt) => alt !== '');
        const want = [modelTitle(report), ...modelHeadings(report).map((heading) => heading.text)];
        const halves =
          file.format === 'mobi' ? readdirSync(folder).filter((name) => name.startsWith('book-split.')) : [`book.${file.format}`];
        if (file.format === 'mobi' && halves.length !== 2) say(`the book splits into ${halves.length} halves: ${halves.join(', ')}`);
        for (const half of halves) {
          const fault = await faultOfText(join(folder, half), kit);
          if (fault) say(`${half}: ${fault}`);
          const back = await readWithCalibre(join(folder, half), kit).catch((error) => say(`${half}: ${error.message}`));
          if (typeof back !== 'object') continue;
          const lost = missing(want, back.headings);
          if (lost.length > 0) say(`${half}: ${lost.length} of ${want.length} headings are lost: ${lost.slice(0, 3).join(' | ')}`);
          const unsaid = missing(alternatives, back.alternatives);
          if (unsaid.length > 0) say(`${half}: ${unsaid.length} of ${alternatives.length} alternatives are lost: ${unsaid[0]}`);
          if (back.title !== modelTitle(report)) say(`${half}: calibre names it “${back.title}”`);
          // calibre takes “A & B” for two people.
          if (author !== undefined && back.authors.join(' & ') !== author) say(`${half}: calibre says that it is by ${back.authors}`);
          // calibre 6 forgets the region of a language.
          if (back.language?.split('-')[0] !== report.meta.lang.split('-')[0]) say(`${half}: calibre says that it is in ${back.language}`);
          if (report.meta.cover !== undefined && !back.cover) say(`${half}: calibre finds no cover`);
          const listed = missing(
            modelHeadings(report, contentsDepth).map((heading) => heading.text),
            back.contents,
          );
          if (listed.length > 0 && report.outline.length > 0)
            say(`${half}: ${listed.length} headings are not in the contents: ${listed.slice(0, 3).join(' | ')}`);
        }
      },
    );
    return findings;
  },
  proofs: [
    {
      name: 'the wrong language',
      format: 'azw3',
      suits: (file) => file.document.kind === 'example',
      damage: (bytes) => replaceBytes(bytes, 'en-GB', 'en-US'),
    },
    {
      name: 'another author',
      format: 'mobi',
      suits: (file) => file.document.kind === 'example',
      damage: (bytes) => replaceBytes(bytes, 'Common Thread', 'Common Threat'),
    },
    { name: 'cut short', format: 'mobi', damage: (bytes) => bytes.subarray(0, bytes.length / 2) },
    { name: 'cut short', format: 'azw3', damage: (bytes) => bytes.subarray(0, bytes.length / 3) },
    {
      name: 'a record is damaged',
      format: 'azw3',
      damage(bytes) {
        const copy = bytes.slice();
        copy.fill(0x80, 20_000, 20_600);
        return copy.length > 21_000 ? copy : bytes.subarray(0, 400);
      },
    },
    {
      name: 'a text of another length',
      format: 'azw3',
      damage(bytes) {
        const copy = bytes.slice();
        const book = new DataView(copy.buffer);
        const at = book.getUint32(78) + 4;
        book.setUint32(at, book.getUint32(at) + 1);
        return copy;
      },
    },
  ],
};
