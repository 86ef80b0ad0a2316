/**
 * One long report as data, so that every tool gets the same words: sections with paragraphs, links, a list and a table.
 * 206 sections are about 500 pages of A4.
 */
const words =
  'the of and to in people community production together work learning project change support research organisation shared experience value report meeting event training charity university council health social local public practice approach decision process'.split(
    ' ',
  );

/** @param {number} count of sections */
export function longReport(count) {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  const word = () => words[Math.floor(random() * words.length)];
  const some = (n) => Array.from({ length: n }, word).join(' ');
  const paragraph = (n, href) => ({
    before: `${some(n / 2)} `,
    link: href ? { text: some(3), href } : undefined,
    after: ` ${some(n / 2)}.`,
  });
  return Array.from({ length: count }, (_, s) => ({
    title: `Section ${s + 1} on ${word()} and ${word()}`,
    paragraphs: Array.from({ length: 5 }, (_, p) => paragraph(84, `https://example.org/${s}/${p}`)),
    subtitle: `More of ${s + 1}`,
    items: Array.from({ length: 5 }, () => some(9)),
    last: paragraph(60, `https://example.org/${s}/last`),
    rows: Array.from({ length: 12 }, (_, r) => [some(3), `${r + 1} July 2023`, some(2), String(Math.floor(random() * 900))]),
  }));
}

const head = ['Event', 'When', 'Place', 'People'];

/** As a report of the model. */
export function toModel(sections) {
  const text = (value) => ({ type: 'text', value });
  const paragraph = ({ before, link, after }) => ({
    type: 'paragraph',
    children: [text(before), ...(link ? [{ type: 'link', url: link.href, children: [text(link.text)] }] : []), text(after)],
  });
  const row = (cells) => ({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })) });
  const children = sections.flatMap((section) => [
    { type: 'heading', depth: 1, children: [text(section.title)] },
    ...section.paragraphs.map(paragraph),
    { type: 'heading', depth: 2, children: [text(section.subtitle)] },
    {
      type: 'list',
      ordered: false,
      children: section.items.map((item) => ({ type: 'listItem', children: [{ type: 'paragraph', children: [text(item)] }] })),
    },
    paragraph(section.last),
    { type: 'table', align: [null, null, null, 'right'], children: [row(head), ...section.rows.map(row)] },
  ]);
  return { meta: { title: 'Long report', lang: 'en-GB', date: '2026-01-01' }, root: { type: 'root', children } };
}

/** As HTML, for WeasyPrint and LibreOffice. */
export function toHtml(sections) {
  const paragraph = ({ before, link, after }) => `<p>${before}${link ? `<a href="${link.href}">${link.text}</a>` : ''}${after}</p>`;
  const body = sections.map(
    (section) =>
      `<h2>${section.title}</h2>${section.paragraphs.map(paragraph).join('')}<h3>${section.subtitle}</h3><ul>${section.items.map((item) => `<li>${item}</li>`).join('')}</ul>${paragraph(section.last)}<table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${section.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
  );
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Long report</title><style>@page{size:A4;margin:26mm 28mm}body{font:12pt/1.4 sans-serif}td,th{padding:4pt 7pt;border-bottom:1px solid;text-align:left}table{width:100%;border-collapse:collapse}</style></head><body><h1>Long report</h1>${body.join('\n')}</body></html>`;
}

/** As Typst. */
export function toTypst(sections) {
  const paragraph = ({ before, link, after }) => `${before}${link ? `#link("${link.href}")[${link.text}]` : ''}${after}\n\n`;
  const body = sections.map(
    (section) =>
      `= ${section.title}\n\n${section.paragraphs.map(paragraph).join('')}== ${section.subtitle}\n\n${section.items.map((item) => `- ${item}\n`).join('')}\n${paragraph(section.last)}#table(columns: (3fr, 2fr, 2fr, 1fr), table.header(${head.map((cell) => `[${cell}]`).join(', ')}),\n${section.rows.map((row) => row.map((cell) => `[${cell}]`).join(', ')).join(',\n')})\n`,
  );
  return `#set document(title: "Long report")\n#set page(paper: "a4", margin: (x: 28mm, y: 26mm), numbering: "1")\n#set text(size: 12pt, lang: "en")\n#set par(leading: 0.75em)\n#title()\n#outline()\n${body.join('\n')}`;
}
