import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayDelete(node: NodeOf<'delete'>, planner: Planner): void {
  const tell = (words: string): void => {
    // A listener must hear where the words that no longer hold begin and end.
    if (planner.hasWords) planner.printAs('', `, ${words},`, planner.meta.lang);
  };
  tell(planner.words.deleted);
  planner.each(node.children);
  tell(planner.words.spoken.endOfDeleted);
}
