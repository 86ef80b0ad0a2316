import { px, type Drawing, type Palette, type Shape } from '@everyread/core';
import type { Element, Properties } from 'hast';
import { h } from './element.js';

/**
 * A palette of names in place of colours: shapes get classes such as `fill-series-1`, so that one drawing serves
 * light, dark and forced colours.
 */
export const paletteClasses: Palette = {
  text: '@text',
  quiet: '@quiet',
  background: '@background',
  tint: '@tint',
  heading: '@heading',
  link: '@link',
  rule: '@rule',
  primary: '@primary',
  onPrimary: '@on-primary',
  accent: '@accent',
  series: ['@series-1', '@series-2', '@series-3', '@series-4', '@series-5', '@series-6'],
};

/** A drawing as an inline `svg` element. Its places are counted from the left, so in a page from right to left its texts must not turn round. */
export function drawingToHast(drawing: Drawing, properties: Properties): Element {
  const { widthPx, heightPx } = drawing;
  return h(
    'svg',
    { ...properties, viewBox: `0 0 ${px(widthPx)} ${px(heightPx)}`, width: px(widthPx), height: px(heightPx), direction: 'ltr' },
    drawing.shapes.map(shapeToHast),
  );
}

function shapeToHast(shape: Shape): Element {
  const classes = [paintClass('fill', shape.fill), shape.kind === 'path' ? paintClass('stroke', shape.stroke) : undefined].filter(
    (name) => name !== undefined,
  );
  const paint = { ...(classes.length > 0 ? { className: classes } : {}) };
  if (shape.kind === 'text') {
    return h(
      'text',
      {
        ...paint,
        x: px(shape.xPx),
        y: px(shape.yPx),
        fontSize: px(shape.sizePx),
        ...(shape.anchor === 'start' ? {} : { textAnchor: shape.anchor }),
        ...(shape.weight === 'bold' ? { fontWeight: '700' } : {}),
        ...paintColour('fill', shape.fill),
      },
      shape.value,
    );
  }
  return h('path', {
    ...paint,
    d: shape.d,
    ...(shape.fill === undefined ? { fill: 'none' } : paintColour('fill', shape.fill)),
    ...(shape.stroke === undefined
      ? {}
      : { ...paintColour('stroke', shape.stroke), strokeWidth: px(shape.strokeWidthPx ?? 1), strokeLinejoin: 'round' }),
    ...(shape.dash ? { strokeDashArray: shape.dash.map(px) } : {}),
  });
}

function paintClass(kind: 'fill' | 'stroke', colour: string | undefined): string | undefined {
  return colour?.startsWith('@') ? `${kind}-${colour.slice(1)}` : undefined;
}

function paintColour(kind: 'fill' | 'stroke', colour: string | undefined): Properties {
  return colour === undefined || colour.startsWith('@') ? {} : { [kind]: colour };
}
