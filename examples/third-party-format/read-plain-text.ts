// How @everyread/check opens that format again: a reader says what a stranger finds in the file, as a list of items.
import { Collector, type Outline } from '@everyread/check';

/** Reads plain text back: an underlined line is a heading, `[Picture: …]` an alternative, `[Page 8]` a print page. */
export function readPlainText(bytes: Uint8Array): Outline {
  const collector = new Collector(() => undefined);
  let title: string | undefined;
  for (const block of new TextDecoder().decode(bytes).split('\n\n')) {
    const [first = '', second = '', ...rest] = block.trim().split('\n');
    const page = /^\[Page (.+)\]$/.exec(first)?.[1];
    const picture = /^\[Picture: (.*?)\]/.exec(first)?.[1];
    if (page !== undefined) collector.add({ kind: 'page', label: page });
    else if (/^(#+|=+|-+)$/.test(second) && rest.length === 0) {
      title ??= first;
      collector.words(first);
      collector.endHeading({ '#': 0, '=': 1 }[second[0]!] ?? 2);
    } else {
      if (picture) collector.add({ kind: 'alternative', text: picture });
      collector.words(block);
      collector.endText();
    }
  }
  return collector.outline({
    format: 'text',
    // Plain text can't say these; the words are compared all the same.
    lacks: ['table', 'link', 'note', 'noteMark', 'language'],
    lang: 'en-GB',
    ...(title ? { title } : {}),
  });
}
