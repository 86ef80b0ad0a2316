/** No sizes in absolute units, no colours, no typeface: a Kindle's reader chooses those. */
export const kf8Style = `h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: left; margin: 1.2em 0 0.5em; page-break-after: avoid; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.2em; }
p { margin: 0 0 0.7em; text-indent: 0; }
figure { margin: 1em 0; }
figcaption, caption, .block-title { font-weight: bold; text-align: left; }
blockquote { margin: 1em 0 1em 1em; }
table { border-collapse: collapse; margin: 0 0 1em; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
img { max-width: 100%; }
`;
