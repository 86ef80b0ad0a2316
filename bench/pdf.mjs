import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longReport, toHtml, toModel, toTypst } from './pdf-peers/long-report.mjs';

/** Sections that fill about so many pages of ours. */
const sizes = { 500: 206, 1000: 412, 2000: 824 };

/** The pages of a file (poppler), so that tools which set the same words on more or fewer pages can be compared. */
function pagesOf(path) {
  try {
    return Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * A report of 500 pages as tagged PDF, and of 1,000 and 2,000 to see that time grows with the pages and no faster. Typst is
 * used where the variable TYPST_FOLDER names a folder whose node_modules hold @myriaddreamin/typst-ts-node-compiler;
 * `apt-get install weasyprint libreoffice-writer-nogui poppler-utils` brings the rest.
 */
export const bench = {
  name: '500 pages to tagged PDF',
  runs: 3,
  async prepare({ dir }) {
    for (const [name, count] of Object.entries(sizes)) {
      const sections = longReport(count);
      writeFileSync(join(dir, `${name}.json`), JSON.stringify(toModel(sections)));
      if (name !== '500') continue;
      writeFileSync(join(dir, `${name}.html`), toHtml(sections));
      writeFileSync(join(dir, `${name}.typ`), toTypst(sections));
    }
  },
  cases({ dir, root }) {
    const script = (name) => join(root, `bench/pdf-peers/${name}.mjs`);
    const typst = process.env.TYPST_FOLDER;
    const ours = (pages) => ({
      name: `everyread, ${pages} pages`,
      command: ['node', script('everyread'), root, `${pages}.json`, `${pages}.pdf`],
    });
    return [
      ours(500),
      ours(1000),
      ours(2000),
      ...(typst && existsSync(typst)
        ? [{ name: 'Typst, ua-1', command: ['node', script('typst'), typst, '500.typ', 'typst.pdf'], peer: true }]
        : []),
      {
        name: 'LibreOffice, from HTML',
        command: [
          'soffice',
          `-env:UserInstallation=file://${dir}/office`,
          '--headless',
          '--convert-to',
          'pdf:writer_web_pdf_Export',
          '--outdir',
          join(dir, 'office'),
          '500.html',
        ],
        peer: true,
      },
      // A minute or two each time: one run that counts.
      {
        name: 'WeasyPrint, pdf/ua-1',
        command: ['weasyprint', '--pdf-variant', 'pdf/ua-1', '500.html', 'weasyprint.pdf'],
        peer: true,
        runs: 1,
      },
    ];
  },
  async notes({ dir }, results) {
    const files = {
      'everyread, 500 pages': '500.pdf',
      'everyread, 1000 pages': '1000.pdf',
      'everyread, 2000 pages': '2000.pdf',
      'Typst, ua-1': 'typst.pdf',
      'LibreOffice, from HTML': 'office/500.pdf',
      'WeasyPrint, pdf/ua-1': 'weasyprint.pdf',
    };
    const timed = results.flatMap(({ name, cpuS, skipped }) => {
      const pages = pagesOf(join(dir, files[name]));
      return skipped || pages === 0 ? [] : [{ name, pages, cpuS, perPageMs: (cpuS / pages) * 1000 }];
    });
    const [first] = timed;
    return timed.map(
      ({ name, pages, cpuS, perPageMs }) =>
        `${name}: ${pages} pages, ${perPageMs.toFixed(1)} ms a page; ${(cpuS / first.cpuS).toFixed(2)} times the CPU of the first, ${(perPageMs / first.perPageMs).toFixed(2)} times a page`,
    );
  },
};
