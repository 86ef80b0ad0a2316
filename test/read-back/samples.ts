import { memoryAssets, nodeTable, type Assets } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
// @ts-expect-error a script without types
import { drawPng } from '../conformance/kit/pictures.mjs';

const png = new Uint8Array((drawPng as (width: number, height: number) => Uint8Array)(16, 10));

/** Every example of the node table in one report. */
export const galleryMarkdown = `---\ntitle: Every node\nlang: en-GB\npublisher: A charity\ndate: 2024-03-22\n---\n\n${Object.values(
  nodeTable,
)
  .map((spec) => `# Node: ${spec.title}\n\n${spec.description}\n\n${spec.example}\n`)
  .join('\n')}`;

/** The pictures that a text names, all the same one. */
export const picturesOf = (markdown: string): Assets =>
  memoryAssets(Object.fromEntries([...markdown.matchAll(/images\/[\w./-]+\.png/g)].map(([path]) => [path, png])));

/** A report that holds one of everything that can be damaged. */
export const sampleMarkdown = `---
title: A small report
lang: en-GB
publisher: A charity
date: 2024-03-22
---

::page{n="1"}

# Our year

We ran 21 sessions for people who had never met, and asked them what they thought of it all afterwards[^asked].

:::figure[The hall on the day]{src="images/hall.png" alt="A full hall seen from the stage."}
:::

## Money

::page{n="2"}

Read [the accounts](https://example.org/accounts) or go back to [our year](#our-year).

:::table[Where it went]{headers="col row"}
| Item | 2022 | 2023 |
| --- | ---: | ---: |
| Rooms | 12 | 14 |
| Food | 7 | 9 |
:::

# Thanks

:::div{lang=cy}
Diolch yn fawr iawn i bawb.
:::

The last paragraph of the report says good-bye to everybody who has read as far as this, and means it.

[^asked]: Sixty answered the questions.
`;

/** The same, all of it in the summary. */
export const summaryMarkdown = sampleMarkdown.replace(/^---\n\n(::page[^]*)(\[\^asked\]:[^]*)$/m, '---\n\n::::summary\n$1::::\n\n$2');

/** Words and figures that stand in it once, and in none that a format adds. */
export const sampleWords = [
  ...['sessions', 'people', 'never', 'asked', 'afterwards', 'accounts', 'Rooms', 'Food', 'Diolch', 'everybody', 'means'],
  ...['21', '12', '14', '7', '9', '2022', '2023'],
];

export const read = (markdown: string) => readMarkdown(markdown, { path: 'report.md' }).report;
