import type { VFileMessage } from 'vfile-message';
import { documentRules } from '../audit/rules.js';
import { ruleMessage } from '../contracts/rule.js';
import type { Theme } from '../meta.js';
import { brighten, contrastRatio, luminance, mixColours, reachContrast } from './colour.js';

/** The colours of one set: light or dark. Each text colour reaches the ratio on each surface it is used on. */
export interface Palette {
  text: string;
  /** Less prominent text, such as captions. */
  quiet: string;
  background: string;
  /** Behind callouts, key figures, header rows. */
  tint: string;
  heading: string;
  link: string;
  /** Lines and borders; at least 3:1. */
  rule: string;
  /** A strong surface, such as the cover; its text is `onPrimary`. Of a pale brand it is pale: lines and bars on white take other colours. */
  primary: string;
  onPrimary: string;
  accent: string;
  /** Fills of chart series, in order, each at least 3:1 on the background. */
  series: readonly string[];
}

/** A theme that is safe to print: colours that fail were replaced. */
export interface ResolvedTheme {
  light: Palette;
  dark: Palette;
  logo?: { path: string; alt: string };
  /** The charity's own font file, relative to the document. */
  font?: string;
  /** Font files for characters that the other typefaces lack, relative to the document. */
  extraFonts: readonly string[];
}

const defaults = { primary: '#14506e', accent: '#a8430f' };

/** Six hues that stay apart in the common kinds of colour blindness; charts name parts in words as well. */
const seriesHues = ['#14506e', '#a8430f', '#3f6b1f', '#7a3b8f', '#7a5c00', '#9c2350'];

/**
 * Makes the colours of an edition from a charity's brand. A colour that is too weak is replaced by its nearest
 * shade that is not, with a message (WCAG 2.2, 1.4.3 and 1.4.6).
 *
 * @param ratio - the least contrast of text: 4.5, or 7 in large print
 */
export function resolveTheme(
  theme: Theme | undefined,
  ratio: 4.5 | 7,
  publisher?: string,
  message?: (message: VFileMessage) => void,
): ResolvedTheme {
  const brand = { primary: theme?.primary ?? defaults.primary, accent: theme?.accent ?? defaults.accent };
  for (const [name, colour] of Object.entries(brand)) {
    const has = contrastRatio(colour, '#ffffff');
    const instead =
      name === 'primary' && isPale(colour)
        ? `headings are ${ink} instead, and the colour stands behind the title`
        : `${reachContrast(colour, '#ffffff', ratio)} was used for text instead`;
    // What the author did not choose, the author need not hear of.
    if (has >= ratio || theme?.[name as keyof typeof brand] === undefined) continue;
    message?.(
      ruleMessage(documentRules.contrast, {
        source: 'core',
        place: { line: 1, column: 1 },
        about: ['theme', name],
        reason: `The theme's ${name} colour ${colour} has a contrast of ${has.toFixed(1)}:1 on white, and text needs ${ratio}:1; ${instead}`,
      }),
    );
  }
  return {
    light: makePalette(brand, '#ffffff', ink, ratio),
    dark: makePalette(brand, '#15191d', '#f2f2f2', ratio),
    ...(theme?.logo ? { logo: { path: theme.logo, alt: theme.logoAlt ?? publisher ?? '' } } : {}),
    ...(theme?.font ? { font: theme.font } : {}),
    extraFonts: theme?.extraFonts ?? [],
  };
}

/** The colour of text on white. */
const ink = '#1b1b1b';

/**
 * Whether a brand colour is too light even for a line on white (WCAG 2.2, 1.4.11), as yellow is. Darkened until it can be read it
 * would be another colour, olive or brown, so its place is behind dark words.
 */
function isPale(colour: string): boolean {
  return contrastRatio(colour, '#ffffff') < 3;
}

function makePalette(brand: { primary: string; accent: string }, background: string, text: string, ratio: number): Palette {
  const dark = luminance(background) < 0.5;
  const pale = isPale(brand.primary);
  const tint = mixColours(background, brand.primary, dark ? 0.25 : pale ? 0.12 : 0.07);
  const onBoth = (colour: string, least: number): string => reachContrast(reachContrast(colour, background, least), tint, least);
  // On dark surfaces 7:1 for brand colours too: thin light letters look dimmer than their numbers say.
  const brandOnBoth = (colour: string): string => (dark ? onBoth(brighten(colour, tint, 7), ratio) : onBoth(colour, ratio));
  const onPrimary = pale ? ink : '#ffffff';
  const primary = reachContrast(brand.primary, onPrimary, ratio);
  const own = seriesHues.filter((hue) => hue !== defaults.primary && hue !== defaults.accent);
  return {
    text,
    quiet: onBoth(mixColours(text, background, 0.3), ratio),
    background,
    tint,
    heading: pale && !dark ? text : brandOnBoth(brand.primary),
    link: brandOnBoth(brand.primary),
    rule: reachContrast(mixColours(brand.primary, background, 0.45), background, 3),
    primary,
    onPrimary,
    accent: brandOnBoth(brand.accent),
    series: [brand.primary, brand.accent, ...own].map((hue) => (dark ? brighten(hue, background, 4.5) : reachContrast(hue, background, 3))),
  };
}
