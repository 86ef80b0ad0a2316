import type { Chart } from '../types.js';
import { Canvas, type DrawOptions, type Plot } from './canvas.js';
import { chartData } from './data.js';
import { figureInWords } from './describe.js';
import { drawBars } from './draw-bars.js';
import { columnsFit, drawColumns } from './draw-columns.js';
import { drawLines } from './draw-lines.js';
import { drawPie, pieFits } from './draw-pie.js';
import type { Drawing } from './drawing.js';

/**
 * Draws a chart: pure geometry, the same for every edition. Each part carries its name and its figure in words
 * beside it, so nothing hangs on colour (WCAG 2.2, 1.4.1) and no key has to be read. A kind that can't show the
 * data honestly or legibly (a pie of negative figures, columns too narrow for their names at a large type size)
 * is drawn as bars.
 *
 * @param options - width and type size in CSS pixels, colours, and the words of the language
 */
export function drawChart(chart: Chart, options: DrawOptions): Drawing {
  const canvas = new Canvas(options);
  const plot = readPlot(chart, options);
  if (plot.labels.length === 0 || plot.series.length === 0) {
    canvas.text(options.words.noFigure, 0, canvas.size * 1.1, { fill: canvas.palette.quiet });
    return canvas.finish(canvas.lineHeight * 1.2);
  }
  switch (chart.kind) {
    case 'pie':
    case 'doughnut':
      return pieFits(plot) ? drawPie(options, plot, chart.kind === 'doughnut') : drawBars(canvas, plot);
    case 'column':
      return columnsFit(canvas, plot) ? within(options, (each) => drawColumns(each, plot)) : drawBars(canvas, plot);
    case 'line':
      return plot.labels.length > 1 ? within(options, (each) => drawLines(each, plot)) : drawBars(canvas, plot);
    default:
      return drawBars(canvas, plot);
  }
}

/** Draws again, lower, what is higher than it may be. */
function within(options: DrawOptions, draw: (canvas: Canvas) => Drawing): Drawing {
  const drawing = draw(new Canvas(options));
  const excess = drawing.heightPx - (options.mostHeightPx ?? Number.POSITIVE_INFINITY);
  return excess > 0 ? draw(new Canvas(options, excess)) : drawing;
}

function readPlot(chart: Chart, options: DrawOptions): Plot {
  const data = chartData(chart);
  return {
    labels: data.labels,
    series: data.series.map((series) => ({
      title: series.title,
      figures: series.values.map((value, index) => ({
        value,
        text: figureInWords(series, index, chart.unit, options.words),
      })),
    })),
  };
}
