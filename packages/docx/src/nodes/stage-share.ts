import { readFigure } from '@everyread/core';

/**
 * How long the bar of each stage of a funnel is, as a share of the column: true to the figures down to where its words would need
 * a second line.
 *
 * @param needs - the share of the column that the words of each stage need
 */
export function stageShare(values: readonly (string | undefined)[], needs: readonly number[]): number[] {
  const figures = values.map((value) => (value === undefined ? undefined : readFigure(value)));
  // One floor for all: a bar that is longer only because its words are would lie.
  const floor = Math.min(0.75, Math.max(0, ...needs));
  const most = Math.max(...figures.map((figure) => figure ?? 0));
  return figures.map((figure, index) => {
    const share = figure === undefined || most <= 0 ? 1 - index / (2 * Math.max(1, values.length)) : figure / most;
    return Math.min(1, Math.max(share, floor));
  });
}
