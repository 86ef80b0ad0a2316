import { brighten, type ResolvedTheme } from '@everyread/core';
import type { FontFile } from '../media/fonts.js';
import { tableStyle } from './table-style.js';

/**
 * The book's style sheet. Reading systems bring size, margins, colours and typeface of the reader's choice, so
 * the sheet sets no size in absolute units and no page margins. Nor can it know the colour of the page: a reader of a white book
 * may have a dark device, and `prefers-color-scheme` speaks of the device. So text keeps the reader's colour, and what has a
 * colour of the charity's, large letters and lines, has the one shade of it that stands out on white and on black: by 4.5:1, lines by 3:1.
 * Lists without a marker have an empty one: of others WebKit, which Apple Books is made of, tells VoiceOver nothing (AccessibilityList).
 */
export function makeStyle(theme: ResolvedTheme, fonts: readonly FontFile[]): string {
  const { light } = theme;
  const onAny = (colour: string): string => brighten(colour, '#000000', 4.5);
  // Headings of a pale brand have the colour of the text, which in a book is the reader's.
  const heading = light.heading === light.text ? 'currentColor' : onAny(light.heading);
  const [accent, rule] = [onAny(light.accent), onAny(light.rule)];
  const family = fonts[0]?.family;
  const faces = fonts
    .map(
      (font) =>
        `@font-face { font-family: "${font.family}"; src: url("../${font.href}"); font-weight: ${font.weight === 'normal bold' ? 'normal' : font.weight}; font-style: normal;${font.range ? ` unicode-range: ${font.range};` : ''} }\n`,
    )
    .join('');
  return `@charset "UTF-8";
${faces}body { ${family ? `font-family: "${family}", sans-serif; ` : ''}line-height: 1.5; text-align: start; overflow-wrap: break-word; hyphens: manual; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; hyphens: none; break-after: avoid; page-break-after: avoid; margin: 1.6em 0 0.5em; }
h1, h2 { color: ${heading}; }
h1 { font-size: 1.8em; }
h2 { font-size: 1.5em; margin-top: 0.6em; }
h3 { font-size: 1.25em; }
h4 { font-size: 1.1em; }
h5, h6 { font-size: 1em; }
p { margin: 0 0 0.8em; }
ul, ol { margin: 0 0 0.8em; padding-inline-start: 1.6em; }
li li > ul, li li > ol { padding-inline-start: 1.1em; }
li { margin: 0 0 0.3em; }
a { color: inherit; text-decoration: underline; }
img, svg { max-width: 100%; height: auto; }
figure { margin: 1.2em 0; break-inside: avoid; page-break-inside: avoid; }
figcaption, caption { text-align: start; font-weight: bold; margin: 0 0 0.5em; }
figcaption p { margin: 0; }
${tableStyle(rule)}blockquote { margin: 1em 0; padding: 0.1em 0 0.1em 1em; border-inline-start: 0.25em solid ${accent}; }
blockquote > :last-child { margin-bottom: 0; }
.quote figcaption { font-weight: normal; margin: 0.5em 0 0; padding-inline-start: 1.25em; }
.quote .quote-by { font-weight: bold; }
figcaption { margin-top: 0.5em; }
.credit { font-weight: normal; }
.block-title { font-weight: bold; margin-bottom: 0.5em; break-after: avoid; page-break-after: avoid; }
.key-figures, .callout, .steps, .cards, .data-table { margin: 1.2em 0; }
.key-figures { border-top: 2px solid ${accent}; border-bottom: 2px solid ${accent}; padding: 0.7em 0 0.3em; }
.key-figures ul, .cards ul { list-style-type: none; list-style-type: ""; padding-inline-start: 0; }
.key-figures li { margin: 0 0 0.7em; break-inside: avoid; page-break-inside: avoid; }
.figure-value { display: block; font-size: 1.7em; line-height: 1.2; color: ${accent}; }
@supports (font-size: clamp(1em, 1vw, 2em)) { .figure-value { font-size: clamp(1.1em, 11vw, 1.7em); } }
.figure-change { display: block; }
.callout { border: 1px solid ${rule}; border-inline-start: 0.35em solid ${heading}; padding: 0.7em 1em; break-inside: avoid; page-break-inside: avoid; }
.callout > :last-child, .card > :last-child, .steps li > :last-child { margin-bottom: 0; }
.card { border: 1px solid ${rule}; padding: 0.7em 1em; margin: 0 0 0.8em; break-inside: avoid; page-break-inside: avoid; }
.card img { display: block; margin: 0 0 0.6em; }
.card-title, .step-title { font-weight: bold; margin-bottom: 0.2em; }
.step-title .step-value { font-size: 1.3em; color: ${accent}; }
.task-state { font-weight: bold; }
.step-when { margin-bottom: 0.1em; }
.steps li { margin: 0 0 0.9em; }
.funnel-bar { display: block; width: 100%; height: 0.5em; margin: 0.1em 0 0.4em; }
.funnel-bar path { fill: ${accent}; }
.chart-picture { background-color: ${light.background}; color: ${light.text}; }
.chart-picture svg { width: 100%; max-width: 36em; }
.inline-image { max-height: 1.6em; width: auto; vertical-align: -0.3em; }
.picture-words { border-inline-start: 0.25em solid ${rule}; padding-inline-start: 1em; }
.page-break { font-size: 0.8em; }
.align-right { text-align: end; }
.align-center { text-align: center; }
pre { white-space: pre-wrap; }
hr { border: 0; border-top: 1px solid ${rule}; margin: 1.5em 25%; }
dl { margin: 0 0 1em; }
dt { font-weight: bold; }
dd { margin: 0 0 0.6em; }
abbr { text-decoration: none; }
aside { margin: 1em 0; padding: 0.6em 1em; border: 2px solid ${rule}; }
aside > :last-child { margin-bottom: 0; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.title-block { margin: 15% 0 2em; }
.title-block h1 { margin: 0 0 0.3em; }
.title-block .subtitle { font-size: 1.25em; }
.title-block .logo img { max-height: 5em; }
.cover { text-align: center; margin: 0; }
.cover img { max-width: 100%; max-height: 98vh; }
[role="doc-endnotes"] { margin-top: 2em; border-top: 1px solid ${rule}; padding-top: 0.8em; }
nav ol { list-style-type: none; padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.4em; }
nav li { margin: 0.4em 0; }
.spoken-now, .spoken-now a, .spoken-now strong { background-color: #ffe97a; color: #1b1b1b; }
`;
}
