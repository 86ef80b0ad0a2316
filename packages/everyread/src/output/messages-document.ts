import type { RuleSpec } from '@everyread/core';
import { linkCriterion } from './wcag.js';

const groups = [
  ['error', 'Errors', 'No edition is made of a report that has one.'],
  ['warning', 'Warnings', 'Editions are made; with `--fail-on-warnings` the command ends with an exit code that says so.'],
  ['info', 'Hints', 'Worth a look. Hints stop nothing.'],
] as const;

/** The text of docs/messages.md, made from the rules of every package so that it cannot fall behind. */
export function messagesDocument(rules: ReadonlyMap<string, RuleSpec>): string {
  const all = [...rules.values()];
  return `${[
    '# What can be wrong, and how to mend it',
    'This page is generated from the rules of every package (`npm run docs`). `npx everyread explain missing-alt` prints one of them.',
    'Another severity: `--rule link-text=warning`, or `rules:` in the front matter or in `everyread.config.ts`; `off` is one too. To accept what a rule finds, write the reason under `suppress:`; the reports of the build repeat it.',
    ...groups.flatMap(([severity, title, text]) => {
      const some = all.filter((rule) => rule.severity === severity);
      return some.length === 0 ? [] : [`## ${title}`, text, ...some.map(describe)];
    }),
  ].join('\n\n')}\n`;
}

function describe(rule: RuleSpec): string {
  const wcag = rule.wcag && rule.wcag.length > 0 ? [`- WCAG 2.2: ${rule.wcag.map(linkCriterion).join(', ')}`] : [];
  return [
    `### \`${rule.id}\``,
    `${rule.title}.`.replace(/([.?!])\.$/, '$1'),
    [`- Severity: ${rule.severity}`, `- Whom it hurts: ${rule.why}`, `- How to mend it: ${rule.mend}`, ...wcag].join('\n'),
  ].join('\n\n');
}
