/** What the documents of other programs are made from: each passage has words of its own, so that one that is lost is missed. */

/** For LibreOffice, as a page. */
export const pageForOffice = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Harbour review</title></head><body>
<h1>Harbour review</h1>
<p>Our 36 volunteers<sup>1</sup> and <s>forty</s> 41 staff drank H<sub>2</sub>O at <a href="https://example.org/jobs">the quay</a>.</p>
<h2>Pupils</h2>
<ul><li>Bakers<ul><li>Croissants</li></ul></li><li>Sailors</li></ul>
<ol start="3"><li>Third mast</li><li>Fourth mast</li></ol>
<blockquote><p>Splendid afternoons.</p></blockquote>
<table border="1"><caption>Boats by year</caption><thead><tr><th>Boat</th><th>1998</th></tr></thead><tr><td>Ketch</td><td>17</td></tr><tr><td colspan="2">Sloops 23</td></tr></table>
<pre>tide = moon</pre>
<dl><dt>Bollard</dt><dd>An iron post.</dd></dl>
<p lang="cy">Diolch o galon.</p>
<p>• Typed cooks<br>• Typed drivers</p>
<p>&nbsp;</p><hr><p>Lanterns<br>Gulls</p>
</body></html>
`;

const names = ['office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'meta'];
const spaces = names
  .map((name) => {
    const local = { fo: 'xsl-fo-compatible', svg: 'svg-compatible', draw: 'drawing' }[name] ?? name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${local}:1.0"`;
  })
  .join(' ');

/** For LibreOffice, as it keeps its own texts: notes, comments, frames, tracked changes, hidden text, a contents list. */
export const textForOffice = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Orchard accounts</dc:title><dc:language>en-GB</dc:language></office:meta>
<office:automatic-styles><style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes>
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Jo</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Jo</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>withered </text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="3"/><text:index-body>
<text:p>Blossom<text:tab/>1</text:p><text:p>Cider<text:tab/>2</text:p></text:index-body></text:table-of-content>
<text:h text:outline-level="1">Blossom</text:h>
<text:p>Bees returned<text:note text:note-class="footnote" text:id="f1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted by the apiarist.</text:p></text:note-body></text:note> in March<office:annotation><dc:creator>Jo</dc:creator><text:p>ask the keeper</text:p></office:annotation>, <text:change-start text:change-id="c1"/>gloriously <text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>early<text:note text:note-class="endnote" text:id="e1"><text:note-citation>i</text:note-citation><text:note-body><text:p>Sunniest since 1976.</text:p></text:note-body></text:note>.</text:p>
<text:p>Beside the wall<draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>Framed remark about pears.</text:p></draw:text-box></draw:frame> we planted <text:span text:style-name="Hid">invisible </text:span>quinces.</text:p>
<text:p><text:span text:style-name="Bold">Pruning days</text:span></text:p>
<text:p>Loppers were shared, see page 2.</text:p>
<text:h text:outline-level="1">Cider</text:h>
<text:list><text:list-item><text:p>Press apples</text:p><text:list><text:list-item><text:p>Wash barrels</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Ferment slowly</text:p></text:list-item></text:list>
<table:table table:name="Litres"><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row><table:table-cell><text:p>Variety</text:p></table:table-cell><table:table-cell><text:p>Litres</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>Foxwhelp</text:p></table:table-cell><table:table-cell><text:p>1,204</text:p></table:table-cell></table:table-row></table:table>
<text:p>Cheers from <text:a xlink:type="simple" xlink:href="https://example.org/cellar">the cellar</text:a>.</text:p>
</office:text></office:body></office:document>
`;

/** For pandoc: notes, formulas, styles of its own, tracked changes, a contents list. */
export const markdownForPandoc = `---
title: Library figures
author: Ann Lee
lang: en-GB
---

# Loans

Readers *borrowed*, and **kept**[^1]; ~~lost~~ H~2~O, 10^3^ and [in]{.insertion author="Jo" date="2024-01-01T00:00:00Z"} [dropped]{.deletion author="Jo" date="2024-01-01T00:00:00Z"} novels.

[^1]: Borrowed by [members](https://example.org/).

    A second paragraph of atlas.

## Shelves {#shelves}

1. Fiction

    Mostly thrillers.

2. Poems
    - sonnets

> Hushed corridors.
>
> And ladders.

| Branch | Visits |
|:--|--:|
| Docklands | 198 |
| Uplands | 12 |

: Who visited

+---------+----------------+
| Wing    | Holds          |
+=========+================+
| East    | Maps           |
|         |                |
|         | - scrolls      |
+---------+----------------+

Folio
:   A large volume.

\`\`\`
catalogue = sort
\`\`\`

| Lines of
|   verse

$x^2 + y_1$ and [Shelves](#shelves).

::: {custom-style="Special Box"}
Boxed librarians.
:::

[Stylish]{custom-style="Fancy"} bookplates.
`;

/** With the docx package, which many programs make Word files with. */
export async function documentOfPackage(docx) {
  const { Document, Packer, Paragraph, TextRun, HeadingLevel, Table, TableRow, TableCell, FootnoteReferenceRun, ExternalHyperlink } = docx;
  const text = (words) => new Paragraph({ children: [new TextRun(words)] });
  const row = (header, ...cells) =>
    new TableRow({ tableHeader: header, children: cells.map((words) => new TableCell({ children: [text(words)] })) });
  const numbered = (words, level = 0) => new Paragraph({ text: words, numbering: { reference: 'steps', level } });
  const change = { id: 1, author: 'Jo', date: '2024-01-01T00:00:00Z' };
  return Packer.toBuffer(
    new Document({
      title: 'Kitchen diary',
      footnotes: { 1: { children: [text('Weighed on brass scales.')] } },
      comments: { children: [{ id: 0, author: 'Jo', date: new Date(0), children: [text('taste again')] }] },
      numbering: {
        config: [
          {
            reference: 'steps',
            levels: [0, 1].map((level) => ({ level, format: level === 0 ? 'decimal' : 'lowerLetter', text: `%${level + 1}.` })),
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Soup', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('Simmer 4'),
                new TextRun({ text: '2', superScript: true }),
                new TextRun(' leeks'),
                new FootnoteReferenceRun(1),
                new TextRun(' and '),
                new docx.InsertedTextRun({ text: 'fragrant ', ...change }),
                new docx.DeletedTextRun({ text: 'stale ', ...change, id: 2 }),
                new TextRun({ text: 'thyme', bold: true }),
                new docx.CommentRangeStart(0),
                new TextRun(' gently'),
                new docx.CommentRangeEnd(0),
              ],
            }),
            numbered('Chop onions'),
            numbered('finely', 1),
            numbered('Stir broth'),
            new Table({ rows: [row(true, 'Spoon', 'Grams'), row(false, 'Cumin', '7'), row(false, 'Sumac', '11')] }),
            new Paragraph({ children: [new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('Recipes')] })] }),
            new Paragraph({ children: [new TextRun({ text: 'Puddings', bold: true })] }),
            text('- crumble'),
            text('- trifle'),
            new Paragraph(''),
            text('Serve at once, with warm rye bread, cold butter, radishes and a jug of elderflower cordial.'),
          ],
        },
      ],
    }),
  );
}
