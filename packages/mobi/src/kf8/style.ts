/** No sizes in absolute units, no colours, no typeface: a Kindle's reader chooses those. */
export const kf8Style = `h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: left; margin: 1.2em 0 0.5em; page-break-after: avoid; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.2em; }
p { margin: 0 0 0.7em; text-indent: 0; }
figure { margin: 1em 0; }
figcaption, caption, .block-title, .step-title, .card-title { font-weight: bold; text-align: left; }
.credit { font-weight: normal; }
.callout { margin: 1em 0; padding: 0.2em 0 0.2em 0.8em; border-left: 0.3em solid; }
.key-figures ul, .cards ul { list-style-type: none; margin: 0; padding: 0; }
.key-figures li, .cards li { margin: 0 0 0.6em; }
.card img { display: block; }
blockquote { margin: 1em 0 1em 1em; }
table { border-collapse: collapse; margin: 0 0 1em; min-width: 70%; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
th.align-right, td.align-right { text-align: right; }
th.align-center, td.align-center { text-align: center; }
img { max-width: 100%; }
`;
