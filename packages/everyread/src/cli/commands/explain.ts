import { EveryreadError, nearest, type RuleSpec } from '@everyread/core';
import { allRules } from '../../all-rules.js';
import { nameCriterion } from '../../output/wcag.js';
import type { AddCommand } from '../main.js';

/** `everyread explain missing-alt`: what a message means, whom it is about and how to mend it. */
export const addExplain: AddCommand = (program, world, end) => {
  program
    .command('explain')
    .description('explain a message: what it means, whom it hurts, how to mend it')
    .argument('[rule]', 'the rule, such as missing-alt; without it all rules are listed')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, flags: { json?: boolean }) => {
      const rules = await allRules();
      const chosen = id === undefined ? [...rules.values()] : [findRule(rules, id)];
      if (flags.json) await world.out(`${JSON.stringify(id === undefined ? chosen : chosen[0], null, 2)}\n`);
      else
        await world.out(
          id === undefined ? chosen.map((rule) => `${rule.id} (${rule.severity}): ${rule.title}\n`).join('') : describeRule(chosen[0]!),
        );
      end(0);
    });
};

function findRule(rules: ReadonlyMap<string, RuleSpec>, id: string): RuleSpec {
  const rule = rules.get(id.toLowerCase());
  if (rule) return rule;
  const near = nearest(id.toLowerCase(), [...rules.keys()]);
  throw new EveryreadError('misuse', `There is no rule named ${id}`, {
    hint: near ? `Did you mean ${near}?` : '`everyread explain` lists the rules.',
  });
}

function describeRule(rule: RuleSpec): string {
  const wcag = rule.wcag && rule.wcag.length > 0 ? `WCAG 2.2: ${rule.wcag.map(nameCriterion).join(', ')}\n` : '';
  const settings = `To change it: --rule ${rule.id}=off (or error, warning, info), or \`rules:\` in the front matter.\nTo accept what it finds: \`suppress:\` in the front matter with a written reason.\n`;
  return `${rule.id} (${rule.severity}): ${rule.title}\n\nWhom it hurts: ${rule.why}\nHow to mend it: ${rule.mend}\n${wcag}\n${settings}`;
}
