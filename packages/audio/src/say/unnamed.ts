import { sayRule, type SayRule } from './rule.js';

/** The name of the rules that take signs for which there are no words. */
export const unnamedSign = 'unnamed-sign';

/** One emoji (UTS #51, definition ED-17) with what is joined to it. */
const pictogram =
  '(?:\\p{Regional_Indicator}{2}|\\p{Extended_Pictographic}(?:[\\ufe0f\\u200d\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]|(?<=\\u200d)\\p{Extended_Pictographic})*)';

/** Signs that only adorn: boxes, shapes, and stars that stand as bullets; and marks of ownership. */
const adornment = '[\\u2500-\\u25ff★☆✦-✰❖➢➤®™©]';

/** Pictograms, in languages for which we have no names of them: the engine may have. */
export const unnamedPictogram: SayRule = sayRule(unnamedSign, new RegExp(`(?!${adornment})${pictogram}`, 'u'), ([sign]) => sign);

/** Pictograms and signs of mathematics, money and others that no rule of the language has words for. */
export const unnamedAnything: SayRule = sayRule(
  unnamedSign,
  new RegExp(`(?!${adornment}|[|^\`~¨´¯¸])(?:${pictogram}|[\\p{Sm}\\p{Sc}\\p{So}])`, 'u'),
  () => ' ',
);
