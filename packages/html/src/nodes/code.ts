import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const code: Handle<'code'> = (node, context) =>
  h('pre', {}, h('code', context.data({ lang: node.lang ?? undefined, meta: node.meta ?? undefined }), node.value));
