import { describe, expect, it } from 'vitest';
import { asciiToCells, backTranslator, readUeb } from '../src/index.js';

/** Cells in ASCII Braille, as rulebooks print them. */
const read = (ascii: string, grade: 1 | 2 = 2): string => readUeb(asciiToCells(ascii), { grade });

describe('reads UEB by its rules', () => {
  it.each([
    [',! p ( ,newham4', 'The people of Newham.'],
    [",x's n j y1 b u6", 'It’s not just you, but us!'],
    ['d4 "<from"> f4', 'do. (from) from.'],
    ['m$ic9e >e m$ia', 'medicine are media'],
    ['7 0 n 9 2 5', 'were was not in be enough'],
    ['"<! f/">', '(the first)'],
    ['f/h& lrh1d newslr unfrly aflife midafns', 'firsthand letterhead newsletter unfriendly afterlife midafternoons'],
    ['/aff frame blame ,gdansk ,,gdp', 'staff frame blame Gdansk GDP'],
    ['2c 2f 2t 2come 4cuss 3c]n d1l ra2it a3ept o6]', 'because before between become discuss concern deal rabbit accept offer'],
    ['"o "m ^! _! /a;n mis.n s.d', 'one mother these their station mission sound'],
    [",,ucl's ,,,!n ! 5d,' so", 'UCL’s THEN THE END so'],
    ['#f1ach #ag.0 @l#a1agi1had4ed #b/c #e#a/b', '6,138 17% £1,179,814.54 ⅔ 5½'],
    ['#a"jjj"jjj #crd #bjbc-#bjbh #ac3#jj #he;a', '1 000 000 3rd 2023-2028 13:00 85a'],
    ['^1n"e ^7n )\\t u^\' .1lz', 'never not without us lz'],
    ['8,?ank y60 ,8,\\r ,direc;n,0', '“Thank you!” ‘Our Direction’'],
    ['coproduc;n@aucl4ac4uk', 'coproduction@ucl.ac.uk'],
    ['^/et^/e na^3ive', 'été naïve'],
    ['#ed;9#a fund+', '54[1] funding'],
    ['@.<,image3 d"o@.>', '[Image: done]'],
    [',9tro """"" #c', 'Intro 3'],
    [';x ;;abc a-;b _4 a', 'x abc a-b • a'],
    [",? ,*ild ,,?ank -,y ,,eppi-,c5tre ,,mp,'s", 'This Child THANK -You EPPI-Centre MPs'],
    [',0 ,7 ,8 ,9 "<,8"> .<,7.>', 'Was Were His In (His) [Were]'],
    ['444be so444 on', '...be so... on'],
    ['.=@.< .=_4', '[ •'],
    ['so-call$ ,tue1 #f ,j|4', 'so-called Tue, 6 Jou.'],
  ])('%s', (ascii, print) => {
    expect(read(ascii)).toBe(print);
  });

  it('uncontracted: letters are letters', () => {
    expect(read('the people c do it4 ,,nhs', 1)).toBe('the people c do it. NHS');
  });

  it('joins a word that was carried over with dot 5', () => {
    expect(readUeb('⠭⠭⠭⠐\n⠭⠭⠀⠁')).toBe('xxxxx a');
  });
});

it('reads other languages with the engine', async () => {
  const french = await backTranslator('fr', { grade: 1 });
  expect(french('⠿⠞⠿')).toBe('été');
  await expect(backTranslator('bn')).rejects.toThrow(/no Braille table for the language bn/);
});
