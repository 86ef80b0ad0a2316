import { EveryreadError, primaryLanguage, sameLanguage } from '@everyread/core';
import type { Voice } from '../engine.js';

/**
 * The voice for a language: the one named, else one of the same region, else of the language's main region, else of the same language.
 *
 * @param lang - BCP 47 tag
 * @param wanted - id of a voice; it is not taken for another language than its own
 * @throws {EveryreadError} `misuse` when no voice has that id
 */
export function chooseVoice(voices: readonly Voice[], lang: string, wanted: string | undefined): Voice | undefined {
  if (wanted !== undefined) {
    const voice = voices.find((each) => each.id === wanted);
    if (voice === undefined) {
      throw new EveryreadError('misuse', `There is no voice “${wanted}”`, {
        hint: `Choose one of ${voices
          .map((each) => each.id)
          .slice(0, 30)
          .join(', ')}.`,
      });
    }
    return sameLanguage(voice.lang, lang) ? voice : undefined;
  }
  const tagged = (tag: string): Voice | undefined => voices.find((each) => each.lang.toLowerCase() === tag.toLowerCase());
  return (
    tagged(lang) ??
    tagged(primaryLanguage(lang)) ??
    tagged(`${primaryLanguage(lang)}-${mainRegion(lang)}`) ??
    voices.find((each) => sameLanguage(each.lang, lang))
  );
}

/** The region whose speech stands for a language where nobody names one: French of France, and not the first in a list; English of Britain. */
function mainRegion(lang: string): string {
  const language = primaryLanguage(lang);
  if (language === 'en') return 'GB';
  return /^[a-z]{2,3}$/.test(language) ? (new Intl.Locale(language).maximize().region ?? '') : '';
}

/** The name of a language in English, for messages. */
export function languageName(lang: string, inLang = 'en'): string {
  try {
    return new Intl.DisplayNames([inLang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** What is thrown when nobody speaks the report's language: reading it with other sounds is no edition. */
export function noVoice(lang: string, engine: string): EveryreadError {
  const espeak =
    'Install eSpeak NG, which speaks more than a hundred languages: npm install @everyread/voice-espeak @echogarden/espeak-ng-emscripten';
  return new EveryreadError('engine', `No voice on this machine speaks ${languageName(lang)} (${lang}): an edition with sound needs one`, {
    hint:
      engine === 'espeak'
        ? '`everyread voices add FOLDER` adds a neural voice that speaks it.'
        : `${espeak}. Then build again. \`everyread voices add FOLDER\` adds a neural voice instead.`,
  });
}

/** What is thrown when the voice that was asked for speaks another language than the report. */
export function wrongVoice(voice: string, lang: string): EveryreadError {
  return new EveryreadError('misuse', `The voice “${voice}” does not speak ${languageName(lang)} (${lang}), the language of the report`, {
    hint: 'Name another voice, or none: then one for the language is found.',
  });
}
