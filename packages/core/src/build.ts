import type { NodeOf, NodeType } from './types.js';
import { nodeTable } from './node-table.js';

type Own<T extends NodeType> = Omit<NodeOf<T>, 'type' | 'children' | 'position' | 'data'>;
type ChildrenOf<T extends NodeType> = NodeOf<T> extends { children: infer C } ? C : never;
type RequiredOwn<T extends NodeType> = { [K in keyof Own<T>]-?: undefined extends Own<T>[K] ? never : K }[keyof Own<T>];

/**
 * A builder takes the node's fields, then its children, if it has any:
 * `build.keyFigure({ value: '502' }, [build.text({ value: 'people' })])`.
 * Where no field is required the fields may be left out by passing `{}`.
 */
export type Builder<T extends NodeType> = [ChildrenOf<T>] extends [never]
  ? (...args: [RequiredOwn<T>] extends [never] ? [fields?: Own<T>] : [fields: Own<T>]) => NodeOf<T>
  : (fields: Own<T>, children: ChildrenOf<T>) => NodeOf<T>;

function makeBuilders(): { [T in NodeType]: Builder<T> } {
  const builders: Record<string, unknown> = {};
  for (const spec of Object.values(nodeTable)) {
    const hasChildren = spec.children.kind !== 'none' && spec.children.kind !== 'value';
    builders[spec.type] = (fields: object = {}, children: unknown[] = []) =>
      hasChildren ? { type: spec.type, ...fields, children } : { type: spec.type, ...fields };
  }
  return builders as { [T in NodeType]: Builder<T> };
}

/** One builder for each node of the table. */
export const build = makeBuilders();
