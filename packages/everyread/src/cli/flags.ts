import { EveryreadError, nearest } from '@everyread/core';
import type { Command } from 'commander';
import { allRules } from '../all-rules.js';
import type { Config } from '../config/config.js';

/** Flags that `build` and `check` share. */
export interface DocumentFlags {
  rule?: string[];
  config?: string;
  json?: boolean;
  quiet?: boolean;
  failOnWarnings?: boolean;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

export function addDocumentFlags(command: Command): Command {
  return command
    .option('--rule <id=severity>', 'set the severity of a rule: error, warning, info or off (again for more)', collect)
    .option('--config <file>', 'use this configuration')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print no progress, only messages')
    .option('--fail-on-warnings', 'end with exit code 3 when there are warnings');
}

const severities = ['error', 'warning', 'info', 'off'] as const;

/**
 * Reads `--rule missing-alt=off`.
 *
 * @throws {EveryreadError} code `misuse`, for a rule or severity that does not exist
 */
export async function readRules(flags: readonly string[] = []): Promise<NonNullable<Config['rules']>> {
  const rules: Record<string, (typeof severities)[number]> = {};
  if (flags.length === 0) return rules;
  const known = await allRules();
  for (const flag of flags) {
    const [id = '', severity = ''] = flag.split('=', 2);
    if (!(severities as readonly string[]).includes(severity)) {
      throw new EveryreadError('misuse', `--rule ${flag} does not say which severity`, {
        hint: `Write --rule ${id || 'missing-alt'}=off, or error, warning or info.`,
      });
    }
    if (!known.has(id)) {
      const near = nearest(id, [...known.keys()]);
      throw new EveryreadError('misuse', `There is no rule named ${id}`, {
        hint: near ? `Did you mean ${near}?` : '`everyread explain` lists the rules.',
      });
    }
    rules[id] = severity as (typeof severities)[number];
  }
  return rules;
}

/** Reads `--to docx,pdf:large-print`. */
export function readList(value: string | undefined): string[] | undefined {
  return value
    ?.split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
