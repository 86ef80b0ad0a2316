import { fill, type Words } from '@everyread/core';
import type { BrailleDocument } from '../document.js';
import { escapeXml } from './xml.js';

const style = `
:root{color-scheme:light dark;--ink:#1d1d1f;--paper:#fff;--soft:#5c5c66;--line:#d7d7de;--hi:#fff3c4}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2f4;--paper:#17171a;--soft:#b3b3bd;--line:#3a3a42;--hi:#4a3f10}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
header,main{max-width:76rem;margin:0 auto;padding:1rem 1.5rem}h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.3rem 0;max-width:45rem}.soft{color:var(--soft)}nav ul{columns:20rem;column-gap:3rem;padding-left:1.2rem}nav li{break-inside:avoid;padding:.1rem 0}
a.skip{position:absolute;left:1rem;top:-6rem;background:Canvas;color:LinkText;padding:.75rem 1.25rem}a.skip:focus{top:0}:focus-visible{outline:3px solid}
.page{border:1px solid var(--line);border-radius:.5rem;margin:0 0 1.5rem;overflow-x:auto}
.page h3{font-size:.9rem;margin:0;padding:.4rem .8rem;border-bottom:1px solid var(--line);color:var(--soft);font-weight:600}
table{border-collapse:collapse;width:100%}td,th{padding:.05rem .8rem;vertical-align:top;text-align:left}
th{font-size:.75rem;color:var(--soft);font-weight:600}th[scope=row]{width:3rem;text-align:right;font-variant-numeric:tabular-nums;font-weight:400}
td.cells{width:60%}.cells{font-family:"Apple Braille","Segoe UI Symbol","DejaVu Sans","Noto Sans Symbols 2","FreeMono",monospace;font-size:1.15rem;line-height:1.45;white-space:pre;letter-spacing:.06em}
tr:hover td,tr:target td{background:var(--hi)}@media print{.page{break-inside:avoid}}`;

/**
 * Writes a page for proofreading by a sighted editor: each line of cells beside the print that it came from, page
 * by page, no script, nothing fetched. The page itself is in English, as its only words are for the editor.
 */
export function writePreview(document: BrailleDocument, words: Words): Uint8Array {
  const { provenance } = document;
  const pageId = (volume: number, number: string): string => `v${volume}-p${number}`;
  const out = [
    '<!DOCTYPE html>',
    `<html lang="${escapeXml(words.lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(document.title)} – Braille proof</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#proof">${escapeXml(words.skipToContent)}</a>`,
    '<header>',
    `<h1 lang="${escapeXml(document.lang)}">${escapeXml(document.title)}</h1>`,
    `<p>Proof of the Braille edition: each line of cells with the print that it came from. ${provenance.code} grade ${provenance.grade}, ${document.cols} cells by ${document.rows} lines, ${document.volumes.length} ${document.volumes.length === 1 ? 'volume' : 'volumes'}.</p>`,
    `<p class="soft">${escapeXml(provenance.engine)} ${escapeXml(provenance.engineVersion)}; ${escapeXml(provenance.tables.join(', '))}; SHA-256 ${provenance.tablesSha256.slice(0, 16)}…</p>`,
    '</header>',
    '<main>',
    `<nav aria-label="${escapeXml(words.contents)}"><h2>${escapeXml(words.contents)}</h2><ul>`,
    ...document.headings.map(
      (heading) =>
        `<li><a href="#${pageId(heading.volume, heading.page)}">${escapeXml(heading.text)}</a> <span class="soft">${escapeXml(fill(words.page, { n: heading.page }))}</span></li>`,
    ),
    '</ul></nav>',
    '<div id="proof" tabindex="-1"></div>',
  ];
  for (const volume of document.volumes) {
    if (document.volumes.length > 1) out.push(`<h2>Volume ${volume.number}</h2>`);
    for (const section of volume.sections) {
      for (const page of section.pages) {
        const id = pageId(volume.number, page.number);
        out.push(
          `<section class="page" id="${id}" tabindex="0" aria-labelledby="${id}-t"><h3 id="${id}-t">Braille page ${escapeXml(page.number)}</h3>`,
        );
        out.push('<table><thead><tr><th scope="col">Line</th><th scope="col">Braille</th><th scope="col">Print</th></tr></thead><tbody>');
        page.lines.forEach((line, index) => {
          if (line.cells === '') return;
          out.push(
            `<tr><th scope="row">${index + 1}</th><td class="cells">${line.cells}</td><td lang="${escapeXml(document.lang)}">${escapeXml(line.print)}</td></tr>`,
          );
        });
        out.push('</tbody></table></section>');
      }
    }
  }
  out.push('</main>', '</body>', '</html>', '');
  return new TextEncoder().encode(out.join('\n'));
}
