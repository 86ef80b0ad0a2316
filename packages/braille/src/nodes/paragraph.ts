import { is, type Paragraph, type ReportNode } from '@everyread/core';
import { emitText, inline, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';

export function paragraph(node: Paragraph, scope: Scope): LineRun[] {
  const solid = (node.children as ReportNode[]).filter((child) => !is(child, 'text') || child.value.trim() !== '');
  // A paragraph that is bold as a whole stresses nothing.
  const whole = solid.length === 1 && (is(solid[0], 'strong') || is(solid[0], 'emphasis'));
  const label = is(solid[0], 'strong') && solid.length > 1 && startsPlain(node.children[0] as ReportNode) ? solid[0] : undefined;
  const runs = (node.children as ReportNode[]).flatMap((child) =>
    inline([child], (whole || child === label) && scope.composer.options.emphasis !== 'all' ? { ...scope, plain: true } : scope),
  );
  emitText(runs, scope);
  return [];
}

function startsPlain(node: ReportNode): boolean {
  return is(node, 'strong');
}
