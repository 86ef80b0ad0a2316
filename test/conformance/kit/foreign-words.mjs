/** Rules that say that words were left out, and which. */
const losses = new Set(['import-not-kept', 'import-hidden', 'import-external', 'import-changed', 'import-math']);

/** Words and numbers, as all readers have them: raised figures are figures, capitals do not matter. */
export const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]*[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/**
 * The words of a reading without what each edition makes anew: the marks of lists and notes, and a contents list that is said to be
 * left out. pandoc says a caption twice, as a paragraph and behind a colon; LibreOffice puts the number of a note right behind a word.
 */
export function wordsRead(reader, reading, { markdown, messages }) {
  const contents = messages.some(({ ruleId }) => ruleId === 'import-contents')
    ? ['table of contents', ...[...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => wordsOf(heading).join(' '))]
    : [];
  const lines = reading.split('\n');
  return lines.flatMap((line) => {
    const caption = /^\s*: (.*)$/.exec(line)?.[1];
    if (caption !== undefined && lines.includes(caption)) return [];
    const words = wordsOf(
      line
        .replace(/^\s*(?:\d+|[a-z]|[ivx]+)[.)]\s/, '')
        .replace(/\[\d+\]/g, '')
        .replace(reader === 'LibreOffice' ? /(?<=\p{L})\d(?![\p{L}\d])/gu : '', ''),
    );
    const at = contents.indexOf(words.join(' ').replace(/ \d+$/, ''));
    if (at < 0) return words;
    contents.splice(at, 1);
    return [];
  });
}

/** What a reading has and the import has not, nor names in a message about a loss. */
export function lost(words, { markdown, messages }) {
  const tells = ({ ruleId, reason }) => losses.has(ruleId) || (ruleId === 'import-revision' && reason.startsWith('Deleted'));
  const named = new Set(wordsOf(messages.flatMap((message) => (tells(message) ? [message.reason] : [])).join(' ')));
  const left = new Map();
  for (const word of wordsOf(markdown)) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && !named.has(word);
  });
}
