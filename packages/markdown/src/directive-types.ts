import { nodeTable, type DirectiveSyntax } from '@everyread/core';

/** Directives by name. */
export const directiveTypes: ReadonlyMap<string, string> = new Map(
  (Object.values(nodeTable) as readonly { type: string; directive?: DirectiveSyntax }[]).flatMap(({ type, directive }) =>
    directive ? [[directive.name, type] as const] : [],
  ),
);
