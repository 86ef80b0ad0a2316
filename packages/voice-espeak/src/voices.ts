import type { Voice } from '@everyread/audio';

/** A voice as the engine lists it. */
export interface ListedVoice {
  name: string;
  identifier: string;
  languages: { priority: number; name: string }[];
}

/** Voices by language, the one that speaks a language best before the others: British English is RP. */
export function voicesOf(listed: readonly ListedVoice[]): Voice[] {
  const voices = listed
    // Variants of a voice are no voices.
    .filter((voice) => !voice.identifier.startsWith('!v/') && !voice.identifier.startsWith('mb/'))
    .map((voice): Voice => {
      const id = voice.languages[0]?.name ?? voice.identifier;
      return {
        id,
        title: `eSpeak NG, ${voice.name}`,
        lang: languageTag(id),
        ...(isRp(id) ? { gainDb: 3.5, charactersPerSecond: 14.5 } : {}),
      };
    });
  return [...voices.filter((voice) => isRp(voice.id)), ...voices.filter((voice) => !isRp(voice.id))];
}

const isRp = (id: string): boolean => id === 'en-gb-x-rp';

/** `en-gb-x-rp` speaks en-GB; `en-gb-scotland` en-GB; `vi-vn-x-central` vi-VN; names that are no tags stay. */
function languageTag(id: string): string {
  const [primary = id, ...rest] = id.split('-');
  const region = rest.find((part, index) => index === 0 && /^(?:[a-z]{2}|\d{3})$/.test(part));
  return region === undefined ? primary : `${primary}-${region.toUpperCase()}`;
}
