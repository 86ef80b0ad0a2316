/** A short form inside a longer word (10.9.3): where its cells are read as such. */
export interface LongerWord {
  /** Finds the short form's cells among those of the word, between letters that are left and right of it. */
  pattern: RegExp;
  word: string;
}

/** Signs that begin with a vowel or y: “fr” before one is letters, elsewhere “friend” (10.9.3 b). */
const vowel = '(?:[⠁⠑⠊⠕⠥⠽⠫⠻⠳⠪⠬⠜⠢⠔⠯⠷⠂]|⠐[⠑⠕⠥⠳]|⠘⠥|⠨[⠙⠑⠞]|⠰[⠑⠛⠽]|⠘[⠌⠡⠩⠒⠯⠻⠫⠬])';

/**
 * Where short forms may be part of longer words, as patterns of cells: `^` at the beginning only, `$` at the end only.
 * Found by reading the British and American word lists of Debian; see docs/translation.md for what is read wrongly.
 */
const rules: readonly (readonly [pattern: string, word: string])[] = [
  // Anywhere.
  ['⠃⠗⠇', 'braille'],
  ['⠛⠗⠞', 'great'],
  ['⠟⠅', 'quick'],
  ['⠗⠉⠧⠛', 'receiving'],
  ['⠗⠉⠧', 'receive'],
  ['⠙⠉⠧⠛', 'deceiving'],
  ['⠙⠉⠧', 'deceive'],
  ['⠏⠻⠉⠧⠛', 'perceiving'],
  ['⠏⠻⠉⠧', 'perceive'],
  ['⠗⠚⠉⠛', 'rejoicing'],
  ['⠗⠚⠉', 'rejoice'],
  ['⠙⠉⠇⠛', 'declaring'],
  [`⠙⠉⠇(?!${vowel})`, 'declare'],
  [`⠋⠗(?!${vowel})`, 'friend'],
  [`⠃⠇(?!${vowel}|⠚)`, 'blind'],
  [`(?<=.)⠛⠙(?!${vowel})`, 'good'],
  // At the beginning.
  ['^⠋⠌', 'first'],
  ['^⠛⠙(?!⠁⠝⠎|⠽⠝)', 'good'],
  ['^⠁⠋(?=[⠃⠉⠙⠛⠓⠍⠏⠡⠩⠹⠘⠸]|⠇⠊[⠋⠧⠣]|⠎|⠞⠁⠌|⠞⠁⠭|⠐⠞|⠐⠹)', 'after'],
  ['^⠇⠗', 'letter'],
  ['^⠒⠉⠧⠛', 'conceiving'],
  ['^⠒⠉⠧', 'conceive'],
  ['^⠍⠌', 'must'],
  ['^⠍⠡', 'much'],
  ['^⠩⠙', 'should'],
  ['^⠺⠙', 'would'],
  ['^⠉⠙(?=⠝$|⠑?⠌$)', 'could'],
  ['^⠞⠛⠗', 'together'],
  ['^⠁⠋⠝(?=⠎?$)', 'afternoon'],
  ['^⠁⠋⠺', 'afterward'],
  ['^⠁⠃⠧(?!⠕)', 'above'],
  ['^⠁⠉(?=⠇⠽$)', 'according'],
  ['^⠊⠍⠍(?=⠇⠽|⠰)', 'immediate'],
  ['^⠏⠻⠓(?=⠑⠎$)', 'perhaps'],
  ['^⠎⠡(?=⠇⠊⠅⠑)', 'such'],
  ['^⠎⠙(?=⠎$|⠑?⠌$)', 'said'],
  ['^⠞⠙(?=⠎$)', 'today'],
  ['^⠞⠍(?=⠎$)', 'tomorrow'],
  ['^⠞⠝(?=⠎$)', 'tonight'],
  ['^⠽⠗(?=⠎$)', 'your'],
  ['^⠆⠋(?=⠓⠯|⠍)', 'before'],
  ['^⠆⠓(?=⠓⠯|⠎$)', 'behind'],
  ['^⠆⠇(?=⠙⠑⠉⠅|⠛⠗|⠎$)', 'below'],
  ['^⠆⠎(?=⠎$)', 'beside'],
  ['^⠆⠞(?=⠎$|⠐⠞|⠱)', 'between'],
  ['^⠆⠽(?=⠎$)', 'beyond'],
  [`^⠇⠇(?!${vowel})`, 'little'],
  ['^⠆(⠇⠇)', 'little'],
  // At the end, perhaps with an s.
  ['⠡⠝(?=⠎?$)', 'children'],
  ['⠍⠡(?=$)', 'much'],
  ['⠁⠃⠧(?=$)', 'above'],
  ['⠁⠛⠌(?=$)', 'against'],
  ['^⠥⠝(⠝⠑⠉)(?=$)', 'necessary'],
  ['^(?:⠕⠧⠻|⠏⠕⠌|⠏⠗⠑|⠗⠑|⠥⠝⠗⠑|⠐⠥|⠥⠝)(⠏⠙)(?=$)', 'paid'],
  ['^(?:⠁?⠿⠑|⠛⠁⠔|⠍⠊⠎|⠥⠝|⠝⠁⠽)(⠎⠙)(?=$)', 'said'],
  ['^(?:⠐⠓|⠐⠮|⠐⠱|⠐⠓⠔|⠐⠮⠔)(⠁⠋)(?=⠎?$)', 'after'],
  ['^⠍⠊⠙(⠁⠋⠝)(?=⠎?$)', 'afternoon'],
  ['^(?:⠋⠑⠑⠞|⠓⠂⠙)(⠋⠌)(?=$)', 'first'],
  ['^(?:⠛⠁⠙|⠐⠓|⠐⠮|⠐⠱|⠅⠝⠕⠉⠅|⠇⠁⠽|⠗⠨⠙|⠗⠳⠌|⠗⠥⠝|⠌⠊⠗|⠞⠥⠗⠝|⠺⠁⠇⠅|⠐⠗)(⠁⠃)(?=⠎?$)', 'about'],
  ['^⠝⠐?⠕⠝?(⠎⠡)(?=$)', 'such'],
  ['(?:⠎|⠙|⠗⠑|⠥⠝)(⠇⠗)(?=⠎?$|⠫$|⠬$)', 'letter'],
];

export const longerWords: readonly LongerWord[] = rules.map(([pattern, word]) => ({ pattern: new RegExp(pattern, 'd'), word }));
