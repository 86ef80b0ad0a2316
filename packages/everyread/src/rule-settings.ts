import { EveryreadError, severityOf, type Severity } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';

/** Findings that the author accepts, with the reason they wrote. */
export interface Suppressed {
  ruleId: string;
  reason: string;
  count: number;
}

/**
 * What the author says of the rules: other severities, `off`, and findings that are accepted for a written reason.
 * One object a run: it also drops what was said before, for every format looks at the same document.
 */
export class RuleSettings {
  readonly #levels: Readonly<Record<string, Severity | 'off'>>;
  readonly #reasons: Readonly<Record<string, string>>;
  readonly #said = new Set<string>();
  readonly #suppressed = new Map<string, Suppressed>();
  readonly #placed: (message: VFileMessage) => VFileMessage;

  /**
   * @param placed - gives a message about a value of the front matter the place of that value
   * @throws {EveryreadError} code `misuse`, when a rule is suppressed without a reason
   */
  constructor(
    levels: Readonly<Record<string, Severity | 'off'>> = {},
    reasons: Readonly<Record<string, string>> = {},
    placed = (message: VFileMessage): VFileMessage => message,
  ) {
    this.#levels = levels;
    this.#reasons = reasons;
    this.#placed = placed;
    for (const [id, reason] of Object.entries(reasons)) {
      if (reason.trim() === '')
        throw new EveryreadError('misuse', `The rule ${id} is suppressed without a reason`, {
          hint: 'Write why its findings are accepted: readers of the conformance report will see it.',
        });
    }
  }

  /**
   * Returns the message to show, with its severity as the author wants it, or nothing.
   * `isNew` is false for what was said before in this run.
   */
  judge(found: VFileMessage): { message: VFileMessage; isNew: boolean } | undefined {
    const message = this.#placed(found);
    const id = message.ruleId ?? '';
    const level = Object.hasOwn(this.#levels, id) ? this.#levels[id] : undefined;
    if (level === 'off') return undefined;
    const key = [id, message.reason, message.line, message.column].join('\n');
    const isNew = !this.#said.has(key);
    this.#said.add(key);
    if (Object.hasOwn(this.#reasons, id)) {
      const entry = this.#suppressed.get(id) ?? { ruleId: id, reason: this.#reasons[id]!, count: 0 };
      if (isNew) entry.count += 1;
      this.#suppressed.set(id, entry);
      return undefined;
    }
    if (level !== undefined && level !== severityOf(message))
      message.fatal = level === 'error' ? true : level === 'warning' ? false : undefined;
    return { message, isNew };
  }

  /** The messages that are new and not switched off, in the order of the document. */
  keep(messages: readonly VFileMessage[]): VFileMessage[] {
    const kept: VFileMessage[] = [];
    for (const message of messages) {
      const judged = this.judge(message);
      if (judged?.isNew) kept.push(judged.message);
    }
    return kept.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }

  /** The rules that have another severity than their own, or none, for the conformance report. */
  get changed(): { ruleId: string; severity: Severity | 'off' }[] {
    return Object.entries(this.#levels)
      .map(([ruleId, severity]) => ({ ruleId, severity }))
      .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  }

  /** What was accepted, for the conformance report. */
  get suppressed(): Suppressed[] {
    return [...this.#suppressed.values()].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  }
}
