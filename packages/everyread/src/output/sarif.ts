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
  return sarifLog(input, input.messages.map(sarifResult(input)));
}

/** The same with these results, for whoever writes them one by one. */
export function sarifLog(input: SarifInput, results: unknown[]): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'everyread', version: input.version, rules: idsOf(input).map((id) => ruleDescriptor(id, input.rules.get(id))) },
        },
        // SARIF counts columns in UTF-16 units unless told otherwise, as VFileMessage does (3.14.17).
        columnKind: 'utf16CodeUnits',
        results,
        ...(input.suppressed.length > 0 ? { properties: { suppressed: input.suppressed } } : {}),
      },
    ],
  };
}

/** Makes the result of one message of a log. */
export function sarifResult(input: SarifInput): (message: VFileMessage) => object {
  const places = new Map(idsOf(input).map((id, index) => [id, index]));
  const uri = encodeURI(input.path.replaceAll('\\', '/'));
  return (message) => {
    const ruleId = message.ruleId ?? 'message';
    return {
      ruleId,
      ruleIndex: places.get(ruleId),
      level: levels[severityOf(message)],
      message: { text: message.note ? `${message.reason}. ${message.note}` : message.reason },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            ...(message.line === undefined ? {} : { region: { startLine: message.line, startColumn: message.column ?? 1 } }),
          },
        },
      ],
    };
  };
}

const idsOf = ({ messages }: SarifInput): string[] => [...new Set(messages.map((message) => message.ruleId ?? 'message'))].sort();

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
