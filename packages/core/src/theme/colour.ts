/** Relative luminance of `#rrggbb` (WCAG 2.2, definition “relative luminance”). */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition “contrast ratio”). */
export function contrastRatio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Mixes two colours: `share` 0 gives `a`, 1 gives `b`. */
export function mixColours(a: string, b: string, share: number): string {
  const channel = (at: number): string => {
    const from = Number.parseInt(a.slice(at, at + 2), 16);
    const to = Number.parseInt(b.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The colour itself, or the nearest shade towards black or white that reaches the ratio on the background. */
export function reachContrast(colour: string, background: string, ratio: number): string {
  const towards = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let step = 0; step <= 20; step += 1) {
    const candidate = mixColours(colour, towards, step / 20);
    if (contrastRatio(candidate, background) >= ratio) return candidate;
  }
  return towards;
}

/**
 * A brand colour for dark surfaces: the same hue, light enough for the ratio. Mixing with white would make it grey.
 * Saturation is held below three quarters, for bright colours flicker on black.
 */
export function brighten(colour: string, background: string, ratio: number): string {
  const [hue, saturation, lightness] = toHsl(colour);
  const shade = (light: number): string => fromHsl(hue, Math.min(saturation, 0.72), light);
  let [weak, enough] = [lightness, 0.95];
  if (contrastRatio(shade(weak), background) >= ratio) return shade(weak);
  if (contrastRatio(shade(enough), background) < ratio) return reachContrast(colour, background, ratio);
  // Contrast grows with lightness, so halving finds the least that is enough.
  for (let step = 0; step < 10; step += 1) {
    const middle = (weak + enough) / 2;
    if (contrastRatio(shade(middle), background) >= ratio) enough = middle;
    else weak = middle;
  }
  return shade(enough);
}

/** Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, 7.2). */
function toHsl(colour: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const span = high - low;
  const lightness = (high + low) / 2;
  if (span === 0) return [0, 0, lightness];
  const hue = high === r ? (g - b) / span + 6 : high === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [(hue * 60) % 360, span / (1 - Math.abs(2 * lightness - 1)), lightness];
}

/** The colour as `#rrggbb` (CSS Color 4, 7.1). */
function fromHsl(hue: number, saturation: number, lightness: number): string {
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
