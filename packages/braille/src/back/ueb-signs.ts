/**
 * The signs of Unified English Braille as a reader meets them, for turning cells back into print (Rules of UEB, 2013,
 * sections 3 to 10). Written from the rulebook, not from any table of liblouis: what the engine wrote is read by rules that
 * it does not share.
 */

/** Letters a to z. */
export const letters: Readonly<Record<string, string>> = pairs(
  '⠁a ⠃b ⠉c ⠙d ⠑e ⠋f ⠛g ⠓h ⠊i ⠚j ⠅k ⠇l ⠍m ⠝n ⠕o ⠏p ⠟q ⠗r ⠎s ⠞t ⠥u ⠧v ⠺w ⠭x ⠽y ⠵z',
);

/** Figures after the numeric indicator (6.1). */
export const figures: Readonly<Record<string, string>> = pairs('⠁1 ⠃2 ⠉3 ⠙4 ⠑5 ⠋6 ⠛7 ⠓8 ⠊9 ⠚0');

/** Words that one sign stands for where it stands alone (10.1, 10.2, 10.5). */
export const wordsigns: Readonly<Record<string, string>> = pairs(
  '⠃but ⠉can ⠙do ⠑every ⠋from ⠛go ⠓have ⠚just ⠅knowledge ⠇like ⠍more ⠝not ⠏people ⠟quite ⠗rather ⠎so ⠞that ⠥us ⠧very ⠺will ⠭it ⠽you ⠵as ' +
    '⠡child ⠩shall ⠹this ⠱which ⠳out ⠌still ⠆be ⠢enough ⠶were ⠦his ⠔in ⠴was',
);

/** Contractions that stand for the same letters wherever they are: one cell (10.3, 10.4, 10.6.8). */
export const groupsigns: Readonly<Record<string, string>> = pairs(
  '⠯and ⠿for ⠷of ⠮the ⠾with ⠡ch ⠣gh ⠩sh ⠹th ⠱wh ⠫ed ⠻er ⠳ou ⠪ow ⠌st ⠬ing ⠜ar ⠢en ⠔in',
);

/** Lower groupsigns between letters (10.6.5), and at the beginning of a word (10.6.1). */
export const between: Readonly<Record<string, string>> = pairs('⠂ea ⠆bb ⠒cc ⠖ff ⠶gg');
export const beginning: Readonly<Record<string, string>> = pairs('⠆be ⠒con ⠲dis');

/** Initial-letter contractions (10.7). */
export const initials: Readonly<Record<string, string>> = pairs(
  '⠐⠙day ⠐⠑ever ⠐⠋father ⠐⠓here ⠐⠅know ⠐⠇lord ⠐⠍mother ⠐⠝name ⠐⠕one ⠐⠏part ⠐⠟question ⠐⠗right ⠐⠎some ⠐⠞time ⠐⠥under ⠐⠽young ⠐⠺work ' +
    '⠐⠡character ⠐⠮there ⠐⠹through ⠐⠱where ⠐⠳ought ⠘⠥upon ⠘⠮these ⠘⠹those ⠘⠱whose ⠘⠺word ⠸⠉cannot ⠸⠓had ⠸⠍many ⠸⠎spirit ⠸⠮their ⠸⠺world',
);

/** Final-letter groupsigns, after a letter only (10.8). */
export const finals: Readonly<Record<string, string>> = pairs(
  '⠨⠙ound ⠨⠑ance ⠨⠝sion ⠨⠎less ⠨⠞ount ⠰⠑ence ⠰⠛ong ⠰⠇ful ⠰⠝tion ⠰⠎ness ⠰⠞ment ⠰⠽ity',
);

/** Shortforms (10.9). */
export const shortforms: Readonly<Record<string, string>> = pairs(
  '⠁⠃about ⠁⠃⠧above ⠁⠉according ⠁⠉⠗across ⠁⠋after ⠁⠋⠝afternoon ⠁⠋⠺afterward ⠁⠛again ⠁⠛⠌against ⠁⠇⠍almost ⠁⠇⠗already ⠁⠇also ' +
    '⠁⠇⠹although ⠁⠇⠞altogether ⠁⠇⠺always ⠆⠉because ⠆⠋before ⠆⠓behind ⠆⠇below ⠆⠝beneath ⠆⠎beside ⠆⠞between ⠆⠽beyond ⠃⠇blind ' +
    '⠃⠗⠇braille ⠡⠝children ⠒⠉⠧conceive ⠒⠉⠧⠛conceiving ⠉⠙could ⠙⠉⠧deceive ⠙⠉⠧⠛deceiving ⠙⠉⠇declare ⠙⠉⠇⠛declaring ⠑⠊either ⠋⠌first ' +
    '⠋⠗friend ⠛⠙good ⠛⠗⠞great ⠓⠻⠋herself ⠓⠍him ⠓⠍⠋himself ⠊⠍⠍immediate ⠭⠎its ⠭⠋itself ⠇⠗letter ⠇⠇little ⠍⠡much ⠍⠌must ⠍⠽⠋myself ' +
    '⠝⠑⠉necessary ⠝⠑⠊neither ⠐⠕⠋oneself ⠳⠗⠧⠎ourselves ⠏⠙paid ⠏⠻⠉⠧perceive ⠏⠻⠉⠧⠛perceiving ⠏⠻⠓perhaps ⠟⠅quick ⠗⠉⠧receive ' +
    '⠗⠉⠧⠛receiving ⠗⠚⠉rejoice ⠗⠚⠉⠛rejoicing ⠎⠙said ⠩⠙should ⠎⠡such ⠮⠍⠧⠎themselves ⠹⠽⠋thyself ⠞⠙today ⠞⠛⠗together ⠞⠍tomorrow ' +
    '⠞⠝tonight ⠺⠙would ⠽⠗your ⠽⠗⠋yourself ⠽⠗⠧⠎yourselves',
);

/** Marks that open, and stand before a word that stands alone all the same (2.6.2, 7). */
export const opening: Readonly<Record<string, string>> = pairs('⠈⠨⠣[ ⠐⠣( ⠨⠣[ ⠸⠣{ ⠠⠦‘');

/** Marks that close, and stand after one (2.6.3, 7). */
export const closing: Readonly<Record<string, string>> = pairs('⠈⠨⠜] ⠐⠜) ⠨⠜] ⠸⠜} ⠠⠴’ ⠂, ⠆; ⠒: ⠲. ⠖! ⠦? ⠴”');

/** Signs of several cells that are no letters (3, 7). */
export const symbols: Readonly<Record<string, string>> = pairs(
  '⠸⠲• ⠈⠇£ ⠈⠑€ ⠈⠎$ ⠈⠉¢ ⠈⠽¥ ⠨⠴% ⠈⠁@ ⠈⠯& ⠸⠌/ ⠸⠡\\ ⠸⠳| ⠸⠹# ⠨⠤_ ⠐⠔* ⠈⠔~ ⠈⠢^ ⠈⠣< ⠈⠜> ⠐⠖+ ⠐⠤− ⠐⠦× ⠐⠌÷ ⠐⠶= ⠘⠚° ⠘⠉© ⠘⠗® ⠘⠞™ ⠘⠏¶ ⠘⠎§ ' +
    '⠠⠤– ⠠⠶" ⠈⠠⠹† ⠈⠠⠻‡ ⠘⠦¿ ⠘⠖¡',
);

/** Marks over a letter, which stand before it (4.2). */
export const accents: Readonly<Record<string, string>> = pairs(
  '⠘⠌\u0301 ⠘⠡\u0300 ⠘⠩\u0302 ⠘⠒\u0308 ⠘⠯\u0327 ⠘⠻\u0303 ⠘⠫\u030a ⠘⠬\u030c ⠈⠤\u0304 ⠈⠬\u0306 ⠈⠡\u0338',
);

/** Cells and print, the cells at the front of each word. */
function pairs(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.split(' ').map((pair) => {
      const [, cells, print] = /^([\u2800-\u283f]+)(.+)$/s.exec(pair)!;
      return [cells!, print!];
    }),
  );
}
