import { arcToCurves } from '../engine/arc.js';
import { pdfNumber } from '../engine/pdf-string.js';
import { NotDrawable } from './read-svg.js';

/** Numbers that each command takes (SVG 2, 9.3). */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Path data as PDF path operators, in the same coordinates. */
export function pathData(d: string): string {
  const out: string[] = [];
  const put = (operator: string, ...values: number[]): void => void out.push(`${values.map(pdfNumber).join(' ')} ${operator}`);
  let [x, y, startX, startY] = [0, 0, 0, 0];
  // The control point that a smooth curve mirrors, and the kind of curve that left it.
  let [controlX, controlY, kind] = [0, 0, ''];
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
    put('c', x1, y1, x2, y2, toX, toY);
    [controlX, controlY, kind] = [x2, y2, 'C'];
    [x, y] = [toX, toY];
  };
  const quadratic = (x1: number, y1: number, toX: number, toY: number): void => {
    curve(x + ((x1 - x) * 2) / 3, y + ((y1 - y) * 2) / 3, toX + ((x1 - toX) * 2) / 3, toY + ((y1 - toY) * 2) / 3, toX, toY);
    [controlX, controlY, kind] = [x1, y1, 'Q'];
  };
  for (const { command, values } of commands(d)) {
    const upper = command.toUpperCase();
    const relative = command !== upper;
    const [baseX, baseY] = relative ? [x, y] : [0, 0];
    const before = kind;
    kind = '';
    const v = upper === 'A' ? values : values.map((value, at) => value + (at % 2 === 0 ? baseX : baseY));
    switch (upper) {
      case 'M':
        [x, y, startX, startY] = [v[0]!, v[1]!, v[0]!, v[1]!];
        put('m', x, y);
        break;
      case 'L':
        [x, y] = [v[0]!, v[1]!];
        put('l', x, y);
        break;
      case 'H':
        x = values[0]! + baseX;
        put('l', x, y);
        break;
      case 'V':
        y = values[0]! + baseY;
        put('l', x, y);
        break;
      case 'C':
        curve(v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!);
        break;
      case 'S':
        curve(before === 'C' ? 2 * x - controlX : x, before === 'C' ? 2 * y - controlY : y, v[0]!, v[1]!, v[2]!, v[3]!);
        break;
      case 'Q':
        quadratic(v[0]!, v[1]!, v[2]!, v[3]!);
        break;
      case 'T':
        quadratic(before === 'Q' ? 2 * x - controlX : x, before === 'Q' ? 2 * y - controlY : y, v[0]!, v[1]!);
        break;
      case 'A': {
        const [rx, ry, degrees, large, sweep, endX, endY] = v as [number, number, number, number, number, number, number];
        for (const [x1, y1, x2, y2, toX, toY] of turnedArc(
          x,
          y,
          Math.abs(rx),
          Math.abs(ry),
          degrees,
          large !== 0,
          sweep !== 0,
          endX + baseX,
          endY + baseY,
        ))
          put('c', x1!, y1!, x2!, y2!, toX!, toY!);
        [x, y] = [endX + baseX, endY + baseY];
        break;
      }
      default:
        out.push('h');
        [x, y] = [startX, startY];
    }
  }
  return out.join(' ');
}

/** An arc whose ellipse is turned: drawn upright in a turned frame. */
function turnedArc(
  x1: number,
  y1: number,
  rx: number,
  ry: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): number[][] {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const curves = arcToCurves(x1 * cos + y1 * sin, y1 * cos - x1 * sin, rx, ry, large, sweep, x2 * cos + y2 * sin, y2 * cos - x2 * sin);
  return curves.map((curve) =>
    curve.map((value, at) => (at % 2 === 0 ? value * cos - curve[at + 1]! * sin : curve[at - 1]! * sin + value * cos)),
  );
}

function* commands(d: string): Generator<{ command: string; values: number[] }> {
  const flag = /\s*,?\s*([01])/y;
  const number = /\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
  const letter = /\s*,?\s*([a-z])/iy;
  const take = (pattern: RegExp, at: number): { text: string; end: number } | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(d);
    return found ? { text: found[1]!, end: pattern.lastIndex } : undefined;
  };
  let at = 0;
  let command = '';
  while (d.slice(at).trim() !== '') {
    const next = take(letter, at);
    if (next) {
      command = next.text;
      at = next.end;
    } else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    const count = counts[command.toUpperCase()];
    if (count === undefined || (next === undefined && count === 0))
      throw new NotDrawable(`has path data that can’t be read (“${d.slice(at, at + 20)}”)`);
    const values: number[] = [];
    for (let index = 0; index < count; index += 1) {
      // The flags of an arc may stand without a space (SVG 2, 9.3.9).
      const found = take(count === 7 && (index === 3 || index === 4) ? flag : number, at);
      if (found === undefined) throw new NotDrawable(`has path data that can’t be read (“${d.slice(at, at + 20)}”)`);
      values.push(Number(found.text));
      at = found.end;
    }
    yield { command, values };
  }
}
