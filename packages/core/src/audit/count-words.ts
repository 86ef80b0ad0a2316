/** How much there is to read, and how long its words are. */
export interface WordCount {
  words: number;
  syllables: number;
}

const word = /[\p{L}\d][\p{L}\d’'-]*/gu;
/** Letters, digits and signs of English. */
const plain = /^[\x20-\x7e£€’]*$/;

/** Counts the words of a sentence, and their syllables as far as English spelling tells them. */
export function countWords(sentence: string): WordCount {
  return plain.test(sentence) ? countPlain(sentence) : countAny(sentence);
}

/** The same for a sentence in any letters: what is plain is counted without cutting out each word, in half the time. */
export function countAny(sentence: string): WordCount {
  const words = sentence.match(word) ?? [];
  return { words: words.length, syllables: words.reduce((sum, each) => sum + countSyllables(each), 0) };
}

function countSyllables(one: string): number {
  const groups = one
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

const none = 0;
const joiner = 1;
const consonant = 2;
const vowel = 3;
const letterE = 4;

/** What a character is to a word. */
const kinds = new Uint8Array(128);
for (const sign of "'-") kinds[sign.charCodeAt(0)] = joiner;
for (const sign of 'bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ0123456789') kinds[sign.charCodeAt(0)] = consonant;
for (const sign of 'aiouyAIOUY') kinds[sign.charCodeAt(0)] = vowel;
for (const sign of 'eE') kinds[sign.charCodeAt(0)] = letterE;

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? kinds[code]! : code === 0x2019 ? joiner : none;
};

function countPlain(sentence: string): WordCount {
  let words = 0;
  let syllables = 0;
  // Of the word that is being read: vowels in a row are one syllable, and the first E that ends a part of it is silent.
  let inWord = false;
  let groups = 0;
  let afterVowel = false;
  let silent = false;
  for (let at = 0; at <= sentence.length; at += 1) {
    const kind = kindAt(sentence, at);
    if (!inWord) {
      if (kind <= joiner) continue;
      inWord = true;
      words += 1;
      groups = 0;
      afterVowel = false;
      silent = false;
    }
    if (kind >= vowel) {
      if (kind === letterE && !silent && kindAt(sentence, at + 1) <= joiner) silent = true;
      else if (!afterVowel) {
        groups += 1;
        afterVowel = true;
      }
    } else {
      afterVowel = false;
      if (kind === none) {
        inWord = false;
        syllables += Math.max(1, groups);
      }
    }
  }
  return { words, syllables };
}
