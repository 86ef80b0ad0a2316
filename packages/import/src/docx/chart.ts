import { build, toText, type Chart, type FlowContent, type PhrasingContent } from '@everyread/core';
import { child, descendant, elements, textOf, type XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/** One row of figures: what the legend calls it, and its texts by the number of their part. */
interface Series {
  name: string;
  labels: ReadonlyMap<number, string>;
  values: ReadonlyMap<number, string>;
  percent: boolean;
}

const none: XmlElement = { name: '', attributes: {}, children: [] };

/** More parts or series than this are no chart of a report. */
const most = { parts: 2000, series: 50 };

/** The kinds of DrawingML charts that reports have too (ISO/IEC 29500-1, 21.2.2). */
const kinds: Readonly<Record<string, Chart['kind']>> = {
  'c:lineChart': 'line',
  'c:line3DChart': 'line',
  'c:pieChart': 'pie',
  'c:pie3DChart': 'pie',
  'c:doughnutChart': 'doughnut',
};

/**
 * Reads a chart that Word draws. Its figures stand in the file beside the picture (ISO/IEC 29500-1, 21.2.2.115, `numCache`): they
 * become a chart of the report, or a table where reports have no such chart.
 *
 * @param alt - the text alternative of the drawing
 * @returns nothing where the file holds no figures
 */
export function readChart(part: XmlElement, alt: string, reader: Reader): FlowContent[] {
  const { findings } = reader;
  const plots = elements(child(child(part, 'c:chart'), 'c:plotArea') ?? part).filter((each) => each.name.endsWith('Chart'));
  const series = part.name === 'cx:chartSpace' ? readExtended(part) : plots.flatMap(readPlot);
  const title = titleOf(part);
  const name = title === '' ? alt : title;
  const parts = Math.max(0, ...series.flatMap(({ labels, values }) => [...labels.keys(), ...values.keys()].map((index) => index + 1)));
  if (series.length === 0 || parts === 0 || series.every(({ values }) => values.size === 0)) {
    findings.say(
      'import-not-kept',
      'A chart whose figures are not in the file was left out: give them as a table in :::chart',
      name.slice(0, 60),
    );
    return alt === '' ? [] : [build.paragraph({}, [build.text({ value: alt })])];
  }
  if (parts > most.parts || series.length > most.series) {
    findings.say(
      'import-not-kept',
      `A chart of ${series.length} series with ${parts} figures each was left out: give what it shows as a table`,
      name.slice(0, 60),
    );
    return alt === '' ? [] : [build.paragraph({}, [build.text({ value: alt })])];
  }
  const percent = series.every((each) => each.percent);
  const table = tableOf(series, parts, percent ? '' : '%');
  const caption = title === '' ? [] : [build.caption({}, [build.text({ value: title })])];
  const kind = plots.length > 0 ? kindOf(plots[0]!) : undefined;
  if (kind === undefined) {
    findings.say('import-changed', 'A chart of a kind that reports do not have became the table of its figures', name.slice(0, 60));
    const said = alt === '' || alt === title ? [] : [build.paragraph({}, [build.text({ value: alt })])];
    return [...said, build.dataTable({ headers: 'both' }, [...caption, tableOf(series, parts, '%')])];
  }
  findings.say(
    'import-changed',
    'A chart drawn by Word became a chart of the report: check its kind, its unit and what it says',
    name.slice(0, 60),
  );
  return [
    build.chart({ kind, ...(percent ? { unit: '%' } : {}), ...(alt === '' || alt === title ? {} : { summary: alt }) }, [...caption, table]),
  ];
}

function kindOf(plot: XmlElement): Chart['kind'] | undefined {
  if (plot.name === 'c:barChart' || plot.name === 'c:bar3DChart')
    return child(plot, 'c:barDir')?.attributes['val'] === 'bar' ? 'bar' : 'column';
  return kinds[plot.name];
}

/** The first column names the parts, each other column is a series. */
function tableOf(series: readonly Series[], parts: number, percentSign: string): ReturnType<typeof build.table> {
  const cell = (value: string): ReturnType<typeof build.tableCell> =>
    build.tableCell({}, (value === '' ? [] : [build.text({ value })]) as PhrasingContent[]);
  const first = series.find(({ labels }) => labels.size > 0);
  const rows = Array.from({ length: parts }, (_, index) =>
    build.tableRow({}, [
      cell(first?.labels.get(index) ?? String(index + 1)),
      ...series.map(({ values, percent }) => {
        const value = values.get(index) ?? '';
        return cell(percent && value !== '' ? `${value}${percentSign}` : value);
      }),
    ]),
  );
  const head = build.tableRow({}, [cell(''), ...series.map(({ name }, index) => cell(name === '' ? String(index + 1) : name))]);
  return build.table({ align: [null, ...series.map(() => 'right' as const)] } as never, [head, ...rows]);
}

function readPlot(plot: XmlElement): Series[] {
  return elements(plot)
    .filter((each) => each.name === 'c:ser')
    .map((each) => {
      const values = child(each, 'c:val') ?? child(each, 'c:yVal');
      const { points, format } = readPoints(values);
      const labels = readPoints(child(each, 'c:cat') ?? child(each, 'c:xVal'));
      const percent = format.includes('%');
      const name = child(each, 'c:tx');
      return {
        name: name ? [...readPoints(name).points.values()].join(' ') || clean(textOf(child(name, 'c:v') ?? none)) : '',
        labels: new Map([...labels.points].map(([index, text]) => [index, isDate(labels.format) ? dateOf(text) : text])),
        values: new Map([...points].map(([index, text]) => [index, figure(text, percent)])),
        percent,
      };
    });
}

/** The texts that a reference to a sheet keeps, by their number; those of several levels stand after one another, the outer first. */
function readPoints(source: XmlElement | undefined): { points: Map<number, string>; format: string } {
  const points = new Map<number, string>();
  if (source === undefined) return { points, format: '' };
  const levels = descendant(source, 'c:multiLvlStrCache');
  if (levels) {
    const byLevel = elements(levels)
      .filter((each) => each.name === 'c:lvl')
      .map(pointsOf)
      .reverse();
    const last = byLevel.at(-1) ?? new Map<number, string>();
    // An outer name is written once, at the first of its parts.
    const current = byLevel.map(() => '');
    for (const index of [...last.keys()].sort((a, b) => a - b)) {
      byLevel.forEach((level, depth) => (current[depth] = level.get(index) ?? current[depth]!));
      points.set(index, current.filter(Boolean).join(', '));
    }
    return { points, format: '' };
  }
  const cache = ['c:strCache', 'c:numCache', 'c:strLit', 'c:numLit'].map((name) => descendant(source, name)).find(Boolean);
  if (cache === undefined) return { points, format: '' };
  const format = child(cache, 'c:formatCode');
  return { points: pointsOf(cache), format: format ? textOf(format) : '' };
}

function pointsOf(cache: XmlElement): Map<number, string> {
  const points = new Map<number, string>();
  for (const each of elements(cache)) {
    const index = Number(each.attributes['idx']);
    const value = child(each, 'c:v');
    if (each.name === 'c:pt' && Number.isInteger(index) && index >= 0 && value) points.set(index, clean(textOf(value)));
  }
  return points;
}

/** Charts of Office 2016 and later (MS-ODRAWXML 2.24.3): the first names, then each row of figures. */
function readExtended(part: XmlElement): Series[] {
  const data = elements(child(part, 'cx:chartData') ?? part).filter((each) => each.name === 'cx:data');
  const points = (dimension: XmlElement | undefined): Map<number, string> => {
    const level = elements(dimension ?? none).findLast((each) => each.name === 'cx:lvl');
    return new Map(elements(level ?? none).map((each) => [Number(each.attributes['idx']), clean(textOf(each))]));
  };
  const names = elements(descendant(part, 'cx:plotAreaRegion') ?? none)
    .filter((each) => each.name === 'cx:series')
    .map((each) => clean(textOf(descendant(each, 'cx:v') ?? none)));
  return data.map((each, index) => {
    const figures = child(each, 'cx:numDim');
    const percent = elements(figures ?? each).some((level) => (level.attributes['formatCode'] ?? '').includes('%'));
    return {
      name: names[index] ?? '',
      labels: points(child(each, 'cx:strDim')),
      values: new Map([...points(figures)].map(([at, text]) => [at, figure(text, percent)])),
      percent,
    };
  });
}

function titleOf(part: XmlElement): string {
  const chart = child(part, 'c:chart') ?? child(part, 'cx:chart');
  const title = child(chart, 'c:title') ?? child(chart, 'cx:title');
  if (title === undefined) return '';
  const parts: string[] = [];
  const look = (element: XmlElement): void => {
    for (const each of elements(element)) {
      if (each.name === 'a:t' || each.name === 'c:v') parts.push(textOf(each));
      else if (each.name === 'a:br' || each.name === 'a:p') {
        parts.push(' ');
        look(each);
      } else look(each);
    }
  };
  look(title);
  return clean(parts.join(''));
}

/** A figure as a sheet holds it, without the noise of binary fractions; a share of one is so many per cent. */
function figure(text: string, percent: boolean): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  return String(Number((percent ? value * 100 : value).toPrecision(12)));
}

const isDate = (format: string): boolean => /y/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));

/** The day that a sheet counts from the end of 1899 (ISO/IEC 29500-1, 18.17.4.1). */
function dateOf(text: string): string {
  const days = Number(text);
  if (!Number.isFinite(days) || days < 61 || days > 2_958_465) return text;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

const clean = (text: string): string => toText(build.text({ value: text }));
