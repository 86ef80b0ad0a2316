import { toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { printedAddress } from '../fragments/printed-address.js';
import { safeAddress } from '../fragments/safe-address.js';

/** A link without a safe address is its words. */
export const link: Handle<'link'> = (node, context) => {
  const address = safeAddress(node.url, context);
  if (address === undefined) return context.all(node);
  const printed = printedAddress(node.url, toText(node), context.options);
  return h('a', { href: address, ...printed, ...context.data({ title: node.title ?? undefined }) }, context.all(node));
};
