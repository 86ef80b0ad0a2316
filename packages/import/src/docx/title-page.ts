import { contactLine, is, printWhen, toText, wordsFor, type FlowContent, type Meta } from '@everyread/core';

/** The fields that a title page prints, where the front matter has them. */
const printed = ['author', 'publisher', 'date', 'contact', 'rights'] as const;

/**
 * The front matter of a file of our own: what its title page says counts, for it may have been edited; what is not printed is as it
 * was kept.
 *
 * @param kept - the front matter when the file was made
 * @param said - what the file says of itself in its properties, its title and its subtitle
 * @param facts - what the title page prints, by field
 */
export function factsOf(kept: Partial<Meta>, said: Meta, facts: ReadonlyMap<string, readonly FlowContent[]>): Meta {
  const { subtitle: _subtitle, ...rest } = kept;
  const meta: Meta = { ...rest, ...said };
  for (const field of printed) {
    const text = toText(facts.get(field) ?? []);
    const before = kept[field];
    const shown = before === undefined ? '' : printedAs(field, before, said.lang);
    if (text === shown.replace(/\s+/g, ' ').trim() && before !== undefined) meta[field] = before;
    else if (text !== '') meta[field] = writtenAs(field, text, said.lang);
    else if (field === 'author' && before !== undefined && before === kept.publisher)
      meta.author = toText(facts.get('publisher') ?? []) || before;
    else if (facts.size > 0) delete meta[field];
  }
  const cover = facts.get('cover')?.[0];
  if (is(cover, 'figure')) {
    meta.cover = cover.src;
    if (cover.alt) meta.coverAlt = cover.alt;
    else delete meta.coverAlt;
  }
  const logo = facts.get('logo')?.[0];
  if (is(logo, 'figure') && meta.theme) meta.theme = { ...meta.theme, logo: logo.src };
  return meta;
}

function printedAs(field: (typeof printed)[number], value: string, lang: string): string {
  if (field === 'date') return printWhen(value, lang);
  return field === 'contact' ? toText(contactLine(value, lang)) : value;
}

/** What was written into the title page by hand, as the front matter has it: an address without the words before it. */
function writtenAs(field: (typeof printed)[number], text: string, lang: string): string {
  if (field === 'date') return dateOf(text) ?? text;
  const { otherFormats } = wordsFor(lang).screen;
  return field === 'contact' && text.startsWith(otherFormats) ? text.slice(otherFormats.length).trim() : text;
}

/** “22 March 2024”, written into the title page by hand: as ISO 8601. */
export function dateOf(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const date = Date.parse(`${text} UTC`);
  return /\d{4}/.test(text) && !Number.isNaN(date) ? new Date(date).toISOString().slice(0, 10) : undefined;
}
