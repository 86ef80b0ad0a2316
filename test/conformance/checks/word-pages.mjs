import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Share of the contents list's page numbers that must be the pages on which LibreOffice prints the sections. */
const least = 0.95;

/**
 * LibreOffice prints the Word files, and what is printed is measured: the page numbers of the contents list are those of the
 * pages, the typeface is the embedded one, and large print has no line that ends in a hyphen within a word.
 * Word and LibreOffice break pages by rules of their own, so one number in twenty may differ, over all files.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'word-pages',
  formats: ['docx'],
  tools: [
    { command: 'soffice', apt: 'libreoffice-writer-nogui' },
    { command: 'pdftotext', apt: 'poppler-utils' },
    { command: 'pdffonts', apt: 'poppler-utils' },
  ],
  async run(files, kit) {
    const findings = [];
    const wanted = files.filter((file) => ['report', 'example'].includes(file.document.kind));
    const incoming = kit.tempDir('pages-in');
    const out = kit.tempDir('pages-out');
    const named = wanted.map((file, index) => ({ file, stem: `f${index}` }));
    for (const { file, stem } of named) copyFileSync(file.path, join(incoming, `${stem}.docx`));
    if (named.length === 0) return findings;
    await kit.office(['--convert-to', 'pdf', '--outdir', out, ...named.map(({ stem }) => join(incoming, `${stem}.docx`))], {
      timeoutMs: 600_000,
    });
    let right = 0;
    const wrong = [];
    for (const { file, stem } of named) {
      const pdf = join(out, `${stem}.pdf`);
      if (!existsSync(pdf)) {
        findings.push({ file, message: 'not opened' });
        continue;
      }
      const printed = await kit.runTool('pdftotext', ['-layout', pdf, '-']);
      const pages = printed.stdout.split('\f').map(fold);
      if (file.edition === 'large-print') {
        const broken = printed.stdout.split('\n').find((line) => /[\p{L}\p{N}][-\u2010\u2011\u00ad]$/u.test(line.trimEnd()));
        if (broken !== undefined) findings.push({ file, message: `a line ends within a word: “${broken.trim().slice(-40)}”` });
      }
      const fonts = await kit.runTool('pdffonts', [pdf]);
      if (!/Atkinson/.test(fonts.stdout)) findings.push({ file, message: 'the embedded typeface was not used' });
      const entries = contentsEntries(strFromU8(unzipSync(await bytesOf(file.path))['word/document.xml']));
      for (const { text, page, actual } of locate(entries, pages)) {
        if (actual === undefined || page === '') continue;
        if (Number(page) === actual) right += 1;
        else wrong.push({ file, message: `the contents list says page ${page} for “${text}”, which is on page ${actual}` });
      }
    }
    if (right + wrong.length > 0 && right / (right + wrong.length) < least) findings.push(...wrong);
    else findings.push(...wrong.map((finding) => ({ ...finding, severity: 'warning' })));
    return findings;
  },
  proofs: [
    {
      name: 'hyphens at which a line may end',
      format: 'docx',
      suits: (file) => file.edition === 'large-print' && ['report', 'example'].includes(file.document.kind),
      damage(bytes) {
        const parts = unzipSync(bytes);
        const xml = strFromU8(parts['word/document.xml']);
        parts['word/document.xml'] = strToU8(xml.replace(/(<w:t[^>]*>)([^<]{150,})/, (_all, tag, text) => tag + text.replaceAll(' ', '-')));
        return zipSync(parts);
      },
    },
    {
      name: 'page numbers one too high',
      format: 'docx',
      damage(bytes) {
        const parts = unzipSync(bytes);
        const xml = strFromU8(parts['word/document.xml']);
        parts['word/document.xml'] = strToU8(
          xml.replace(/(PAGEREF _Toc.*?fldCharType="separate"\/><w:t[^>]*>)(\d+)/g, (_all, before, page) => `${before}${Number(page) + 1}`),
        );
        return zipSync(parts);
      },
    },
  ],
};

const fold = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

async function bytesOf(path) {
  const { readFile } = await import('node:fs/promises');
  return new Uint8Array(await readFile(path));
}

/** What the contents list says. */
function contentsEntries(xml) {
  const list = /<w:sdtContent>(.*?)<\/w:sdtContent>/s.exec(xml)?.[1] ?? '';
  const words = (part) =>
    fold(unescape([...(part ?? '').matchAll(/<w:t[ >][^<]*/g)].map(([found]) => found.replace(/^<w:t[^>]*>/, '')).join('')));
  return [...list.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph.split('PAGEREF'))
    .map(([text, page]) => ({ text: words(text), page: words(page) }))
    .filter(({ text }) => text !== '');
}

/** Adds the page on which each section is printed, seeking forward from the end of the contents list. */
function locate(entries, pages) {
  let from = pages.findLastIndex((page) => /\.{6,}/.test(page)) + 1;
  return entries.map((entry) => {
    const at = pages.findIndex((page, index) => index >= from && page.includes(entry.text));
    if (at >= 0) from = at;
    return { ...entry, actual: at < 0 ? undefined : at + 1 };
  });
}
