/** A document with everything that breaks PDF makers, as Markdown. `sections` of it follow one another. */
export function stressMarkdown(sections: number): string {
  const parts = [
    '---\ntitle: "Stress & strain: <all> “things” 🙂"\nsubtitle: Every trap in one place\nlang: en-GB\nauthor: A. Writer & Sons\npublisher: The Example Trust\ndate: 2026-03-04\ndescription: A document that is hard to set.\n---\n',
  ];
  for (let n = 1; n <= sections; n += 1) parts.push(section(n));
  parts.push(once());
  return parts.join('\n');
}

/** What is there once: it is long. */
function once(): string {
  const rows = Array.from(
    { length: 300 },
    (_, n) => `| Event ${n + 1}${n % 50 === 7 ? `[^r${n}]` : ''} | ${(n % 28) + 1} June 2023 | ${n * 7} |`,
  );
  const notes = Array.from({ length: 300 }, (_, n) => (n % 50 === 7 ? `[^r${n}]: A note on row ${n + 1}.\n` : '')).join('');
  const wide = Array.from(
    { length: 4 },
    (_, row) => `| ${Array.from({ length: 12 }, (_unused, n) => (n === 0 ? `Group ${row}` : String(row * 12 + n))).join(' | ')} |`,
  );
  const deep = Array.from({ length: 9 }, (_, n) => `${'  '.repeat(n)}- Level ${n + 1} of a list that goes deeper than lists should`).join(
    '\n',
  );
  return `# Once: a heading with a note of its own[^h]

:::table[Three hundred rows]{headers="both"}
| Event | When | People |
| --- | --- | ---: |
${rows.join('\n')}
:::

:::table[Twelve columns]{headers="both"}
| Group | January | February | March | April | May | June | July | August | September | October | November |
| --- |${' ---: |'.repeat(11)}
${wide.join('\n')}
:::

## Nine deep

${deep}

![A red square.](images/square.svg "Its caption")

[^h]: The note of the heading.
${notes}`;
}

function section(n: number): string {
  return `# Section ${n}: a main section with a fairly long heading that runs over the line

In ${2000 + (n % 30)} we trained **${n * 7}** people across *fifteen* organisations, with £1,179,818.54 of funding[^n${n}] that was awarded
to the research project teams. Read more on [page 1](#lists-of-${n}) and in [the strategy of this very long link text that surely runs over the end of a line](https://example.org/strategy/${n}).
Accents: café, naïve, Œuvre, Łódź, ŵŷ, “quotes” – dashes — ellipsis… and a non-breaking space.

## Lists of ${n}

- One
  - Two
    - Three
      - Four
        1. Five
        2. Five again
- [x] Done with a [link](mailto:someone@example.org)
- [ ] To do

### Languages of ${n}

Welsh :span[Llanfairpwllgwyngyll diolch yn fawr ŵ]{lang=cy}, French :span[l’été où]{lang=fr}, Greek :span[Καλημέρα κόσμε]{lang=el}, Polish :span[zażółć gęślą jaźń]{lang=pl},
Hebrew :span[שלום עולם (טוב)]{lang=he} and Arabic :span[مرحبا بالعالم]{lang=ar} in one line; emoji 🙂 👩‍👩‍👧 and arrows → ✓.

:::div{lang=ar}
هذه فقرة كاملة باللغة العربية مكتوبة من اليمين إلى اليسار وفيها الرقم 2023 وكلمة English في الوسط، ثم تستمر حتى تصل إلى سطر ثان من النص.

- البند الأول
- البند الثاني
:::

:::table[Attendance of ${n}]{headers="both"}
| Event | When | People[^t${n}] | Price |
| --- | --- | ---: | --- |
| Co-creating our new strategy, session ${n} | Thu, 27 Jul, 13:00 BST | 21 | Free |
| Co-producing change together | Thu, 6 Jul, 12:00 BST | 502 | Free |
| Ethics, a roundtable event with a very long name that needs more than one line | Thu, 29 Jun | 1,482 | £1.50 |
:::

:::quote{by="Amy Ramsay" role="a participant" org="Co-Pro Cuppa"}
Thank you so much. It’s the first time I’ve been and found it a really supportive and welcoming space.
:::

> A plain quotation without a name.

:::stats[In numbers]
::stat[training sessions]{value="21"}
::stat[people trained]{value="502" change="up from 310"}
::stat[newsletter subscribers]{value="+29%" say="29 per cent more"}
:::

:::callout[Please note]{kind=warning}
Figures cover the calendar year; an address: https://example.org/${'a-very-long-path/'.repeat(11)}end.html
:::

:::chart[Where our money came from]{type=doughnut unit="%"}
| Source | Share |
| --- | ---: |
| Consultancy | 48.6 |
| Projects | 51.4 |
:::

::::steps[How the fund ran]{kind=timeline}
:::step[Launch]{when="2023-09-12T13:00/15:00"}
Online, for everyone.
:::
:::step[Decisions]{when="2023-12-14"}
:::
::::

[^n${n}]: The note of section ${n}: Please note that our report of 2022 showed this figure as a total for all grants that were awarded, rather than split over years. See [our website](https://example.org/notes).
[^t${n}]: People who came, not people who registered.
`;
}
