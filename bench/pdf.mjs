import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longReport, toHtml, toModel, toTypst } from './pdf-peers/long-report.mjs';

/**
 * A report of 500 pages as tagged PDF. Typst is used where the variable TYPST_FOLDER names a folder whose node_modules
 * hold @myriaddreamin/typst-ts-node-compiler.
 */
export const bench = {
  name: '500 pages to tagged PDF',
  runs: 3,
  async prepare({ dir }) {
    for (const [name, count] of [
      ['500', 206],
      ['1000', 412],
    ]) {
      const sections = longReport(count);
      writeFileSync(join(dir, `${name}.json`), JSON.stringify(toModel(sections)));
      writeFileSync(join(dir, `${name}.html`), toHtml(sections));
      writeFileSync(join(dir, `${name}.typ`), toTypst(sections));
    }
  },
  cases({ dir, root }) {
    const script = (name) => join(root, `bench/pdf-peers/${name}.mjs`);
    const typst = process.env.TYPST_FOLDER;
    return [
      { name: 'everyread, 500 pages', command: ['node', script('everyread'), root, '500.json', '500.pdf'] },
      { name: 'everyread, 1,000 pages', command: ['node', script('everyread'), root, '1000.json', '1000.pdf'] },
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
          join(dir, 'office-out'),
          '500.html',
        ],
        peer: true,
      },
      { name: 'WeasyPrint, pdf/ua-1', command: ['weasyprint', '--pdf-variant', 'pdf/ua-1', '500.html', 'weasyprint.pdf'], peer: true },
    ];
  },
};
