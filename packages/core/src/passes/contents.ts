import { build } from '../build.js';
import { is } from '../guards.js';
import { walkBlocks } from '../map.js';
import type { ReportNode, Root } from '../types.js';

/** Puts a contents list before the first section, unless the author placed one or there is but one section. */
export function placeContents(root: Root): Root {
  let has = false;
  let sections = 0;
  walkBlocks(root.children as ReportNode[], (node) => {
    if (is(node, 'contents')) has = true;
    if (is(node, 'section')) sections += 1;
  });
  if (has || sections < 2) return root;
  const at = root.children.findIndex((node) => is(node, 'section') || is(node, 'div'));
  const children = [...root.children];
  children.splice(at < 0 ? 0 : at, 0, build.contents({ depth: 3 }));
  return { ...root, children };
}
