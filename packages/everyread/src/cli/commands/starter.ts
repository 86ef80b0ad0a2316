/** The report that `everyread init` writes: short, and every edition of it is good. */
export const starterReport = `---
title: Our year
subtitle: Impact report
lang: en-GB
publisher: The name of your charity
date: 2026-03-31
description: What we did this year and the difference that it made.
contact: hello@example.org
theme:
  primary: "#14506e"
  accent: "#8f3a0f"
---

:::summary
This year **120** people took part in our workshops.
:::

# Welcome

Write your report here, in plain Markdown: headings, paragraphs, lists, links, pictures and tables.
Everything below is there to show how; delete what you don't need.

# Our year in numbers

:::stats[This year]
::stat[people took part]{value="120"}
::stat[workshops]{value="14"}
:::

:::chart[Where our money came from]{type=doughnut unit="%"}
| Source    | Share |
| --------- | ----: |
| Grants    |    55 |
| Donations |    30 |
| Training  |    15 |
:::

:::table[Workshops by season]{headers="col row"}
| Season | Workshops | People |
| ------ | --------: | -----: |
| Spring |         6 |     52 |
| Autumn |         8 |     68 |
:::

# What people said

> I came for one afternoon and stayed for the year.
>
> – A member of our gardening group

# Thank you

To everyone who gave time, money or advice: thank you.
`;

/** The configuration that `everyread init` writes. */
export const starterConfig = `{
  "out": "dist"
}
`;
