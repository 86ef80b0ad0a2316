/** What Kindle books hold, read out of the HTML that other programs make of them, and what the model says they hold. */

export const plain = (markup) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Headings in reading order. */
export const headingsIn = (markup) =>
  [...markup.matchAll(/<h([1-6])[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, level, text]) => ({ level: Number(level), text: plain(text) }));

/** The labels of an NCX and where they lead. */
export const contentsIn = (ncx) =>
  [...ncx.matchAll(/<navLabel>\s*<text>([\s\S]*?)<\/text>[\s\S]*?<content src="([^"]+)"/g)].map(([, text, href]) => ({
    text: plain(text),
    href,
  }));

/** Text that XML forbids is left out by every edition. */
const clean = (text) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const flatten = (entries, depth) =>
  entries.flatMap((entry) =>
    entry.depth > depth ? [] : [{ level: Math.min(6, entry.depth + 1), text: clean(entry.text) }, ...flatten(entry.children, depth)],
  );

/** The levels that the contents list unless an author asks for more. */
export const contentsDepth = 3;

/** The headings of the model below the title, with the levels that they have in a book. */
export const modelHeadings = (report, depth = 6) => flatten(report.outline, depth).filter((heading) => heading.text !== '');

/** The title of the model. */
export const modelTitle = (report) => clean(report.meta.title);

/** Texts that one list has and the other, in the same order, has not. */
export function missing(want, got) {
  let at = 0;
  return want.filter((text) => {
    const found = got.indexOf(text, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}

/** Alternatives of the model's pictures, in reading order. */
export async function modelAlternatives(report, kit) {
  const { childrenOf, is, walk } = await kit.library('core');
  const found = [];
  const look = (node) => {
    if (is(node, 'figure')) found.push(node.decorative ? '' : node.alt);
    else if ((is(node, 'image') || is(node, 'card')) && (node.url ?? node.src)) found.push(node.alt ?? '');
  };
  walk(report.root.children, look);
  for (const note of report.notes) walk(childrenOf(note.definition), look);
  return found;
}

/** How the headings of a book differ from the model's, one line each. Contents and notes bring headings of their own. */
export function* headingDifferences(headings, report) {
  const contents = plain(report.words.contents);
  const told = ({ level, text: words }) => `h${level} ${words}`;
  const got = headings.filter((heading) => heading.text !== contents || heading.level !== 2).map(told);
  const want = [
    `h1 ${modelTitle(report)}`,
    ...modelHeadings(report)
      .filter((heading) => heading.text !== contents)
      .map(told),
  ];
  const notes = got.filter((heading) => !want.includes(heading));
  const kept = got.filter((heading) => want.includes(heading));
  if (kept.join('\n') !== want.join('\n')) yield `headings are ${kept.join(' | ')}, not ${want.join(' | ')}`;
  if (notes.some((heading) => heading !== `h2 ${report.words.notes}` && heading !== `h3 ${report.words.notes}`))
    yield `more headings than the report has: ${notes.join(' | ')}`;
}

/** Every place where some bytes stand gets others of the same length. */
export function replaceBytes(bytes, from, to) {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + to.length)) copy.write(to, at, 'latin1');
  return new Uint8Array(copy);
}

/**
 * Damages of Kindle books that every reader of them must notice.
 *
 * @param {{ cut: string, part: number, wrongLanguage: string }} on - the formats to damage, and how much is left of the one cut short
 */
export const bookProofs = ({ cut, part, wrongLanguage }) => [
  { name: 'cut short', format: cut, damage: (bytes) => bytes.subarray(0, bytes.length * part) },
  {
    name: 'the wrong language',
    format: wrongLanguage,
    suits: (file) => file.document.kind === 'example',
    damage: (bytes) => replaceBytes(bytes, 'en-GB', 'en-US'),
  },
  {
    name: 'the contents name another heading',
    format: 'mobi',
    suits: (file) => file.document.kind === 'example',
    damage: (bytes) => replaceBytes(bytes, 'Thank you', 'Thank her'),
  },
];
