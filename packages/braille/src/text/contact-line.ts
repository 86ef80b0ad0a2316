import type { Words } from '@everyread/core';
import type { LineRun } from '../transcriber.js';

/** How to ask for another format: the charity's own sentence, or its address or telephone number after a few words. */
export function contactLine(contact: string, words: Words, said: (text: string) => LineRun): LineRun[] {
  const whole = contact.trim();
  const isSentence = /\s/.test(whole) && !/^\+?[\d ()-]{6,}$/.test(whole);
  return [...(isSentence ? [] : [said(words.screen.otherFormats), { text: ' ' }]), { text: whole }];
}
