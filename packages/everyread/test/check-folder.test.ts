import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asciiToCells } from '@everyread/braille';
import { unzip, zipFiles } from '@everyread/zip';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, goodReport, run, wordsConfig } from './terminal.js';

describe('check of a folder', () => {
  it('reads the editions back and sees what is missing, changed or old', async () => {
    const folder = await folderWith({
      'report.md': goodReport,
      'everyread.config.mjs': wordsConfig.replace("editions: ['words']", "editions: ['words:screen-reader', 'html:screen-reader']"),
    });
    expect((await run(folder, ['build', 'report.md', '--quiet'])).code).toBe(0);
    const good = await run(folder, ['check', 'dist']);
    expect(good.err).toContain('done dist/report.txt: as it was built; nothing here can read it back');
    expect(good.err).toContain('done dist/report.html: the same as the report');
    expect(good.code).toBe(0);

    const page = join(folder, 'dist/report.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('We met', 'We saw'));
    const changed = await run(folder, ['check', 'dist', '--json', '--quiet']);
    expect(changed.code).toBe(1);
    const found = JSON.parse(changed.out).files.flatMap((file: { messages: { ruleId: string }[] }) =>
      file.messages.map((each) => each.ruleId),
    );
    expect(found).toContain('output-changed');
    expect(found).toContain('read-back-text');

    await rm(page);
    await appendFile(join(folder, 'report.md'), '\nMore.\n');
    const missing = await run(folder, ['check', 'dist']);
    expect(missing.err).toContain('error output-missing The file report.html is not there');
    expect(missing.err).toContain('warning output-old report.md has changed since the build');
    expect(missing.code).toBe(1);
  });

  it('compares editions with each other where the report is not there', async () => {
    const text = `---\ntitle: Our year\nlang: en-GB\n---\n\n# What we did\n\nIn our year 24.8K people came to the garden, and they planted 312 trees along the river bank.\n\n:::stats[Our money]\n::stat[came in]{value="£1,179,818.54" say="just under 1.2 million pounds"}\n:::\n\n# What it cost\n\nThe trees cost £1,179 and the tools, which the council lent to us, cost nothing at all.\n\n![Five hands hold a spade.](a.svg)\n`;
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const folder = await folderWith({ 'report.md': text, 'a.svg': picture });
    await run(folder, ['build', 'report.md', '--to', 'html:screen-reader,docx,pdf,azw3', '--quiet']);
    await rm(join(folder, 'dist/everyread-report.json'), { force: true });
    await rm(join(folder, 'report.md'));
    expect(await run(folder, ['check', 'dist'])).toMatchObject({ code: 0, err: expect.stringContaining('6 editions compared') });

    const page = join(folder, 'dist/report.html');
    const whole = await readFile(page, 'utf8');
    const says = async (from: string | RegExp, to: string): Promise<string[]> => {
      await writeFile(page, whole.replaceAll(from, to));
      expect(await readFile(page, 'utf8')).not.toBe(whole);
      const { code, out } = await run(folder, ['check', 'dist', '--json', '--quiet']);
      expect(code).toBe(1);
      return JSON.parse(out).messages.map((each: { reason: string }) => each.reason);
    };
    const others = 'report-large-print.docx, report-large-print.pdf, report.azw3, report.docx, report.pdf';
    expect(await says('24.8K', '24.3K')).toEqual([`after “we did In our year” ${others} say “24.8K”, report.html says “24.3K”`]);
    expect(await says('£1,179', '£1,719')).toEqual([expect.stringContaining('report.html says “£1,719”')]);
    expect(await says('and they planted 312 trees ', '')).toEqual([
      expect.stringMatching(/report\.html lacks the words “and they planted 312 trees”/),
    ]);
    expect(await says('What it cost', 'Costs')).toEqual(
      expect.arrayContaining([expect.stringContaining('report.html lacks the heading “What it cost”')]),
    );
    expect(await says('Five hands hold a spade', 'Hands')).toEqual([
      expect.stringContaining('report.html lacks the text alternative “Five hands hold a spade.”'),
    ]);
    await rm(page);
    for (const name of ['report.docx', 'report-large-print.docx', 'report-large-print.pdf', 'report.azw3'])
      await rm(join(folder, 'dist', name));
    expect(await run(folder, ['check', 'dist'])).toMatchObject({ code: 2, err: expect.stringContaining('two editions to compare') });
  });

  describe('figures, signs and words near parts that some readers alone get, where the report is not there', () => {
    const text = `---\ntitle: Our year\nlang: en-GB\n---\n\n# What we did\n\nNearly 12% of people came back, 3 % more than before, and £5 each was given. It was −4 degrees.\n\n:::only{format=pdf,html}\nSeen on a page.\n:::\n\nWe did not lose any of the 31 tools.\n\n:::chart[Where it went]{type=doughnut unit="%"}\n| Where | Share |\n| --- | --- |\n| Tools | 40 |\n| Trees | 60 |\n:::\n\n:::stats[Reach]\n::stat[subscribers]{value="+29%" say="29 per cent more"}\n:::\n`;
    let folder = '';
    beforeAll(async () => {
      folder = await folderWith({ 'report.md': text });
      await run(folder, ['build', 'report.md', '--to', 'html:screen-reader,docx,pdf,epub,azw3', '--quiet']);
    }, 60_000);

    it('finds nothing where they agree, and says what it can’t see and what would show it', async () => {
      const { code, err } = await run(folder, ['check', 'dist']);
      expect(err).toContain(
        'What all of them lack or say wrongly was not seen. To compare each with the report: everyread check dist --source',
      );
      expect(err).toContain('7 editions compared; no errors and no warnings');
      expect(code).toBe(0);
    });

    it.each([
      [
        'a lost unit',
        '12%',
        '12',
        'Nearly” report-large-print.docx, report-large-print.pdf, report.azw3, report.docx, report.epub, report.pdf say “12%”, report.html says “12”',
      ],
      ['a lost unit that stands apart', '3 %', '3', 'say “3 %”, report.html says “3”'],
      ['another currency', '£5', '€5', 'say “£5”, report.html says “€5”'],
      ['another sign', '−4', '4', 'say “−4”, report.html says “4”'],
      ['a word that turns the meaning round, near a part for some', 'did not lose', 'did lose', 'report.html lacks the words “not”'],
      ['a figure near a part for some', 'the 31 tools', 'the 13 tools', 'say “31”, report.html says “13”'],
    ])('sees %s', async (_name, from, to, said) => {
      const page = join(folder, 'dist/report.html');
      const whole = await readFile(page, 'utf8');
      expect(whole).toContain(from);
      await writeFile(page, whole.replace(from, to));
      const { code, out } = await run(folder, ['check', 'dist', '--json', '--quiet']);
      await writeFile(page, whole);
      expect(JSON.parse(out).messages.map((each: { reason: string }) => each.reason)).toEqual([expect.stringContaining(said)]);
      expect(code).toBe(1);
    });

    it('compares with the report that --source names, a folder or one edition, and then sees what all editions share', async () => {
      const same = await run(folder, ['check', 'dist', '--source', 'report.md']);
      expect(same).toMatchObject({ code: 0, err: expect.stringContaining('7 of 7 files read back; no errors and no warnings') });
      await writeFile(join(folder, 'other.md'), text.replace('31 tools', '32 tools'));
      const { code, err } = await run(folder, ['check', 'dist', '--source', 'other.md']);
      expect(err.match(/error read-back-text/g)).toHaveLength(7);
      expect(code).toBe(1);
      expect(await run(folder, ['check', 'dist/report-large-print.docx', '--source', 'report.md'])).toMatchObject({
        code: 0,
        err: expect.stringContaining('done dist/report-large-print.docx: the same as the report'),
      });
      expect(await run(folder, ['check', 'dist/report.epub', '--source', 'other.md'])).toMatchObject({ code: 1 });
    });

    it('says how to check an edition that is named alone, and does not read it as a report', async () => {
      const { code, err } = await run(folder, ['check', 'dist/report.epub']);
      expect(err).toContain('dist/report.epub is an edition');
      expect(err).toContain('everyread check dist/report.epub --source report.md');
      expect(code).toBe(2);
      expect(await run(folder, ['check', 'dist/report.azw3', '--source', 'none.md'])).toMatchObject({ code: 2 });
      expect(await run(folder, ['check', 'none/report.azw3', '--source', 'report.md'])).toMatchObject({ code: 1 });
    });
  });

  describe('editions in Braille and in sound, compared with the others where the report is not there', () => {
    const text = `---\ntitle: Our year\nlang: en-GB\n---\n\n# What we did\n\nIn our year 248 people came to the garden, and they planted 312 trees along the river bank.\n\n# What it cost\n\nThe trees cost £1,179 and the tools, which the council lent to us, cost nothing at all.\n`;
    const formats = 'html:screen-reader,docx:screen-reader,brf,pef,ebrl,mp3,daisy-2.02,daisy-3';
    let folder = '';
    beforeAll(async () => {
      folder = await folderWith({ 'report.md': text });
      expect((await run(folder, ['build', 'report.md', '--to', formats, '--quiet'])).code).toBe(0);
      await rm(join(folder, 'dist/everyread-report.json'), { force: true });
      await rm(join(folder, 'report.md'));
    }, 60_000);

    it('finds nothing where they agree, and says what it could not compare', async () => {
      const { code, err } = await run(folder, ['check', 'dist']);
      expect(err).toContain('8 editions compared; no errors and no warnings');
      expect(err).toContain('Of Braille, the words, figures and headings were compared that all other editions share.');
      expect(err).toContain('Of MP3, the title, the language and the chapters were compared: what is spoken was not heard.');
      expect(code).toBe(0);
    });

    const cells = (ascii: string): string => asciiToCells(ascii);
    const inText = (from: string, to: string) => (bytes: Uint8Array) =>
      Buffer.from(replaced(Buffer.from(bytes).toString('utf8'), from, to));
    const inZip =
      (from: string, to: string, name = /\.(?:xml|html|xhtml|opf)$/) =>
      (bytes: Uint8Array) => {
        const files = [...unzip(bytes)].map(([path, body]) => ({
          path,
          body: name.test(path) ? new TextEncoder().encode(new TextDecoder().decode(body).replaceAll(from, to)) : body,
        }));
        return zipFiles(files, { date: new Date('2024-03-22T00:00:00Z') });
      };
    const inTag = (from: string, to: string) => (bytes: Uint8Array) => {
      const whole = Buffer.from(bytes);
      const [old, other] = (['utf16le', 'latin1'] as const)
        .map((code) => [Buffer.from(from, code), Buffer.from(to, code)])
        .find(([each]) => whole.includes(each!))!;
      for (let at = whole.indexOf(old!); at >= 0; at = whole.indexOf(old!, at + 1)) other!.copy(whole, at);
      return whole;
    };
    function replaced(whole: string, from: string, to: string): string {
      expect(whole).toContain(from);
      return whole.replaceAll(from, to);
    }

    it.each<[name: string, file: string, damage: (bytes: Uint8Array) => Uint8Array, said: RegExp]>([
      ['a figure in BRF', 'report.brf', inText('#CAB', '#CBA'), /report\.brf lacks the figure 312/],
      ['a word in BRF', 'report.brf', inText('G>D5', 'G>AGE'), /report\.brf lacks the words “garden,”/],
      [
        'a line of BRF',
        'report.brf',
        (bytes) =>
          Buffer.from(
            Buffer.from(bytes)
              .toString('latin1')
              .replace(/\r\n[^\r]*#CAB[^\r]*\r\n/, '\r\n'),
            'latin1',
          ),
        /lacks the figure 312[\s\S]*lacks the words/,
      ],
      ['the sign of a sum of money in BRF', 'report.brf', inText('@L#A1AGI', '#A1AGI'), /report\.brf lacks the sign of £1,179,/],
      ['a sum of money in PEF', 'report.pef', inText(cells('#A1AGI'), cells('#A1GAI')), /report\.pef lacks the figure 1,179/],
      ['a heading in eBraille', 'report.ebrl', inZip(`${cells(',:AT')}\u2800`, ''), /report\.ebrl lacks the (?:heading|words) “What/],
      ['a figure in DAISY 2.02', 'report-daisy-2.02.zip', inZip('312', '321'), /report-daisy-2\.02\.zip says “321”/],
      [
        'a heading of DAISY 3',
        'report-daisy-3.zip',
        inZip('What it cost', 'What we paid'),
        /report-daisy-3\.zip lacks the heading “What it cost”/,
      ],
      [
        'words of DAISY 3',
        'report-daisy-3.zip',
        inZip('along the river bank', ''),
        /report-daisy-3\.zip lacks the words “along the river bank/,
      ],
      ['a chapter of MP3', 'report.mp3', inTag('What it cost', 'What we paid'), /report\.mp3 lacks the heading “What it cost”/],
      ['the title of MP3', 'report.mp3', inTag('Our year', 'Our week'), /the title of report\.mp3 is “Our week”/],
      ['the language of DAISY 3', 'report-daisy-3.zip', inZip('en-GB', 'cy'), /the language of report-daisy-3\.zip is “cy”/],
      ['the language of PEF', 'report.pef', inText('<dc:language>en-GB', '<dc:language>fr'), /the language of report\.pef is “fr”/],
    ])('sees a fault in %s', async (_name, file, damage, said) => {
      const path = join(folder, 'dist', file);
      const good = await readFile(path);
      await writeFile(path, damage(good));
      const { code, out } = await run(folder, ['check', 'dist', '--json', '--quiet']);
      await writeFile(path, good);
      expect(
        JSON.parse(out)
          .messages.map((each: { reason: string }) => each.reason)
          .join('\n'),
      ).toMatch(said);
      expect(code).toBe(1);
    });
  });

  it('finds nothing in words that are too long for a line of Braille, or in scripts that it lacks', async () => {
    for (const name of ['deep', 'letters']) {
      const text = await readFile(new URL(`../../../test/conformance/documents/${name}.md`, import.meta.url));
      const folder = await folderWith({ 'report.md': text });
      await run(folder, ['build', 'report.md', '--to', 'html:screen-reader,docx:screen-reader,brf,pef,ebrl', '--quiet']);
      await rm(join(folder, 'report.md'));
      expect(await run(folder, ['check', 'dist'])).toMatchObject({
        code: 0,
        err: expect.stringContaining('5 editions compared; no errors'),
      });
    }
  }, 60_000);

  it('needs the record of a build, and its report', async () => {
    const folder = await folderWith({ 'report.md': goodReport, 'everyread.config.mjs': wordsConfig });
    expect(await run(folder, ['check', '.'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds neither everyread-report.json'),
    });
    await run(folder, ['build', 'report.md', '--out', 'elsewhere/dist']);
    const other = await folderWith({});
    expect(await run(other, ['check', join(folder, 'elsewhere/dist')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--source'),
    });
    expect((await run(folder, ['check', 'elsewhere/dist', '--source', 'report.md'])).code).toBe(0);
  });
});
