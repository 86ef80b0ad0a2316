import { bodyOf, captionOf, printWhen, type NodeOf } from '@everyread/core';
import { TextRun, type ParagraphChild } from 'docx';
import { anchor, flow, line, nextNudge, paragraph } from '../flow.js';
import { textRun } from '../runs.js';
import { hex } from '../design.js';
import type { Out, Scope } from '../scope.js';

/** One step, event or stage: when it was or how many they were, its title, then what is said of it. */
export function step(node: NodeOf<'step'>, scope: Scope): Out {
  const { job, frame } = scope;
  anchor(scope, node.id);
  const bold: Scope = { ...scope, run: { ...scope.run, inBold: true } };
  const title = captionOf(node);
  const words = title === undefined ? [] : line(title.children, bold);
  const when = node.when === undefined ? undefined : printWhen(node.when, job.report.meta.lang);
  const facts = [when, node.value].filter((fact): fact is string => fact !== undefined && fact !== '');
  const body = bodyOf(node);
  if (frame.style === 'FunnelStage') {
    const colour: Scope = { ...bold, run: { ...bold.run, colour: hex(job.design.palette.accent) } };
    const runs = join([facts.map((fact) => textRun(fact, colour)), words], ' – ', bold);
    return [
      ...paragraph({ ...scope, frame: { left: 0 } }, runs, {
        style: 'FunnelStage',
        // Stages of the same borders and indents would be one group with a single rule.
        indent: { left: nextNudge(job) },
        ...(body.length > 0 ? { keepNext: true } : {}),
      }),
      ...flow(body, { ...scope, frame: { left: 0 } }),
    ];
  }
  if (frame.style === 'TimelineText') {
    const colour: Scope = { ...bold, run: { ...bold.run, colour: hex(job.design.palette.accent) } };
    const lines: ParagraphChild[] = [
      ...facts.map((fact) => textRun(fact, colour)),
      ...(facts.length > 0 && words.length > 0 ? [new TextRun({ break: 1 })] : []),
      ...words,
    ];
    const spacing = body.length > 0 ? {} : { spacing: { after: job.design.gap } };
    return [
      ...paragraph({ ...scope, frame: { left: 0 } }, lines, {
        style: 'TimelineTitle',
        ...spacing,
        ...(body.length > 0 ? { keepNext: true } : {}),
      }),
      ...flow(body, { ...scope, list: undefined }),
    ];
  }
  job.marker = scope.list;
  const runs = join(
    [words, facts.map((fact) => textRun(fact, { ...scope, run: { ...scope.run, inBold: true } }, { bold: false }))],
    ', ',
    bold,
  );
  const head = paragraph({ ...scope, frame: { left: 0 } }, runs, { style: 'StepTitle' });
  const rest = flow(body, { ...scope, list: undefined });
  job.marker = undefined;
  return [...head, ...rest];
}

function join(groups: readonly (readonly ParagraphChild[])[], between: string, scope: Scope): ParagraphChild[] {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [textRun(between, scope), ...group]));
}
