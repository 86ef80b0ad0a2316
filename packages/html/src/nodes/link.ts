import { toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { safeAddress } from '../fragments/safe-address.js';

/** A link without a safe address is its words. */
export const link: Handle<'link'> = (node, context) => {
  const address = safeAddress(node.url, context);
  if (address === undefined) return context.all(node);
  // On paper the address stands behind the words of a link, but for words that are the address.
  const said = toText(node).trim();
  const told =
    said !== '' &&
    node.url.replace(/^(?:mailto:|https?:\/\/)/i, '').replace(/\/$/, '') === said.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return h(
    'a',
    { href: address, ...(told ? { className: ['address'] } : {}), ...context.data({ title: node.title ?? undefined }) },
    context.all(node),
  );
};
