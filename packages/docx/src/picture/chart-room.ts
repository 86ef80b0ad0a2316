import type { Design } from '../design.js';

/** How tall a chart may be, in points, for its title and itself to stand on one page. */
export function chartRoom(design: Design): number {
  return (design.textHeight - 3 * design.line - 2 * design.gap) / 20;
}
