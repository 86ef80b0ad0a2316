import type { DocumentRuleId } from '@everyread/core';

/** Front matter that nothing is wrong with. */
export const head = '---\ntitle: Test\nlang: en-GB\n---\n\n';
const words = (count: number): string => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');

/** For each rule a text that breaks it and one, as near to it as can be, that does not. */
export const auditFixtures: Record<DocumentRuleId, { fails: string; passes: string }> = {
  'doc-title': { fails: '---\nlang: en\n---\n\n# A\n\n# B\n', passes: '---\nlang: en\n---\n\n# A\n\nText.\n\n## B\n' },
  'doc-lang': { fails: '---\ntitle: A\n---\n\n# B', passes: '---\ntitle: A\nlang: cy\n---\n\n# B' },
  'head-none': { fails: `${head}Text.`, passes: `${head}# A\n\nText.` },
  'head-skip': { fails: `${head}# A\n\n### B`, passes: `${head}# A\n\n## B\n\n# C\n\n## D` },
  'head-empty': { fails: `${head}# \n\nText.`, passes: `${head}# A\n\nText.` },
  'head-fake': {
    fails: `${head}# A\n\n**Our work**\n\nText.`,
    passes: `${head}# A\n\n**Our work** went well.\n\n**Please note: no meeting.**`,
  },
  'head-deep': {
    fails: `${head}## A\n\n### B\n\n#### C\n\n##### D\n\n###### E\n\n# F\n\n## G\n\n### H\n\n#### I\n\n##### J\n\n###### K\n\nText.`,
    passes: `${head}## A\n\n### B\n\n#### C\n\n##### D\n\n###### E\n\nText.`,
  },
  'head-long': { fails: `${head}# ${'long '.repeat(21)}`, passes: `${head}# ${'long '.repeat(20)}` },
  'head-dup': { fails: `${head}# A\n\n## Aims\n\n## Aims`, passes: `${head}# A\n\n## Aims\n\n# B\n\n## Aims` },
  'missing-alt': {
    fails: `${head}# A\n\n![](a.png)`,
    passes: `${head}# A\n\n![Five hands.](a.png)\n\n:::figure{src=b.png decorative}\n:::`,
  },
  'img-alt-filename': { fails: `${head}# A\n\n![IMG_2034.jpg](a.png)`, passes: `${head}# A\n\n![The file is saved.](a.png)` },
  'img-alt-generic': { fails: `${head}# A\n\n![Image of](a.png)`, passes: `${head}# A\n\n![Photograph of a whiteboard.](a.png)` },
  'img-alt-long': { fails: `${head}# A\n\n![${'long '.repeat(51)}](a.png)`, passes: `${head}# A\n\n![${'long '.repeat(50)}](a.png)` },
  'img-alt-dup': {
    fails: `${head}# A\n\n![Hands.](a.png)\n\n![Hands.](b.png)`,
    passes: `${head}# A\n\n![Hands.](a.png)\n\n![Hands.](a.png)`,
  },
  'img-alt-caption-same': {
    fails: `${head}# A\n\n![Our year](a.png "Our year.")`,
    passes: `${head}# A\n\n![A ring in four parts](a.png "Our year")`,
  },
  'img-text': {
    fails: `${head}# A\n\n![Screenshot of a web page.](a.png)`,
    passes: `${head}# A\n\n:::figure[Page]{src=a.png alt="Screenshot of a web page."}\nIt says: welcome.\n:::`,
  },
  'chart-nodata': {
    fails: `${head}# A\n\n:::chart[C]{type=bar}\n:::`,
    passes: `${head}# A\n\n:::chart[C]{type=bar}\n| a | b |\n| - | - |\n| c | 1 |\n:::`,
  },
  'chart-figure': {
    fails: `${head}# A\n\n:::chart[C]{type=bar}\n| a | b |\n| - | - |\n| c | 1 |\n| d | not known |\n:::`,
    passes: `${head}# A\n\n:::chart[C]{type=bar unit="£"}\n| a | b |\n| - | - |\n| c | £1,234.50 |\n| d | |\n| e | – |\n| f | −3 |\n:::`,
  },
  'tbl-ragged': {
    fails: `${head}# A\n\n| a | b |\n| - | - |\n| c | 1 | 2 |`,
    passes: `${head}# A\n\n| a | b |\n| - | - |\n| c \\| d | 1 |\n| e |`,
  },
  'chart-sum': {
    fails: `${head}# A\n\n:::chart[C]{type=pie unit="%"}\n| a | b |\n| - | - |\n| c | 60 |\n| d | 30 |\n:::`,
    passes: `${head}# A\n\n:::chart[C]{type=pie unit="%"}\n| a | b |\n| - | - |\n| c | 48.6% |\n| d | 51.4 |\n:::`,
  },
  'tbl-header': {
    fails: `${head}# A\n\n| a | |\n| - | - |\n| c | 1 |`,
    passes: `${head}# A\n\n:::table[T]{headers="col row"}\n| | b |\n| - | - |\n| c | 1 |\n:::`,
  },
  'tbl-empty': {
    fails: `${head}# A\n\n| a | b |\n| - | - |\n| | |\n| c | 1 |`,
    passes: `${head}# A\n\n| a | b |\n| - | - |\n| c | |\n| d | 1 |`,
  },
  'tbl-layout': {
    fails: `${head}# A\n\n| a | b |\n| - | - |\n| ${words(80)} | x |`,
    passes: `${head}# A\n\n| a | b |\n| - | - |\n| ${words(80)} | x |\n| y | z |`,
  },
  'tbl-nocaption': {
    fails: `${head}# A\n\n| a | b |\n| - | - |\n| c | 1 |`,
    passes: `${head}# A\n\n:::table[T]\n| a | b |\n| - | - |\n| c | 1 |\n:::`,
  },
  'tbl-wide': {
    fails: `${head}# A\n\n|a|b|c|d|e|f|g|h|i|\n|-|-|-|-|-|-|-|-|-|\n|1|2|3|4|5|6|7|8|9|`,
    passes: `${head}# A\n\n|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n|1|2|3|4|5|6|7|8|`,
  },
  'link-empty': { fails: `${head}# A\n\n[](https://example.org)`, passes: `${head}# A\n\n[![Our mark](a.png)](https://example.org)` },
  'link-dead': { fails: `${head}# A\n\n[Contents](#)`, passes: `${head}# A\n\n[Top](#a)` },
  'link-scheme': {
    fails: `${head}# A\n\n[Run](java\tscript:alert(1)) [Run](<javascript:alert(1)>)`,
    passes: `${head}# A\n\n[Write](mailto:a@example.org) [ring](tel:+442076792000)`,
  },
  'link-generic': {
    fails: `${head}# A\n\nClick [here](https://example.org).`,
    passes: `${head}# A\n\n[Here and now, a study](https://example.org).`,
  },
  'link-url': {
    fails: `${head}# A\n\nhttps://example.org/report`,
    passes: `${head}# A\n\n[The report](https://example.org/report), office@example.org, www.example.org.`,
  },
  'link-ambiguous': {
    fails: `${head}# A\n\n[Report](https://example.org/1) [Report](https://example.org/2)`,
    passes: `${head}# A\n\n[Report](https://example.org/1) [Report](https://example.org/1)`,
  },
  'list-fake': { fails: `${head}# A\n\n• one\n• two`, passes: `${head}# A\n\n- one\n- two` },
  'space-format': { fails: `${head}# A\n\nName\u00a0\u00a0\u00a0\u00a0Sum`, passes: `${head}# A\n\n£\u00a05 at 10\u00a0am` },
  'ref-page': {
    fails: `${head}# A\n\nRead on at page 24.`,
    passes: `${head}# A\n\nRead on at [page 24](#a). It has 24 pages. Look at page 4 of our other guide.`,
  },
  'ref-sensory': {
    fails: `${head}# A\n\nThe box on the right shows it.`,
    passes: `${head}# A\n\nThe right to speak is at the top of the agenda. We are on the right track, in the right place, in the top 10.`,
  },
  'colour-only': { fails: `${head}# A\n\nThe figures in red fell.`, passes: `${head}# A\n\nThe Green Party and the Red Cross came.` },
  contrast: {
    fails: '---\ntitle: A\nlang: en\ntheme:\n  primary: "#ffee00"\n---\n\n# A',
    passes: '---\ntitle: A\nlang: en\ntheme:\n  primary: "#003366"\n---\n\n# A',
  },
  'lang-part': {
    fails: `${head}# A\n\nThe word שלום means peace.`,
    passes: `${head}# A\n\nThe word :span[שלום]{lang=he} means peace; π is a letter.`,
  },
  'note-orphan': { fails: `${head}# A\n\nText.[^a]\n\n[^a]: Note.\n\n[^b]: Other.`, passes: `${head}# A\n\nText.[^a]\n\n[^a]: Note.` },
  'note-asterisk': { fails: `${head}# A\n\nWe raised £5,000\\* in all.`, passes: `${head}# A\n\nWe raised *£5,000* in all, 2 \\* 3.` },
  'date-weekday': {
    fails: `${head}# A\n\nMonday 14 December 2023`,
    passes: `${head}# A\n\nThursday 14 December 2023, Tue, 6 Jun, Monday 27 November 2023`,
  },
  'text-caps': {
    fails: `${head}# A\n\nPLEASE READ THIS NOTICE CAREFULLY TODAY`,
    passes: `${head}# A\n\nThe NHS, UCLH, EPSRC and NIHR came`,
  },
  'text-italic': { fails: `${head}# A\n\n*${words(21)}*`, passes: `${head}# A\n\n*${words(20)}*` },
  'text-long-sentence': {
    fails: `${head}# A\n\n${words(41)}.`,
    passes: `${head}# A\n\n${words(30)}. And ${words(30)}.\n\n> ${words(41)}.\n>\n> – Ann`,
  },
  'text-read-age': {
    fails: `${head}# A\n\n${'Organisational interdisciplinarity necessitates participatory epistemological responsibility. '.repeat(20)}`,
    passes: `${head}# A\n\n${'We met in May and had a good time with all our friends. '.repeat(20)}`,
  },
  'abbr-undef': {
    fails: `${head}# A\n\nThe EPSRC paid.`,
    passes: `${head}# A\n\nThe Engineering Council (EPSRC) paid, and the Hospitals Research Centre (UCLH BRC) and the Co-ordinating Centre (EPPI-Centre). :abbr[UCL]{title="University College London"} came.`,
  },
  'no-words': { fails: '---\ntitle: A\nlang: mt\n---\n\n# A', passes: '---\ntitle: A\nlang: cy\n---\n\n# A' },
  'duplicate-id': {
    fails: `${head}# A\n\n:::callout[X]{#same}\nx\n:::\n\n:::callout[Y]{#same}\ny\n:::`,
    passes: `${head}# A\n\n:::callout[X]{#one}\nx\n:::\n\n:::callout[Y]{#two}\ny\n:::`,
  },
};
