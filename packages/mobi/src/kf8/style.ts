/**
 * No sizes in absolute units, no colours, no typeface: a Kindle's reader chooses those. Lines are not stretched to both margins, which
 * makes words hard to follow. Left and right are written out, for nobody says that Kindles know start and end.
 */
export function kf8Style(direction: 'ltr' | 'rtl'): string {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return `body { text-align: ${start}; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: ${start}; margin: 1.2em 0 0.5em; page-break-after: avoid; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.2em; }
p { margin: 0 0 0.7em; text-indent: 0; }
figure { margin: 1em 0; }
figcaption, caption, .block-title, .step-title, .card-title { font-weight: bold; text-align: ${start}; }
.credit, .quote figcaption { font-weight: normal; }
.quote .quote-by { font-weight: bold; }
.callout { margin: 1em 0; padding: 0.2em 0; padding-${start}: 0.8em; border-${start}: 0.3em solid; }
.key-figures ul, .cards ul { list-style-type: none; margin: 0; padding: 0; }
.key-figures li, .cards li { margin: 0 0 0.6em; }
.card img { display: block; }
blockquote { margin: 1em 0; margin-${start}: 1em; }
table { border-collapse: collapse; margin: 0 0 1em; min-width: 70%; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: ${start}; vertical-align: top; }
th.align-right, td.align-right { text-align: ${end}; }
th.align-center, td.align-center { text-align: center; }
.records-title { text-align: ${start}; margin: 1em 0 0.2em; page-break-after: avoid; }
.records-size { page-break-after: avoid; }
.records { margin: 0 0 1em; border-bottom: 1px solid; }
dl { margin: 0; padding: 0.4em 0; border-top: 1px solid; page-break-inside: avoid; }
dt { margin: 0 0 0.1em; }
dd { margin: 0 0 0.1em; margin-${start}: 1em; }
pre { white-space: pre-wrap; word-wrap: break-word; }
img { max-width: 100%; }
`;
}
