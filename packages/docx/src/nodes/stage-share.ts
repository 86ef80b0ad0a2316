import { readFigure } from '@everyread/core';

/** How long the bar of each stage of a funnel is, as a share of the first: never under a half, so that its words have room. */
export function stageShare(values: readonly (string | undefined)[]): number[] {
  const figures = values.map((value) => (value === undefined ? undefined : readFigure(value)));
  const most = Math.max(...figures.map((figure) => figure ?? 0));
  return figures.map((figure, index) => {
    const share = figure === undefined || most <= 0 ? 1 - index / (2 * Math.max(1, values.length)) : figure / most;
    return Math.min(1, Math.max(0.5, share));
  });
}
