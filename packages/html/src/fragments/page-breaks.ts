import { is, type ReportNode } from '@everyread/core';
import type { FragmentPlan } from './context.js';

/**
 * A printed page that begins with a main section is marked before its heading, so the mark ends the section before. Whoever
 * goes to the page would come to the last line of another chapter: the mark goes with what it begins.
 */
export function carryPageBreaks(plans: readonly FragmentPlan[]): FragmentPlan[] {
  const carried: FragmentPlan[] = [];
  let breaks: ReportNode[] = [];
  for (const [index, plan] of plans.entries()) {
    const nodes = [...breaks, ...plan.nodes];
    const cut = index < plans.length - 1 && plans[index + 1]!.kind === 'section' ? cutBreaks(nodes) : { rest: nodes, breaks: [] };
    carried.push({ ...plan, nodes: cut.rest });
    breaks = cut.breaks;
  }
  return carried;
}

/** Takes the page breaks off the end, however deep the last section is. */
function cutBreaks(nodes: readonly ReportNode[]): { rest: ReportNode[]; breaks: ReportNode[] } {
  const rest = [...nodes];
  const breaks: ReportNode[] = [];
  while (is(rest.at(-1), 'pageBreak')) breaks.unshift(rest.pop()!);
  const last = rest.at(-1);
  if (is(last, 'section') || is(last, 'div')) {
    const inner = cutBreaks(last.children as ReportNode[]);
    if (inner.breaks.length > 0) {
      rest[rest.length - 1] = { ...last, children: inner.rest as typeof last.children };
      breaks.unshift(...inner.breaks);
    }
  }
  return { rest, breaks };
}
