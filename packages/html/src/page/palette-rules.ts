import { mixColours, reachContrast, type Palette, type ResolvedTheme } from '@everyread/core';

/** The colours of a palette as custom properties. */
function properties(palette: Palette): string {
  const named = {
    text: palette.text,
    quiet: palette.quiet,
    background: palette.background,
    tint: palette.tint,
    heading: palette.heading,
    link: palette.link,
    rule: palette.rule,
    primary: palette.primary,
    'on-primary': palette.onPrimary,
    accent: palette.accent,
    line: mixColours(palette.rule, palette.background, 0.55),
    ...Object.fromEntries(palette.series.map((colour, index) => [`series-${index + 1}`, colour])),
  };
  return Object.entries(named)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

/** Two sets that a reader may choose, besides light and dark: dark on cream, and yellow on black. */
function cream(light: Palette): Palette {
  const background = '#fbf3df';
  const on = (colour: string, ratio: number): string => reachContrast(reachContrast(colour, background, ratio), '#f3e6c6', ratio);
  return {
    ...light,
    background,
    tint: '#f3e6c6',
    text: '#201a10',
    quiet: on(light.quiet, 4.5),
    heading: on(light.heading, 4.5),
    link: on(light.link, 4.5),
    accent: on(light.accent, 4.5),
    rule: on(light.rule, 3),
    series: light.series.map((colour) => on(colour, 3)),
  };
}

function strong(dark: Palette): Palette {
  const yellow = '#ffe94a';
  return {
    ...dark,
    background: '#000000',
    tint: '#141400',
    text: yellow,
    quiet: yellow,
    heading: yellow,
    link: '#8fe8ff',
    accent: '#ffffff',
    rule: yellow,
    primary: '#000000',
    onPrimary: yellow,
    series: dark.series.map((colour) => reachContrast(colour, '#000000', 7)),
  };
}

/** All colours: those of the device's scheme, and those that a reader chose in the reading settings. */
export function paletteRules(theme: ResolvedTheme): string {
  return `:root{color-scheme:light dark;${properties(theme.light)}}
@media (prefers-color-scheme:dark){:root{${properties(theme.dark)}}}
:root[data-colours="light"]{color-scheme:light;${properties(theme.light)}}
:root[data-colours="dark"]{color-scheme:dark;${properties(theme.dark)}}
:root[data-colours="cream"]{color-scheme:light;${properties(cream(theme.light))}}
:root[data-colours="strong"]{color-scheme:dark;${properties(strong(theme.dark))}}
@media print{:root,:root[data-colours]{color-scheme:light;${properties(theme.light)}}}
`;
}
