import { ruleMessage } from '@everyread/core';
import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { checkRules } from '../messages.js';

/** Where a difference is: under which heading, and where in the source, if the model knows. */
export interface Place {
  readonly under?: string | undefined;
  readonly position?: Position | undefined;
}

/** Says what differs. */
export type Say = (rule: keyof typeof checkRules, reason: string, place?: Place) => void;

/**
 * Makes the voice of one comparison.
 *
 * @param file - name of the edition's file, for the reader of the message
 * @param message - where messages go
 */
export function differenceSayer(file: string, message: (message: VFileMessage) => void): Say {
  return (rule, reason, place) => {
    const where = place?.under ? `, under “${place.under}”` : '';
    message(
      ruleMessage(checkRules[rule], {
        reason: `${file}: ${reason}${where}`,
        source: 'check',
        ...(place?.position ? { place: place.position } : {}),
      }),
    );
  };
}
