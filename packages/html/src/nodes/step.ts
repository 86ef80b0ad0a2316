import { bodyOf, captionOf, is, printWhen, readFigure, type Steps } from '@everyread/core';
import type { Element } from 'hast';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** When, what, and for a funnel how many, with a bar that shows the share of the first stage. */
export const step: Handle<'step'> = (node, context) => {
  const caption = captionOf(node);
  const when = node.when === undefined ? undefined : printWhen(node.when, context.report.meta.lang);
  return h(
    'li',
    { id: node.id, ...context.data({ when: node.when }) },
    when && h('p', { className: ['step-when'] }, h('time', { dateTime: node.when?.split('/')[0] }, when)),
    (caption || node.value) &&
      h(
        'p',
        { className: ['step-title'] },
        node.value && h('strong', { className: ['step-value'] }, node.value),
        node.value && caption && ' ',
        caption && h('span', {}, context.all(caption)),
      ),
    funnelBar(node.value, context),
    context.some(bodyOf(node)),
  );
};

function funnelBar(value: string | undefined, context: FragmentContext): Element | undefined {
  const group = context.parent as Steps | undefined;
  if (context.options.charts === 'none' || group?.kind !== 'funnel' || value === undefined) return undefined;
  const figures = group.children.map((child) => (is(child, 'step') ? readFigure(child.value ?? '') : undefined));
  const own = readFigure(value);
  const most = Math.max(...figures.map((figure) => figure ?? 0));
  if (own === undefined || own < 0 || most <= 0) return undefined;
  const share = Math.max(0.5, (own / most) * 100).toFixed(1);
  return h(
    'svg',
    {
      className: ['funnel-bar'],
      viewBox: '0 0 100 4',
      preserveAspectRatio: 'none',
      width: '100',
      height: '4',
      ariaHidden: 'true',
      focusable: 'false',
    },
    h('path', { className: ['fill-series-1'], d: `M0 0 L${share} 0 L${share} 4 L0 4 Z` }),
  );
}
