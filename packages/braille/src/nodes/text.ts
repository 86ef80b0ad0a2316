import type { Text } from '@everyread/core';
import type { Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';

export function text(node: Text, scope: Scope): LineRun[] {
  return [{ text: node.value, emphasis: scope.emphasis, lang: scope.lang, node }];
}
