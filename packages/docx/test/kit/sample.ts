import { memoryAssets, nodeTable, type Assets, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { deflateSync } from 'node:zlib';
import { crc32 } from '@everyread/zip';

/** A picture of one colour. */
export function onePixelPng(width = 80, height = 40): Uint8Array {
  const chunk = (type: string, body: Uint8Array): number[] => {
    const named = [...[...type].map((letter) => letter.charCodeAt(0)), ...body];
    return [...word(body.length), ...named, ...word(crc32(Uint8Array.from(named)))];
  };
  const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const rows = new Uint8Array((width + 1) * height).fill(120);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', Uint8Array.from([...word(width), ...word(height), 8, 0, 0, 0, 0])),
    ...chunk('IDAT', deflateSync(rows)),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="#6b2d8c"/></svg>',
);

/** Every picture that the samples name. */
export const sampleAssets: Assets = {
  load(path) {
    const body = path.endsWith('.svg') ? svg : onePixelPng();
    return memoryAssets({ [path]: body }).load(path);
  },
};

const frontMatter = `---
title: Sample & report
subtitle: For tests
lang: en-GB
author: The team
publisher: Brightly
date: 2026-03-14
contact: hello@brightly.example
theme:
  primary: "#6b2d8c"
  accent: "#c2185b"
  logo: logo.svg
---

`;

/** A report with the example of every node of the node table. */
export function galleryReport(): Report {
  const parts = Object.values(nodeTable).map(
    (spec, index) =>
      `## Example ${index + 1}: ${spec.title}\n\n${spec.example.replace(/^# /gm, '### ').replaceAll('the-strategy', `place-${index}`)}`,
  );
  const { report } = readMarkdown(`${frontMatter}# All nodes\n\n${parts.join('\n\n')}\n`, { path: 'gallery.md' });
  return report;
}

/** A report whose parts refer to one another, in three languages. */
export function linkedReport(): Report {
  const text = `${frontMatter}Welcome to the report.

# Our year

See [the strategy](#the-strategy), [page 24](#the-strategy), :ref[]{to=attendance show=number}, :ref[]{to=attendance show=title} and :ref[]{to=the-strategy show=title}. We have *many* **partners**, ~~three~~ five.[^one] Again[^one] and[^two]. Read [our site](https://example.org/a?b=1&c=2).

::page{n="24"}

:::stats[In numbers]
::stat[people trained]{value="502" change="up from 310"}
::stat[awarded]{value="£1,179,818.54"}
:::

:::table[Attendance]{headers="col row" id=attendance}
| Event | 2022 | 2023 |
| --- | ---: | ---: |
| Cuppas | 12 | 14 |
| Workshops | | 9 |
:::

| A | B |
| --- | --- |
| 1 | 2 |

| C | D |
| --- | --- |
| 3 | 4 |

1. One
2. Two

Between the lists.

1. Again one

   More of it.
2. Again two
   - Deep

:::div{lang=cy}
## Diolch yn fawr

Croeso i *bawb*.
:::

The :span[Amar Bari]{lang=bn-Latn} project and :span[שלום]{lang=he}.

***

After the break.

# The strategy

> Co-production takes time.

> “Thank you.”
>
> – Aya Rehman, volunteer

:::chart[Money]{type=bar unit="%"}
| Source | Share |
| --- | ---: |
| Grants | 60 |
| Gifts | 40 |
:::

:::callout[Mind]{kind=warning}
Closed on 25 December 2025.

- One
:::

:::figure[The year]{src="year.png" alt="A ring."}
Four quarters.
:::

[^one]: Split over the years.
[^two]: With [a link](https://example.org/note).
`;
  return readMarkdown(text, { path: 'linked.md' }).report;
}
