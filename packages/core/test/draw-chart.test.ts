import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  build,
  chartData,
  drawChart,
  drawingToSvg,
  en,
  resolveTheme,
  wrapText,
  measureText,
  type Chart,
  type Drawing,
  type TextShape,
} from '@everyread/core';

const palette = resolveTheme(undefined, 4.5).light;
const cell = (value: string) => build.tableCell({}, [build.text({ value })]);
const chartOf = (kind: Chart['kind'], rows: string[][], unit?: string): Chart =>
  build.chart({ kind, ...(unit ? { unit } : {}) }, [
    build.table(
      {},
      rows.map((row) => build.tableRow({}, row.map(cell))),
    ),
  ]);
const draw = (chart: Chart, widthPx = 640, textSizePx = 16): Drawing => drawChart(chart, { palette, widthPx, textSizePx, words: en });
const textsOf = (drawing: Drawing): TextShape[] => drawing.shapes.filter((shape) => shape.kind === 'text');
const words = (drawing: Drawing): string =>
  textsOf(drawing)
    .map((text) => text.value)
    .join(' ');

const money = [
  ['Source', 'Share'],
  ['Consultancy', '48.6'],
  ['Measuring Success project', '30'],
  ['Research projects', '17'],
  ['Training', '4'],
  ['Talks', '0.4'],
];
const years = [
  ['Event', '2022', '2023'],
  ['Cuppas', '12', '14'],
  ['Sessions', '8', ''],
];
const kinds = ['bar', 'column', 'line', 'pie', 'doughnut'] as const;

describe('drawChart', () => {
  it.each(kinds)('says each name and figure of a %s chart in words', (kind) => {
    for (const [width, size] of [
      [640, 16],
      [300, 16],
      [480, 37],
    ] as const) {
      const said = words(draw(chartOf(kind, money, '%'), width, size)).replace(/\s/g, '');
      if (kind !== 'line')
        for (const [name, figure] of money.slice(1)) {
          expect(said).toContain(name!.replace(/\s/g, ''));
          expect(said).toContain(`${figure}%`);
        }
      else expect(said).toContain('48.6%');
    }
  });

  it('keeps pies for what a ring can show', () => {
    expect(
      words(
        draw(
          chartOf('pie', [
            ['a', 'b'],
            ['Loss', '-5'],
            ['Gain', '7'],
          ]),
        ),
      ),
    ).toContain('-5');
    expect(() =>
      draw(
        chartOf('pie', [
          ['a', 'b'],
          ['None', '0'],
          ['Nothing', '0'],
        ]),
      ),
    ).not.toThrow();
    const whole = draw(
      chartOf(
        'doughnut',
        [
          ['a', 'b'],
          ['All', '100'],
        ],
        '%',
      ),
    );
    expect(drawingToSvg(whole, { id: 'c', title: 't', description: 'd', fontFamily: 'f' })).not.toContain('NaN');
  });

  it('says that a figure is missing', () => {
    expect(words(draw(chartOf('bar', years)))).toContain('no figure');
    expect(words(draw(chartOf('column', years)))).toContain('no figure');
  });

  it('draws a chart without data as a sentence', () => {
    expect(words(draw(build.chart({ kind: 'bar' }, [])))).toBe('no figure');
  });

  it('never draws text outside or on text, whatever the data', () => {
    const name = fc.string({ minLength: 1, maxLength: 40 });
    const figure = fc.oneof(
      fc.float({ min: -1e6, max: 1e6, noNaN: true }).map((n) => String(Math.round(n * 100) / 100)),
      fc.constantFrom('', 'n/a', '33 projects', '0', '£1,179,818.54'),
    );
    const shape = fc.record({
      kind: fc.constantFrom(...kinds),
      width: fc.integer({ min: 240, max: 900 }),
      size: fc.integer({ min: 12, max: 38 }),
      series: fc.integer({ min: 1, max: 4 }),
      rows: fc.array(fc.tuple(name, figure, figure, figure, figure), { maxLength: 14 }),
    });
    fc.assert(
      fc.property(shape, ({ kind, width, size, series, rows }) => {
        const chart = chartOf(
          kind,
          [['', 'First', 'Second', 'Third', 'Fourth'], ...rows].map((row) => row.slice(0, series + 1)),
        );
        const drawing = draw(chart, width, size);
        expect(chartData(chart).labels.length).toBe(rows.length);
        for (const each of drawing.shapes) if (each.kind === 'path') expect(each.d).toMatch(/^[MLAZ0-9. -]+$/);
        for (const text of textsOf(drawing)) {
          const box = boxOf(text);
          // A figure of many digits in large type may be wider than a narrow drawing's free end; names never are.
          expect(box.left).toBeGreaterThan(-width * 0.5);
          expect(box.top).toBeGreaterThanOrEqual(-2);
          expect(box.bottom).toBeLessThanOrEqual(drawing.heightPx + size * 0.5);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('keeps the words of every ordinary chart apart and inside', () => {
    for (const kind of kinds) {
      for (const rows of [money, years, Array.from({ length: 9 }, (_, index) => [`Part ${index}`, String(index + 1)])]) {
        for (const [width, size] of [
          [640, 16],
          [300, 16],
          [480, 24],
          [480, 37],
        ] as const) {
          const drawing = draw(chartOf(kind, rows), width, size);
          const boxes = textsOf(drawing).map(boxOf);
          boxes.forEach((a, index) => {
            expect(a.left, `${kind} ${width} ${size}`).toBeGreaterThanOrEqual(-1);
            expect(a.right, `${kind} ${width} ${size} ${a.value}`).toBeLessThanOrEqual(width + 1);
            for (const b of boxes.slice(index + 1)) {
              const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
              expect(apart, `${kind} ${width}px ${size}px: “${a.value}” on “${b.value}”`).toBe(true);
            }
          });
        }
      }
    }
  });
});

function boxOf(text: TextShape): { left: number; right: number; top: number; bottom: number; value: string } {
  const width = measureText(text.value, text.sizePx, text.weight) / 1.05;
  const left = text.anchor === 'start' ? text.xPx : text.anchor === 'middle' ? text.xPx - width / 2 : text.xPx - width;
  return { left, right: left + width, top: text.yPx - text.sizePx * 0.75, bottom: text.yPx + text.sizePx * 0.22, value: text.value };
}

describe('wrapText', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 5, max: 300 }), (text, width) => {
        expect(wrapText(text, width, 16).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('drawingToSvg', () => {
  it('escapes words and names the picture', () => {
    const svg = drawingToSvg(
      draw(
        chartOf('bar', [
          ['a', 'b'],
          ['R&D <b>\u0000', '3'],
        ]),
      ),
      { id: 'c', title: 'A "title"', description: 'x < y', fontFamily: 'serif' },
    );
    expect(svg).toContain('R&amp;D &lt;b&gt;');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('<title id="c-title">A &quot;title&quot;</title>');
  });
});
