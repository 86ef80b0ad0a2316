/**
 * An SVG arc without rotation as Bézier curves (SVG 2, B.2.4).
 *
 * @returns six coordinates a curve: two control points and the end
 */
export function arcToCurves(
  x1: number,
  y1: number,
  rx: number,
  ry: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): number[][] {
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return [[x1, y1, x2, y2, x2, y2]];
  const dx = (x1 - x2) / 2;
  const dy = (y1 - y2) / 2;
  const grow = Math.max(1, Math.sqrt((dx / rx) ** 2 + (dy / ry) ** 2));
  const a = rx * grow;
  const b = ry * grow;
  const rest = Math.max(0, (a * a * b * b - a * a * dy * dy - b * b * dx * dx) / (a * a * dy * dy + b * b * dx * dx));
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(rest);
  const cx = (factor * a * dy) / b + (x1 + x2) / 2;
  const cy = (-factor * b * dx) / a + (y1 + y2) / 2;
  const from = Math.atan2((y1 - cy) / b, (x1 - cx) / a);
  let turn = Math.atan2((y2 - cy) / b, (x2 - cx) / a) - from;
  if (sweep && turn < 0) turn += Math.PI * 2;
  if (!sweep && turn > 0) turn -= Math.PI * 2;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const each = turn / count;
  const k = (4 / 3) * Math.tan(each / 4);
  return Array.from({ length: count }, (_, index) => {
    const start = from + each * index;
    const end = start + each;
    return [
      cx + a * (Math.cos(start) - k * Math.sin(start)),
      cy + b * (Math.sin(start) + k * Math.cos(start)),
      cx + a * (Math.cos(end) + k * Math.sin(end)),
      cy + b * (Math.sin(end) - k * Math.cos(end)),
      cx + a * Math.cos(end),
      cy + b * Math.sin(end),
    ];
  });
}
