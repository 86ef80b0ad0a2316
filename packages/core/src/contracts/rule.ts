import type { VFileMessage } from 'vfile-message';
import { createMessage, type MessageInput, type Severity } from './message.js';

/** One thing that Everyread checks: what `everyread explain` and docs/messages.md say of it. */
export interface RuleSpec {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Which readers it hurts and how. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
  /** WCAG 2.2 success criteria, such as `1.1.1`. */
  readonly wcag?: readonly string[];
}

/** A set of rules by id. */
export type RuleTable = Readonly<Record<string, RuleSpec>>;

/** Checks a table of rules and keys it by id. */
export function defineRules<const T extends readonly RuleSpec[]>(...specs: T): { readonly [K in T[number]['id']]: RuleSpec } {
  return Object.fromEntries(specs.map((spec) => [spec.id, spec])) as { readonly [K in T[number]['id']]: RuleSpec };
}

/** A message for a rule: severity and remedy come from the rule unless given. */
export function ruleMessage(rule: RuleSpec, input: Omit<MessageInput, 'ruleId' | 'severity'> & { severity?: Severity }): VFileMessage {
  return createMessage({ severity: rule.severity, note: rule.mend, ...input, ruleId: rule.id });
}
