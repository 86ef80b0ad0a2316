/** Cells that the transcriber writes, not the author (UEB 3 and 9). */
export const signs = {
  noteOpen: '⠈⠨⠣',
  noteClose: '⠈⠨⠜',
  /** Dot locator for “mention”. */
  mention: '⠨⠿',
  bullet: '⠸⠲',
  guideDot: '⠐',
  continuation: '⠐',
  superscript: '⠰⠔',
  boxTop: '⠶',
  boxBottom: '⠛',
  pageMark: '⠤',
  pageInline: '⠐⠒',
  asterisk: '⠐⠔',
  underlineStart: '⠐',
  underline: '⠒',
} as const;

/** A sign that the special symbols page explains. */
export type SignName =
  | 'note'
  | 'bullet'
  | 'italicWord'
  | 'italicPassage'
  | 'boldWord'
  | 'boldPassage'
  | 'pound'
  | 'euro'
  | 'dollar'
  | 'percent'
  | 'at'
  | 'ampersand'
  | 'slash'
  | 'noteMark'
  | 'guideDots'
  | 'printPage'
  | 'box'
  | 'tableRule'
  | 'continuation'
  | 'copyright'
  | 'degree'
  | 'section'
  | 'hash'
  | 'underscore'
  | 'plus'
  | 'minus'
  | 'equals'
  | 'times'
  | 'divided';

/** How each sign looks, for the special symbols page. */
export const signCells: Readonly<Record<SignName, string>> = {
  note: '⠈⠨⠣⠀⠈⠨⠜',
  bullet: '⠸⠲',
  italicWord: '⠨⠂',
  italicPassage: '⠨⠶⠀⠨⠄',
  boldWord: '⠘⠂',
  boldPassage: '⠘⠶⠀⠘⠄',
  pound: '⠈⠇',
  euro: '⠈⠑',
  dollar: '⠈⠎',
  percent: '⠨⠴',
  at: '⠈⠁',
  ampersand: '⠈⠯',
  slash: '⠸⠌',
  noteMark: '⠰⠔',
  guideDots: '⠐⠐⠐',
  printPage: '⠤⠤⠤',
  box: '⠶⠶⠶⠀⠛⠛⠛',
  tableRule: '⠐⠒⠒⠒',
  continuation: '⠐',
  copyright: '⠘⠉',
  degree: '⠘⠚',
  section: '⠘⠎',
  hash: '⠸⠹',
  underscore: '⠨⠤',
  plus: '⠐⠖',
  minus: '⠐⠤',
  equals: '⠐⠶',
  times: '⠐⠦',
  divided: '⠐⠌',
};

/** Signs of UEB that stand for one character. */
export const characterSigns: readonly (readonly [string, SignName])[] = [
  ['£', 'pound'],
  ['€', 'euro'],
  ['$', 'dollar'],
  ['%', 'percent'],
  ['@', 'at'],
  ['&', 'ampersand'],
  ['/', 'slash'],
  ['©', 'copyright'],
  ['°', 'degree'],
  ['§', 'section'],
  ['#', 'hash'],
  ['_', 'underscore'],
  ['+', 'plus'],
  ['−', 'minus'],
  ['=', 'equals'],
  ['×', 'times'],
  ['÷', 'divided'],
  ['•', 'bullet'],
];
