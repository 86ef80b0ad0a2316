/** So many effects at most; each takes about a third of a second. */
const mostEffects = 40;

/** Effects whose settings alone make one of them take minutes: which attribute, and the most that it may say. */
const limits: readonly [element: string, attribute: string, most: number][] = [
  ['feTurbulence', 'numOctaves', 10],
  ['feConvolveMatrix', 'order', 9],
  ['feMorphology', 'radius', 50],
];

/**
 * Why a drawing would take minutes to draw, which nothing can break off; `undefined` where it would not. Only effects (SVG 1.1, 15)
 * are so dear.
 */
export function whyCostly(svg: string): string | undefined {
  const count = (pattern: RegExp): number => svg.match(pattern)?.length ?? 0;
  // A rule of style may be that of each element; what is used again is drawn again.
  const asked = /<style\b[^]*?\bfilter\s*:/i.test(svg) ? count(/<[a-z]/gi) : count(/\bfilter\s*[=:]\s*["']?\s*url/gi);
  const effects = asked * (1 + count(/<(?:\w+:)?use\b/g));
  if (effects > mostEffects) return `it has ${effects} effects (filters), more than ${mostEffects}`;
  for (const [element, attribute, most] of limits)
    for (const [tag] of svg.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*`, 'g'))) {
      const value = Math.max(0, ...(new RegExp(`\\b${attribute}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? '').split(/[\s,]+/).map(Number));
      if (!(value <= most)) return `its effect ${element} has the ${attribute} ${value}, more than ${most}`;
    }
  return undefined;
}
