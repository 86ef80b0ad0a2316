/** A language that Kokoro speaks. */
interface KokoroLanguage {
  /** BCP 47 tag. */
  lang: string;
  /** What the espeak-ng within sherpa-onnx calls it: it refuses `en-gb` and knows British English as `en`. */
  espeak?: string;
}

/**
 * By the first letter of a speaker's name: `bf_emma` is British and f(emale). Japanese (`j`) is left out: espeak-ng spells its
 * signs out in English.
 */
const languages: Readonly<Record<string, KokoroLanguage>> = {
  a: { lang: 'en-US', espeak: 'en-us' },
  b: { lang: 'en-GB', espeak: 'en' },
  e: { lang: 'es', espeak: 'es' },
  f: { lang: 'fr-FR', espeak: 'fr' },
  h: { lang: 'hi', espeak: 'hi' },
  i: { lang: 'it', espeak: 'it' },
  p: { lang: 'pt-BR', espeak: 'pt-br' },
  z: { lang: 'zh-CN' },
};

/** The models before version 1.0 know English only, whoever speaks. */
const multilingual = 2;

/**
 * The language of one of Kokoro's speakers.
 *
 * @param told - what the model says of itself
 * @param lexicons - paths of the files of words that the folder holds
 * @returns a BCP 47 tag; undefined where this folder can't speak the speaker's language
 */
export function languageOfSpeaker(name: string, told: ReadonlyMap<string, string>, lexicons: readonly string[]): string | undefined {
  const language = languages[name.charAt(0)];
  if (language === undefined) return undefined;
  if (Number(told.get('version') ?? 1) < multilingual) return language.lang.startsWith('en-') ? language.lang : undefined;
  return language.espeak !== undefined || lexicons.some(isChinese) ? language.lang : undefined;
}

/**
 * How sherpa-onnx is to turn words into sounds for Kokoro; where it is told nothing, it ends the program. Chinese goes by the files of
 * words that come with the model, all else by the rules of espeak-ng: the files for English know each word by itself, so that “a cup of
 * tea” becomes “ay cup off tea”.
 */
export function wordsToSounds(lexicons: readonly string[], lang: string): { lexicon: string; lang: string } {
  const tag = lang.toLowerCase();
  const [main = tag] = tag.split('-');
  // A few words of English stand in many a Chinese text.
  if (main === 'zh')
    return { lexicon: lexicons.filter((path) => isChinese(path) || path.endsWith('lexicon-us-en.txt')).join(','), lang: '' };
  const all = Object.values(languages);
  const language = all.find((each) => each.lang.toLowerCase() === tag) ?? all.find((each) => each.lang.startsWith(`${main}-`));
  return { lexicon: '', lang: language?.espeak ?? main };
}

const isChinese = (path: string): boolean => path.endsWith('lexicon-zh.txt');
