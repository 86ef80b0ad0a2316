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

/** A table that no page of a book reader has room for. */
export const wideTableMarkdown = `---
title: A wide table
lang: en-GB
publisher: A charity
---

# How people heard of us

:::table[How people heard of us]{headers="col row"}
| Age          | A friend | Newsletter[^monthly] | Social media | A poster |      |
| ------------ | -------: | ---------: | -----------: | -------: | ---- |
| Under twenty |    2,104 |         34 |        5,814 |    6,906 | most |
| Over twenty  |    3,817 |            |        2,746 |    9,053 |      |
:::

[^monthly]: It comes monthly.
`;

/** The same, all of it in the summary. */
export const summaryMarkdown = sampleMarkdown.replace(/^---\n\n(::page[^]*)(\[\^asked\]:[^]*)$/m, '---\n\n::::summary\n$1::::\n\n$2');

/** Accounts, results of a trial, and words as people write them who know no directive: what readers must get whole. */
export const figuresMarkdown = `---
title: Figures of every kind
lang: en-GB
publisher: A charity
---

# Accounts

:::table[Income and spending]{headers="col row"}
| | 2025 £'000 | 2024 £'000 | Change |
| --- | ---: | ---: | ---: |
| Turnover | 9,842 | 9,377 | +5.0% |
| Operating costs | (7,436) | (6,259) | +18.8% |
| Interest payable | -1,954 | -1,871 | n/a |
| **Surplus** | **540** | – | **−45.6%** |
:::

Headroom is £(1.2)m; 2½% of 1,204 homes, £60,001–£70,000, £0.3m, €2.3m and US$450,000. Ring 01632 960 555 or +44 1632 960777.

# Results

FEV₁ rose by 0.12 ± 0.03 L (95% CI 0.06 to 0.18; p < 0.001) in ≥ 80% of 50/60 patients, and CO₂ fell to 12 µg/m³ at -5 °C.
There were 3 × 10⁶ cells/ml and 2 × 10⁻³ mol, and 10¹² more. C₆H₁₂O₆ + 6O₂ → 6CO₂ + 6H₂O. The ratio was 1:12, and R² = 0.18, χ² = 7.81.

| | Jan | Feb |
| --- | --- | --- |
| Rain | 12 | -3 |

:::figure[Our trip to the sea]{src="images/hall.png" alt="Twelve children in a row." credit="Photo: Jo"}
We went by bus. It took 1 h 20 min.
:::

:::chart[Surplus]{type=column unit="£000"}
| Year | Surplus |
| --- | ---: |
| 2023 | -310 |
| 2024 | 1,204 |
| 2025 | 8.5 |
:::

:::chart[Where each pound went]{type=doughnut unit="p"}
| On | Pence |
| --- | ---: |
| Rent | 34 |
| Food | 66 |
:::

# Other languages

:::div{lang=fr}
Nous avons construit 128 puits ; chacun dessert environ 1 500 personnes, pour un coût moyen de 4 250,50 €.
:::

:::div{lang=es}
El 87,5 % de las 1 200 familias bebe agua limpia.
:::

:::div{lang=pl}
W mieście pomogliśmy 3 400 rodzinom. Koszt wyniósł 1,2 mln.
:::

:::div{lang=cy}
Ffoniwch 01632 960 555; cefnogwyd 1,350 o ofalwyr, 18% yn fwy.
:::

:::div{lang=de}
Im Jahr 2024 waren es 1 500 Menschen und 87,5 %.
:::
`;

/** Words and figures that stand in it once, and in none that a format adds. */
export const sampleWords = [
  ...['sessions', 'people', 'never', 'asked', 'afterwards', 'accounts', 'Rooms', 'Food', 'Diolch', 'everybody', 'means'],
  ...['21', '12', '14', '7', '9', '2022', '2023'],
];

export const read = (markdown: string) => readMarkdown(markdown, { path: 'report.md' }).report;
