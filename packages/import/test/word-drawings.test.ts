import { importDocx } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { p, word } from './word.js';

const markdownOf = (bytes: Uint8Array): string => printMarkdown({ ...importDocx(bytes).report, meta: {} as never });
const said = (bytes: Uint8Array): string[] => importDocx(bytes).messages.map((message) => `${message.ruleId}: ${message.reason}`);

const drawing = (inside: string, alt = ''): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1"${alt === '' ? '' : ` descr="${alt}"`}/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const chartNames =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const chart = (plot: string, alt = '', title = ''): Uint8Array =>
  word(p('Before.') + drawing('<c:chart r:id="chart"/>', alt) + p('After.'), {
    chart: `<c:chartSpace ${chartNames}><c:chart>${title === '' ? '' : `<c:title><c:tx><c:rich><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx></c:title>`}<c:plotArea>${plot}</c:plotArea></c:chart></c:chartSpace>`,
  });
const cache = (kind: 'str' | 'num', points: readonly (string | undefined)[], format = ''): string =>
  `<c:${kind}Ref><c:f>Sheet1!$A$1</c:f><c:${kind}Cache>${format === '' ? '' : `<c:formatCode>${format}</c:formatCode>`}<c:ptCount val="${points.length}"/>${points
    .map((value, index) => (value === undefined ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`))
    .join('')}</c:${kind}Cache></c:${kind}Ref>`;
const series = (name: string, labels: string, values: string): string =>
  `<c:ser><c:tx>${cache('str', [name])}</c:tx><c:cat>${labels}</c:cat><c:val>${values}</c:val></c:ser>`;
const events = cache('str', ['Launch', 'Cuppa']);

describe('charts that Word draws', () => {
  it('become charts with their figures', () => {
    const bytes = chart(
      `<c:barChart><c:barDir val="col"/>${series('2022', events, cache('num', ['198', undefined], 'General'))}${series('2023', events, cache('num', ['217.5', '0.30000000000000004'], 'General'))}</c:barChart>`,
      'More people came.',
      'Who came',
    );
    expect(markdownOf(bytes)).toBe(
      'Before.\n\n:::chart[Who came]{type="column" summary="More people came."}\n| | 2022 | 2023 |\n| - | -: | -: |\n| Launch | 198 | 217.5 |\n| Cuppa | | 0.3 |\n:::\n\nAfter.\n',
    );
    expect(said(bytes)[1]).toBe(
      'import-changed: A chart drawn by Word became a chart of the report: check its kind, its unit and what it says (Who came)',
    );
  });
  it.each([
    ['shares in per cent', `<c:doughnutChart>${series('Share', events, cache('num', ['0.486', '0.514'], '0.0%'))}</c:doughnutChart>`, ':::chart{type="doughnut" unit="%"}\n| | Share |\n| - | -: |\n| Launch | 48.6 |\n| Cuppa | 51.4 |\n:::'],
    ['days as they are written down', `<c:lineChart>${series('People', cache('num', ['45181', '45212'], 'd\\-mmm\\-yy'), cache('num', ['1', '2']))}</c:lineChart>`, ':::chart{type="line"}\n| | People |\n| - | -: |\n| 2023-09-12 | 1 |\n| 2023-10-13 | 2 |\n:::'],
    ['names of two levels', `<c:barChart><c:barDir val="bar"/>${series('People', '<c:multiLvlStrRef><c:multiLvlStrCache><c:lvl><c:pt idx="0"><c:v>Q1</c:v></c:pt><c:pt idx="1"><c:v>Q2</c:v></c:pt><c:pt idx="2"><c:v>Q1</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>2022</c:v></c:pt><c:pt idx="2"><c:v>2023</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>', cache('num', ['1', '2', '3']))}</c:barChart>`, ':::chart{type="bar"}\n| | People |\n| - | -: |\n| 2022, Q1 | 1 |\n| 2022, Q2 | 2 |\n| 2023, Q1 | 3 |\n:::'],
    ['a kind that reports do not have, as a table', `<c:scatterChart><c:ser><c:tx>${cache('str', ['Y'])}</c:tx><c:xVal>${cache('num', ['1', '2'])}</c:xVal><c:yVal>${cache('num', ['3', '4'])}</c:yVal></c:ser></c:scatterChart>`, '| | Y |\n| - | -: |\n| 1 | 3 |\n| 2 | 4 |'],
    ['no figures in the file: its words', '<c:pieChart><c:ser/></c:pieChart>', ''],
    ['more than a report can hold: its words', `<c:pieChart>${series('A', events, '<c:numRef><c:numCache><c:pt idx="4000000000"><c:v>1</c:v></c:pt></c:numCache></c:numRef>')}</c:pieChart>`, ''],
  ])('%s', (_name, plot, expected) => {
    const bytes = chart(plot);
    expect(markdownOf(bytes)).toBe(`Before.\n\n${expected === '' ? '' : `${expected}\n\n`}After.\n`);
    if (expected === '') expect(said(bytes)[1]).toMatch(/^import-not-kept: A chart /);
  }); // prettier-ignore
  it('of Office 2016 and later become the table of their figures', () => {
    const bytes = word(drawing('<cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" r:id="chartEx"/>'), {
      chartEx:
        '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:lvl ptCount="2"><cx:pt idx="0">In</cx:pt><cx:pt idx="1">Out</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val"><cx:lvl ptCount="2" formatCode="General"><cx:pt idx="0">100</cx:pt><cx:pt idx="1">-20</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:tx><cx:txData><cx:v>Money</cx:v></cx:txData></cx:tx></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>',
    });
    expect(markdownOf(bytes)).toBe('| | Money |\n| - | -: |\n| In | 100 |\n| Out | -20 |\n');
  });
});

describe('SmartArt', () => {
  const names =
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const point = (id: string, words: string, type = 'node'): string =>
    `<dgm:pt modelId="${id}" type="${type}"><dgm:t>${words === '' ? '<a:p/>' : `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`}</dgm:t></dgm:pt>`;
  const line = (from: string, to: string, order = 0, type = ''): string =>
    `<dgm:cxn modelId="${from}${to}" srcId="${from}" destId="${to}" srcOrd="${order}"${type === '' ? '' : ` type="${type}"`}/>`;
  const diagram = (points: string, lines: string): Uint8Array =>
    word(drawing('<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="diagramData"/>', 'How we work'), {
      diagramData: `<dgm:dataModel ${names}><dgm:ptLst>${points}</dgm:ptLst><dgm:cxnLst>${lines}</dgm:cxnLst></dgm:dataModel>`,
    });

  it('becomes a list of its words, in its order', () => {
    const bytes = diagram(
      point('0', '', 'doc') +
        point('1', 'Listen') +
        point('2', 'Act') +
        point('3', 'to members') +
        point('4', 'Lost') +
        point('9', 'x', 'pres'),
      line('0', '2', 1) + line('0', '1', 0) + line('1', '3') + line('3', '1') + line('9', '2', 0, 'presOf'),
    );
    expect(markdownOf(bytes)).toBe('How we work\n\n- Listen\n  - to members\n- Act\n- Lost\n');
    expect(said(bytes).join('\n')).toMatch(/import-changed: A SmartArt diagram became a list/);
  });
  it('is read where it is nested without end', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => String(n));
    const bytes = diagram(
      point('0', '', 'doc') +
        ids
          .slice(1)
          .map((id) => point(id, `Box ${id}`))
          .join(''),
      ids
        .slice(1)
        .map((id) => line(String(Number(id) - 1), id))
        .join(''),
    );
    expect(markdownOf(bytes)).toContain('Box 19999');
  });
});
