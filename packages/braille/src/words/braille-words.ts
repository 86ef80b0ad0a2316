import type { Words } from '@everyread/core';
import type { NamedScript, NamedSign } from '../text/characters.js';
import type { SignName } from '../text/signs.js';

/** What core says in two languages, for reports in others: words of the kind that core’s own tables hold. */
export type ReportWords = Partial<
  Pick<
    Words,
    'contents' | 'page' | 'image' | 'notes' | 'credit' | 'warning' | 'tip' | 'important' | 'deleted' | 'taskDone' | 'taskOpen' | 'noFigure'
  >
>;

/** Signs that the transcriber writes whatever the language: those that the special symbols page explains in all of them. */
export type OwnSign = 'note' | 'bullet' | 'noteMark' | 'guideDots' | 'printPage' | 'box' | 'tableRule' | 'continuation';

/** What stands in a note for characters that have no Braille. */
export interface UnknownWords {
  /** One character of a script: `{script}`. */
  readonly character: string;
  /** `{n}` characters of a script. */
  readonly characters: string;
  /** One sign by its number in Unicode, several, and several of which only some are named: `{points}`, `{n}`. */
  readonly symbol: string;
  readonly symbols: string;
  readonly more: string;
  readonly signs: Readonly<Record<NamedSign, string>>;
  readonly scripts: Readonly<Record<NamedScript, string>>;
}

/** What the Braille editions print of their own. `{n}` and the like are filled by core's `fill()`. */
export interface BrailleWords {
  readonly lang: string;
  /** Name of the Braille code, where it is not the international one. */
  readonly code?: string;
  readonly volumeOf: string;
  readonly endOfVolume: string;
  readonly endOfReport: string;
  readonly braillePage: string;
  readonly braillePages: string;
  readonly transcribed: string;
  readonly specialSymbols: string;
  readonly transcriberNotes: string;
  readonly webAddresses: string;
  readonly noAlt: string;
  readonly chartSays: string;
  readonly tableListed: string;
  readonly tableLinear: string;
  readonly emptyEntries: string;
  readonly picturesNote: string;
  readonly tablesNote: string;
  readonly emphasisNote: string;
  readonly addressesNote: string;
  readonly printPagesNote: string;
  readonly unknownNote: string;
  readonly unknown: UnknownWords;
  readonly footnotesNote: string;
  readonly languageNote: string;
  readonly grade1: string;
  readonly grade2: string;
  readonly pages: string;
  /** Words for signs; those of single characters are explained in English only, where they are UEB. */
  readonly signs: Readonly<Record<OwnSign, string> & Partial<Record<SignName, string>>>;
  /** In place of core’s words, where core has none in the language. */
  readonly report?: ReportWords;
}
