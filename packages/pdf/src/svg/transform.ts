import { numbers } from './look.js';
import { NotDrawable } from './read-svg.js';

/** A matrix as its six numbers (ISO 32000-1 8.3.3; SVG 2, 8.5 has the same order). */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrices of a `transform` attribute, outermost first. */
export function transformsOf(value: string | undefined): Matrix[] {
  if (value === undefined || value.trim() === '' || value.trim() === 'none') return [];
  const found = [...value.matchAll(/(\w+)\s*\(([^)]*)\)/g)];
  if (found.length === 0) throw new NotDrawable(`has transform="${value.slice(0, 30)}"`);
  return found.flatMap(([, name = '', list = '']) => matrices(name, numbers(list)));
}

function matrices(name: string, values: readonly number[]): Matrix[] {
  const [a = 0, b = 0] = values;
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      if (values.length === 6) return [values as unknown as Matrix];
      break;
    case 'translate':
      return [[1, 0, 0, 1, a, b]];
    case 'scale':
      return [[a, 0, 0, values[1] ?? a, 0, 0]];
    case 'rotate': {
      const turn: Matrix = [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians), 0, 0];
      const [, x = 0, y = 0] = values;
      return x === 0 && y === 0 ? [turn] : [[1, 0, 0, 1, x, y], turn, [1, 0, 0, 1, -x, -y]];
    }
    case 'skewX':
      return [[1, 0, Math.tan(radians), 1, 0, 0]];
    case 'skewY':
      return [[1, Math.tan(radians), 0, 1, 0, 0]];
    default:
  }
  throw new NotDrawable(`has transform="${name}(…)"`);
}
