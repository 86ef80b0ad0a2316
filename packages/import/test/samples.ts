/** Reports that hold everything that the model has, by what they show. Pictures are all `images/picture-1.png`. */
export const samples: Readonly<Record<string, string>> = {
  headings: '# A\n\nText.\n\n## B\n\nText.\n\n### C\n\nText.\n\n# D\n\nText.',
  'six levels of headings': '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\nText.',
  marks: '# A\n\nPlain **strong** *stressed* ~~gone~~ `code` and **both *at once***, a line\\\nand another.',
  lists: '# A\n\n- one\n- two\n  - inner\n  - more\n- three\n\nText.\n\n3. third\n4. fourth\n\nText.\n\n1. again',
  'lists side by side': '# A\n\n- one\n- two\n\n1. first\n2. second',
  'items of several blocks': '# A\n\n- one\n\n  more of one\n\n  1. inner\n\n  the end of one\n\n- two',
  'items that begin with a table':
    '# A\n\n- | A | B |\n  | - | - |\n  | 1 | 2 |\n\n  More.\n\nText.\n\n4. :::div{lang=ar dir=rtl}\n   | A | B |\n   | - | - |\n   | 3 | 4 |\n   :::\n\n5. five',
  'items that begin with steps':
    '# A\n\n1. ::::steps[What to do]\n   :::step[Ask]\n   1. one\n   2. two\n   :::\n   :::step[Listen]\n   :::\n   ::::\n\n2. two\n\n   ::::steps\n   :::step[Ask]\n   :::\n   :::step[Listen]\n   :::\n   ::::\n\n3. three',
  'items that begin with a list': '# A\n\n1. - inner\n   - more\n2. two\n\nText.\n\n4. 3. third\n   4. fourth\n\n   Text.\n\n5. five',
  'items that begin with steps without a caption':
    '# A\n\n1. ::::steps\n   :::step[Ask]\n   :::\n   :::step[Listen]\n   :::\n   ::::\n\n2. two',
  'breaks in a row': '# A\n\nText.\n\n---\n\n---\n\nMore.\n\n***\n\n***',
  'a card whose text begins with a figure':
    '# A\n\n:::::cards\n::::card[Ring]\n:::figure[Our ring]{src="images/picture-1.png" alt="A ring." credit="Ann"}\nIt has four parts.\n:::\n::::\n:::::',
  'a key figure whose change is part of a word': '# A\n\n:::stats\n::stat[people met and fed]{value="5" change="me"}\n:::',
  'important words around a page number and struck-out words': '# A\n\nText **with :page{n="4"} and ~~gone~~**.',
  'task lists': '# A\n\n- [x] publish\n- [ ] thank',
  links: '# A\n\n[Our strategy](https://example.org/?a=1&b=2) and [write](mailto:a@example.org "Write to us").',
  'links to sections':
    '# The strategy\n\nSee [the strategy](#the-strategy).\n\n# B\n\nOn [page 2](#the-strategy), :ref[]{to=b show=title}.',
  'links to tables and figures':
    '# A\n\nSee :ref[the table]{to=people} and :ref[Figure 1]{to=ring show=number}.\n\n:::table[People]{#people headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::\n\n:::figure[Ring]{#ring src="images/picture-1.png" alt="A ring."}\n:::',
  'numbers of captions':
    '# A\n\nSee :ref[]{to=ring show=number}, :ref[the second table]{to=cost show=number}, :ref[]{to=money show=number} and :ref[]{to=spent show=number}.\n\n:::figure{#ring src="images/picture-1.png" alt="A ring."}\n:::\n\n:::figure[Hall. Big]{src="images/picture-1.png" alt="A hall." credit="Ann Lee"}\n:::\n\n| A | B |\n| - | - |\n| x | 1 |\n\n::::div{lang=cy}\n:::table[Cost]{#cost headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::\n::::\n\n:::table[Table 7: Cost]{headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::\n\n:::chart[Income]{#money type=bar}\n| Year | People |\n| --- | ---: |\n| 2022 | 310 |\n:::\n\n:::chart{#spent type=bar}\n| Year | People |\n| --- | ---: |\n| 2022 | 310 |\n:::',
  languages: '# A\n\nA :span[diolch yn fawr]{lang=cy} and :span[merci]{lang=fr}.\n\n:::div{lang=cy}\nDiolch.\n\n- yn\n- fawr\n:::\n\nText.',
  'headings in another language': '# A\n\nText.\n\n:::div{lang=cy}\n# Diolch\n\nYn fawr.\n:::',
  directions: '# A\n\nA :span[שלום]{lang=he dir=rtl} here.\n\n:::div{lang=ar dir=rtl}\nمرحبا\n:::',
  notes: '# A\n\nFirst[^1] and second[^2], first again[^1].\n\n[^1]: The **first**.\n\n    With more.\n\n[^2]: The second.',
  'quotations with attribution':
    '# A\n\n:::quote{by="Amy Ramsay" role="a participant" org="Remo, London"}\nSo *useful*.\n\nAnd warm.\n:::\n\nText.\n\n:::quote{by="Bo"}\nYes.\n:::\n\n:::quote{by="Cy" role="a friend"}\nNo.\n:::',
  'quotations without': '# A\n\n> So useful.\n>\n> - one\n> - two\n\nText.\n\n> Another.',
  figures:
    '# A\n\n:::figure[Our ring.]{src="images/picture-1.png" alt="A ring in four parts."}\n:::\n\nText.\n\n:::figure{src="images/picture-1.png" decorative}\n:::\n\nText.\n\n:::figure[Ring]{src="images/picture-1.png" alt="Ring." credit="Ann Lee"}\nThe ring has four parts.\n\nEach is a colour.\n:::\n\n:::figure{src="images/picture-1.png" alt="Bare."}\n:::',
  'pictures in lines': '# A\n\nThe mark ![a tick](images/picture-1.png) means done.',
  tables:
    '# A\n\n:::table[Attendance]{headers="col"}\n| Event | People |\n| --- | ---: |\n| Launch | **198** |\n| Cuppa | 298 |\n:::\n\nText.\n\n| A | B |\n| - | - |\n| 1 | 2 |',
  'tables with row headers':
    '# A\n\n:::table[Attendance]{headers="col row"}\n| Event | 2022 |\n| --- | --- |\n| Cuppa | 12 |\n:::\n\n:::table[By year]{headers="col row"}\n| Year | People |\n| --- | --- |\n| 2022 | 12 |\n:::\n\n:::table[Only rows]{headers="row"}\n| Cuppa | 12 |\n| --- | --- |\n| Launch | 7 |\n:::',
  'key figures':
    '# A\n\n:::stats[Our year]\n::stat[training sessions]{value="21"}\n::stat[people *helped*]{value="502" change="up from 310"}\n::stat[raised]{value="£1.2m" say="one point two million pounds"}\n:::\n\nText.\n\n:::stats\n::stat[more]{value="3"}\n:::',
  charts:
    '# A\n\n:::chart[Where our money came from]{type=doughnut unit="%"}\n| Source | Share |\n| --- | ---: |\n| Consultancy | 48.6 |\n| Projects | 51.4 |\n:::\n\n:::chart{type=bar summary="More people came."}\n| Year | People | Events |\n| --- | ---: | ---: |\n| 2022 | 310 | 4 |\n| 2023 | 502 | 7 |\n\nMore of it.\n:::\n\n:::chart[Surplus]{type=column unit="£000"}\n| Year | Surplus |\n| --- | ---: |\n| 2022 | -310 |\n| 2023 | 1,204 |\n| 2024 | 540 |\n:::\n\n:::chart[Spent]{type=bar unit=p}\n| On | Pence |\n| --- | ---: |\n| Rent | 34 |\n:::',
  steps:
    '# A\n\n::::steps[What to do]\n:::step[Ask]\nAsk people.\n\n- one\n- two\n:::\n:::step[Listen]\n:::\n::::\n\n::::steps{kind=timeline}\n:::step[Launch]{when="2023-09-12T13:00/15:00"}\nWe met.\n:::\n:::step[Close]{when="2023-10"}\n:::\n::::\n\n::::steps[Who stayed]{kind=funnel}\n:::step[registered]{value="409"}\n:::\n:::step[joined]{value="198"}\nMany stayed.\n:::\n::::',
  cards:
    '# A\n\n::::cards[Publications]\n:::card[Safeguarding]{href="https://example.org/safe" src="images/picture-1.png" alt="A hand."}\nWhy it matters.\n\n- one\n:::\n:::card[Plain]\nText.\n:::\n::::',
  callouts:
    '# A\n\n:::callout[Please note]{kind=note}\nFigures cover the year.\n\n- one\n- two\n:::\n\n:::callout{kind=warning}\nBeware.\n:::\n\n:::callout[Try]{kind=tip}\nDo.\n:::\n\n:::callout{kind=important}\nIt is.\n:::',
  'page breaks': '# A\n\n::page{n="24"}\n\nText :page{n="iv"} and more.',
  abbreviations:
    '# A\n\n:abbr[UCL]{title="University College London"}’s and :abbr[UCL]{title="University College London"} again, :abbr[NGO]{title="a b"}s-like and [UCL](https://ucl.example/)-based [us](https://e.example/ "Us")s.',
  pronunciations: '# A\n\n:say[CoPro]{as="koh proh"} and :say[Cwm]{ipa="kʊm"}.',
  code: '# A\n\n```sh\nnpx everyread build\n\n  indented\n```\n\nText.\n\n```\nplain\n```',
  'thematic breaks': '# A\n\nText.\n\n---\n\nMore.',
  'what stands before the first heading': 'Welcome.\n\n# A\n\nText.',
  'tables and lists in quotations and callouts':
    '# A\n\n::::callout[Note]{kind=tip}\n> Said.\n\n:::table[T]{headers="col"}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n\n1. one\n2. two\n::::',
  'lists in a row': '# A\n\n- one\n- two\n\n* three\n\n1. four\n   - in\n\n   * side\n\n5) five',
  'headings in items': '# A\n\n- # Within\n\n  Text.\n- Plain',
  'references without words between words':
    '# A\n\nSee :ref[]{to="b" show="number"} and :ref[]{to="a" show="title"} or *:ref[]{to="b" show="number"} again*.\n\n:::table[Table 7: People]{#b headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::\n\n:::figure[Figure 3. Ring]{#number-r src="images/picture-1.png" alt="A ring."}\n:::\n\n:::table[Table 4 people sit at]{headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::',
  'references in marks':
    '# A\n\nSee *:ref[that]{to="a" show="title"}* and ~~*:ref[this]{to="a" show="title"}*~~ and **:ref[page]{to="a" show="page"}**.',
  'a table too wide for its page': `# A\n\n:::table[Wide]{headers="col"}\n| ${wide(1)} |\n|${' --: |'.repeat(12)}\n| ${wide(2)} |\n| ${wide(3).replace(/^\S+|two\S+/g, '')} |\n:::\n\nText.`,
  'a language in itself, with its direction': '# A\n\nOne :span[two :span[three]{lang="cy" dir="ltr"} four]{lang="cy"} five.',
  'tables in a row': '# A\n\n> | a | b |\n> | - | - |\n> | 1 | 2 |\n\n---\n\n| c | d |\n| - | - |\n| 3 | 4 |\n\nText.',
};

/** Cells that no page has room for in a row. */
function wide(row: number): string {
  return ['one', '*two*', 'three', '**four**', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
    .map((word) => `${word} organisations${row}`)
    .join(' | ');
}
