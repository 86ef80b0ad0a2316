import { pdfNumber } from '../engine/pdf-string.js';
import { length, numbers } from './look.js';
import { pathData } from './path-data.js';
import type { SvgElement } from './read-svg.js';

/** The outline of a shape as PDF path operators; empty where it has no extent (SVG 2, 10). */
export function outlineOf({ name, attributes }: SvgElement): string {
  const value = (key: string): number => length(attributes[key], key);
  switch (name) {
    case 'path':
      return pathData(attributes.d ?? '');
    case 'rect':
      return rectangle(value('x'), value('y'), value('width'), value('height'), attributes.rx, attributes.ry);
    case 'circle':
      return ellipse(value('cx'), value('cy'), value('r'), value('r'));
    case 'ellipse':
      return ellipse(value('cx'), value('cy'), value('rx'), value('ry'));
    case 'line':
      return pathData(`M${value('x1')} ${value('y1')}L${value('x2')} ${value('y2')}`);
    default:
      return polygon(numbers(attributes.points ?? ''), name === 'polygon');
  }
}

function rectangle(x: number, y: number, width: number, height: number, rx: string | undefined, ry: string | undefined): string {
  if (width <= 0 || height <= 0) return '';
  const across = Math.min(length(rx ?? ry, 'rx'), width / 2);
  const down = Math.min(length(ry ?? rx, 'ry'), height / 2);
  if (across <= 0 || down <= 0) return `${[x, y, width, height].map(pdfNumber).join(' ')} re`;
  const corner = (toX: number, toY: number): string => `A${across} ${down} 0 0 1 ${toX} ${toY}`;
  return pathData(
    `M${x + across} ${y}H${x + width - across}${corner(x + width, y + down)}V${y + height - down}${corner(x + width - across, y + height)}` +
      `H${x + across}${corner(x, y + height - down)}V${y + down}${corner(x + across, y)}Z`,
  );
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  return pathData(`M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}Z`);
}

function polygon(points: readonly number[], closed: boolean): string {
  if (points.length < 4) return '';
  return pathData(`M${points.slice(0, points.length - (points.length % 2)).join(' ')}${closed ? 'Z' : ''}`);
}
