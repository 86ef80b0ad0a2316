import { NotDrawable, type SvgElement } from './read-svg.js';

/** How something is painted; what an element does not say comes from around it (SVG 2, 13). */
export interface Look {
  fill: string | undefined;
  stroke: string | undefined;
  colour: string;
  strokeWidth: number;
  cap: number;
  join: number;
  miter: number;
  dash: readonly number[];
  dashOffset: number;
  evenOdd: boolean;
  fillOpacity: number;
  strokeOpacity: number;
  /** Of the element itself, as a whole. */
  opacity: number;
  fontSize: number;
  bold: boolean;
  anchor: 'start' | 'middle' | 'end';
  visible: boolean;
  shown: boolean;
}

export const plainLook: Look = {
  fill: '#000000',
  stroke: undefined,
  colour: '#000000',
  strokeWidth: 1,
  cap: 0,
  join: 0,
  miter: 4,
  dash: [],
  dashOffset: 0,
  evenOdd: false,
  fillOpacity: 1,
  strokeOpacity: 1,
  opacity: 1,
  fontSize: 16,
  bold: false,
  anchor: 'start',
  visible: true,
  shown: true,
};

/** The colours of CSS 2.1, and the one drawing programs write most besides. */
const names: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  orange: '#ffa500',
};

/** What changes the look in ways that lines and surfaces can't show. */
const refused = ['filter', 'mask', 'clip-path', 'marker', 'marker-start', 'marker-mid', 'marker-end', 'mix-blend-mode', 'paint-order'];

/** Properties of an element: its attributes, and its `style` above them. */
export function propertiesOf(element: SvgElement): Map<string, string> {
  const found = new Map(Object.entries(element.attributes));
  for (const part of (element.attributes.style ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim(),
        part
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  for (const name of refused) {
    const value = found.get(name);
    if (value !== undefined && value !== 'none' && value !== 'normal') throw new NotDrawable(`uses ${name}`);
  }
  return found;
}

/** The look of an element inside another. */
export function lookOf(properties: ReadonlyMap<string, string>, around: Look): Look {
  const look: Look = { ...around, opacity: 1 };
  const set = (name: string, put: (value: string) => void): void => {
    const value = properties.get(name);
    if (value !== undefined && value !== 'inherit') put(value);
  };
  set('color', (value) => (look.colour = colourOf(value, around.colour) ?? around.colour));
  set('fill', (value) => (look.fill = colourOf(value, look.colour)));
  set('stroke', (value) => (look.stroke = colourOf(value, look.colour)));
  set('stroke-width', (value) => (look.strokeWidth = length(value, 'stroke-width')));
  set('stroke-linecap', (value) => (look.cap = Math.max(0, ['butt', 'round', 'square'].indexOf(value))));
  set('stroke-linejoin', (value) => (look.join = Math.max(0, ['miter', 'round', 'bevel'].indexOf(value))));
  set('stroke-miterlimit', (value) => (look.miter = Math.max(1, length(value, 'stroke-miterlimit'))));
  set('stroke-dasharray', (value) => (look.dash = value === 'none' ? [] : numbers(value)));
  set('stroke-dashoffset', (value) => (look.dashOffset = length(value, 'stroke-dashoffset')));
  set('fill-rule', (value) => (look.evenOdd = value === 'evenodd'));
  set('fill-opacity', (value) => (look.fillOpacity = share(value)));
  set('stroke-opacity', (value) => (look.strokeOpacity = share(value)));
  set('opacity', (value) => (look.opacity = share(value)));
  set('font-size', (value) => (look.fontSize = length(value, 'font-size')));
  set('font-weight', (value) => (look.bold = value === 'bold' || value === 'bolder' || Number(value) >= 600));
  set('text-anchor', (value) => (look.anchor = value === 'middle' || value === 'end' ? value : 'start'));
  set('visibility', (value) => (look.visible = value === 'visible'));
  set('display', (value) => (look.shown = value !== 'none'));
  return look;
}

function share(value: string): number {
  const number = value.trim().endsWith('%') ? Number.parseFloat(value) / 100 : Number(value);
  return Math.min(1, Math.max(0, Number.isFinite(number) ? number : 1));
}

/** A colour as `#rrggbb`; nothing for `none`. */
function colourOf(value: string, current: string): string | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'none' || text === 'transparent') return undefined;
  if (text === 'currentcolor') return current;
  if (/^#[\da-f]{6}$/.test(text)) return text;
  if (/^#[\da-f]{3}$/.test(text)) return text.replace(/[\da-f]/g, '$&$&');
  const rgb = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(text);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('')}`;
  const named = names[text];
  if (named !== undefined) return named;
  throw new NotDrawable(text.startsWith('url(') ? 'uses a gradient or a pattern' : `uses the colour ${value}`);
}

/** A length in the units of the drawing. */
export function length(value: string | undefined, name: string, missing = 0): number {
  if (value === undefined) return missing;
  const found = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:px)?\s*$/i.exec(value);
  if (found === null) throw new NotDrawable(`has ${name}="${value.slice(0, 30)}"`);
  return Number(found[1]);
}

/** Numbers with spaces or commas between. */
export function numbers(value: string): number[] {
  return (value.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}
