import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { backTranslate, cellsOf } from '../kit/back-translate.mjs';

const schema = fileURLToPath(new URL('../../../../shared/schemas/pef/pef-2008-1.rng', import.meta.url));
const schematron = schema.replace(/rng$/, 'sch');

/** What the figures and words must come back from; volumes hold parts of it, the summary less. */
const isWholeReport = (file) => file.document.kind === 'report' && file.edition !== 'summary' && !/-volume-\d+\.brf$/.test(file.path);

/** Words and figures of a text, for counting what came back. */
function words(text) {
  return text
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'.,£%:]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^['.,:]+|['.,:]+$/g, ''))
    .filter(Boolean);
}

/** Text of a prepared report as its Braille should hold it, but for page references, which name Braille pages. */
function printOf(report) {
  const out = [`${report.meta.title} ${report.meta.subtitle ?? ''} `];
  const see = (node) => {
    if (node.type === 'crossReference' && node.show === 'page') return;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') out.push(node.value);
    if (node.type === 'image' || node.type === 'figure') out.push(` ${node.alt ?? ''} `);
    if (node.type === 'keyFigure') out.push(` ${node.value} `);
    if (node.type === 'pullQuote') out.push(` ${[node.by, node.role, node.org].filter(Boolean).join(', ')} `);
    for (const child of node.children ?? []) see(child);
    if (node.type !== 'text') out.push(/^(?:emphasis|strong|link|span|abbreviation|sentence|crossReference)$/.test(node.type) ? '' : ' ');
  };
  see(report.root);
  for (const note of report.notes) see(note.definition);
  return out.join('');
}

/** Findings of a BRF file by itself: characters, line and page lengths. */
function shape(text) {
  const pages = text.split('\f').map((page) => page.replace(/\r\n$/, '').split('\r\n'));
  if (/[^\n\f\r\x20-\x5f]/.test(text)) return 'holds characters that are not ASCII Braille';
  if (pages.some((page) => page.length > 25)) return 'has a page of more than 25 lines';
  if (pages.flat().some((line) => line.length > 40)) return 'has a line of more than 40 cells';
  return undefined;
}

/** Pages of lines that hold something, as one text: blanks at the ends of lines and pages are no cells. */
function joined(pages) {
  return pages.map((lines) => lines.join('\n').replace(/\n+$/, '')).join('\f');
}

function linesOfBrf(path) {
  const pages = readFileSync(path, 'latin1').split('\f');
  return joined(pages.map((page) => page.split('\r\n').map((line) => cellsOf(line).replace(/\u2800+$/, ''))));
}

function linesOfPef(path) {
  const pages = readFileSync(path, 'utf8').split('<page>').slice(1);
  return joined(
    pages.map((page) => [...page.matchAll(/<row(?:\/>|[^>]*>([^<]*)<\/row>)/g)].map(([, cells = '']) => cells.replace(/\u2800+$/, ''))),
  );
}

/**
 * Braille files seen by others: PEF against DAISY's schema with xmllint and its Schematron with jing, its cells against those of
 * the BRF, and BRF turned back into print by another,
 * newer liblouis, which must find the words (99.5 % of them) and every figure of the real report again.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'braille',
  formats: ['brf', 'pef'],
  tools: [
    { command: 'xmllint', apt: 'libxml2-utils' },
    { command: 'jing', apt: 'jing' },
    { command: 'lou_translate', apt: 'liblouis-bin' },
  ],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      if (file.format === 'pef') {
        if (!existsSync(schema)) return;
        const result = await kit.runTool('xmllint', ['--noout', '--relaxng', schema, file.path]);
        if (result.code !== 0) findings.push({ file, message: result.stderr.trim().split('\n').slice(0, 2).join(' ') });
        const rules = await kit.runTool('jing', [schematron, file.path]);
        if (rules.code !== 0)
          findings.push({ file, message: `PEF’s Schematron: ${rules.stdout.trim().split('\n').slice(0, 2).join(' ').slice(0, 200)}` });
        const brf = files.find((other) => other.path === file.path.replace(/pef$/, 'brf'));
        if (brf && linesOfBrf(brf.path) !== linesOfPef(file.path))
          findings.push({ file, message: 'BRF and PEF of one run hold other cells' });
        return;
      }
      const text = readFileSync(file.path, 'latin1');
      const wrong = shape(text);
      if (wrong) findings.push({ file, message: wrong });
      if (!isWholeReport(file)) return;
      const report = await kit.prepared(file);
      const back = await backTranslate(text, kit);
      const found = new Map();
      for (const word of words(back)) found.set(word, (found.get(word) ?? 0) + 1);
      const wanted = words(printOf(report));
      const missing = wanted.filter((word) => {
        const left = found.get(word) ?? 0;
        found.set(word, left - 1);
        return left <= 0;
      });
      const figures = missing.filter((word) => /\d/.test(word));
      const share = 1 - missing.length / Math.max(1, wanted.length);
      if (share < 0.995)
        findings.push({ file, message: `only ${(share * 100).toFixed(2)} % of the words came back: ${missing.slice(0, 8).join(', ')}` });
      if (figures.length > 0) findings.push({ file, message: `figures did not come back: ${figures.slice(0, 8).join(', ')}` });
    });
    return findings;
  },
  proofs: [
    { name: 'a page of 26 lines', format: 'brf', damage: (bytes) => Buffer.concat([Buffer.from('A\r\n'.repeat(26)), Buffer.from(bytes)]) },
    { name: 'a lower case letter', format: 'brf', damage: (bytes) => Buffer.concat([Buffer.from('a'), Buffer.from(bytes)]) },
    {
      name: 'a figure that is another',
      format: 'brf',
      suits: isWholeReport,
      damage: (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('#EJB', '#EJC'), 'latin1'),
    },
    {
      name: 'a row that is longer than the page is wide',
      format: 'pef',
      damage: (bytes) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString('utf8')
            .replace('<row>', `<row>${'⠿'.repeat(60)}`),
        ),
    },
    {
      name: 'a volume without its width',
      format: 'pef',
      damage: (bytes) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString('utf8')
            .replace(/ cols="\d+"/, ''),
        ),
    },
  ],
};
