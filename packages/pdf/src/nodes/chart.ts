import type { Chart } from '@everyread/core';
import { layChart } from '../parts/chart.js';
import type { Pen } from '../pen.js';

export function writeChart(node: Chart, pen: Pen): void {
  layChart(node, pen);
}
