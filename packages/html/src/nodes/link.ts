import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { safeAddress } from '../fragments/safe-address.js';

/** A link without a safe address is its words. */
export const link: Handle<'link'> = (node, context) => {
  const address = safeAddress(node.url, context);
  return address === undefined
    ? context.all(node)
    : h('a', { href: address, ...context.data({ title: node.title ?? undefined }) }, context.all(node));
};
