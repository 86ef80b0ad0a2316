import { ruleMessage } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { markdownRules } from './rules.js';

type Input = Omit<Parameters<typeof ruleMessage>[1], 'source'>;

/** Collects the messages of one reading. */
export interface Reporter {
  say(rule: keyof typeof markdownRules, input: Input): void;
  readonly messages: VFileMessage[];
}

/** Messages that carry the file's path, so that they print as file:line:column. */
export function makeReporter(path: string | undefined): Reporter {
  const messages: VFileMessage[] = [];
  return {
    messages,
    say(rule, input) {
      const message = ruleMessage(markdownRules[rule], { source: 'markdown', ...input });
      if (path !== undefined) message.file = path;
      messages.push(message);
    },
  };
}
