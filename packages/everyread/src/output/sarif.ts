import { severityOf, type RuleSpec } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Suppressed } from '../rule-settings.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What a SARIF log is made of. */
export interface SarifInput {
  messages: readonly VFileMessage[];
  suppressed: readonly Suppressed[];
  rules: ReadonlyMap<string, RuleSpec>;
  /** Path of the document, as it was given. */
  path: string;
  version: string;
}

/** A SARIF 2.1.0 log (OASIS): what code hosts and editors show beside the lines of the document. */
export function toSarif(input: SarifInput): object {
  const ids = [...new Set(input.messages.map((message) => message.ruleId ?? 'message'))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'everyread', version: input.version, rules: ids.map((id) => ruleDescriptor(id, input.rules.get(id))) } },
        // SARIF counts columns in UTF-16 units unless told otherwise, as VFileMessage does (3.14.17).
        columnKind: 'utf16CodeUnits',
        results: input.messages.map((message) => ({
          ruleId: message.ruleId ?? 'message',
          ruleIndex: ids.indexOf(message.ruleId ?? 'message'),
          level: levels[severityOf(message)],
          message: { text: message.note ? `${message.reason}. ${message.note}` : message.reason },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(input.path.replaceAll('\\', '/')) },
                ...(message.line === undefined ? {} : { region: { startLine: message.line, startColumn: message.column ?? 1 } }),
              },
            },
          ],
        })),
        ...(input.suppressed.length > 0 ? { properties: { suppressed: input.suppressed } } : {}),
      },
    ],
  };
}

function ruleDescriptor(id: string, rule: RuleSpec | undefined): object {
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rule.mend },
    defaultConfiguration: { level: levels[rule.severity] },
    ...(rule.wcag ? { properties: { tags: rule.wcag.map((criterion) => `wcag-${criterion}`) } } : {}),
  };
}
