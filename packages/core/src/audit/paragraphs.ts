import type { Node } from 'unist';
import { childrenOf, is } from '../guards.js';
import type { Paragraph, ReportNode, Text } from '../types.js';
import { weekdayFaults } from './weekdays.js';
import { isInside, type AuditInput, type AuditNode, type Find } from './audit.js';
import { capitalRuns } from './capitals.js';
import { within } from '../within.js';

const fakeItem = /^\s*(?:[•·▪◦‣●○■–—]\s+|\(?[a-z0-9]{1,2}[.)]\s+|\d{1,2}(?:st|nd|rd|th)\s+)\S/;
// “On the right shows” is a place, “on the right track” and “in the top 10” are none: what follows decides.
const sensory =
  /\b(?:on|to|in|at) the (?:left|right|top|bottom)(?:[- ]hand\b|(?: (?:side|corner))? of (?:the|this) (?:page|picture|photo|image|chart|graph|figure|diagram|map|table|screen|column|box)\b|(?: (?:side|corner))?(?=\s*(?:[.,;:)]|$)|\s+(?:shows?|is|are|was|has|have|lists?|says?|explains?|gives?|tells?|and|or|you|we)\b))|\b(?:see|shown|pictured) (?:above|below|opposite|overleaf)\b|\bthe (?:round|square|triangular) (?:box|button|picture)\b/i;
const colour =
  /\b(?:in|shown in|marked in|highlighted in|the) (?:red|green|blue|yellow|orange|purple|pink|grey|gray|amber)(?: (?:text|type|bars?|boxes|box|line|figures?|rows?|items?|ones?|areas?|segments?|slices?))\b|\b(?:marked|shown|highlighted|printed|written|text|bars?|boxes|lines?|figures?|rows?|items?|areas?) in (?:red|green|blue|yellow|orange|purple|pink|grey|gray|amber|bold colour)\b/i;
// “Page 4 of our other guide” is a page that no edition of this report moves.
const pageNumber =
  /\b(?:see|on|to|at|from|\()\s*(?:page|pages|p\.|pp\.)\s*\d+\b(?:\s*(?:to|and|[-–—])\s*\d+\b)?(?!\s*(?:to|and|[-–—])\s*\d|\s+(?:of|in)\s+(?!(?:this|the)\s+(?:\w+\s+)?(?:report|document|publication|review)\b))/i;
const scripts = [
  ['Greek', /\p{Script=Greek}{2,}/u, /^(?:el|grc)/, 'el'],
  ['Cyrillic', /\p{Script=Cyrillic}{2,}/u, /^(?:ru|uk|bg|sr|mk|be|mn|kk|.*-Cyrl)/, 'ru'],
  ['Arabic', /\p{Script=Arabic}{2,}/u, /^(?:ar|fa|ur|ps|ku|ckb|ug|.*-Arab)/, 'ar dir=rtl'],
  ['Hebrew', /\p{Script=Hebrew}{2,}/u, /^(?:he|yi|.*-Hebr)/, 'he dir=rtl'],
  ['Bengali', /\p{Script=Bengali}{2,}/u, /^(?:bn|as|.*-Beng)/, 'bn'],
  ['Devanagari', /\p{Script=Devanagari}{2,}/u, /^(?:hi|mr|ne|sa|.*-Deva)/, 'hi'],
  ['Gurmukhi', /\p{Script=Gurmukhi}{2,}/u, /^(?:pa|.*-Guru)/, 'pa'],
  ['Gujarati', /\p{Script=Gujarati}{2,}/u, /^(?:gu|.*-Gujr)/, 'gu'],
  ['Tamil', /\p{Script=Tamil}{2,}/u, /^(?:ta|.*-Taml)/, 'ta'],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u, /^(?:zh|ja|yue|ko)/, 'zh'],
  ['Korean', /\p{Script=Hangul}+/u, /^ko/, 'ko'],
  ['Thai', /\p{Script=Thai}{2,}/u, /^th/, 'th'],
] as const;

// “5* reviews” and a grade of A* are no notes.
const noteMark = /(?:[\p{L}\d%)](?<!(?<![\p{L}\d.,])[1-5A]))\*(?=[\s.,;]|$)|(?:^|\n)\*\s?(?=\p{Lu})/u;

/** A character of none of the Latin letters, their accents, and the signs of Western print. */
const foreign = /[^\u0000-\u036f\u2000-\u20ff]/;

/** What is wrong in lines of text. */
export function checkParagraphs({ nodes, textOf }: AuditInput, find: Find): void {
  nodes.forEach((each) => {
    const { node } = each;
    switch (node.type) {
      case 'text':
        checkText(node, each, find);
        break;
      case 'paragraph':
        checkParagraph(node, textOf(node), find);
        checkWeekdays(node, textOf(node), find);
        break;
      case 'tableCell':
      case 'heading':
        checkWeekdays(node, textOf(node), find);
        break;
      case 'emphasis':
        if (textOf(node).split(' ').length > 20) find('text-italic', node, 'More than 20 words are in italics');
    }
  });
}

function checkWeekdays(node: ReportNode, text: string, find: Find): void {
  for (const fault of weekdayFaults(text)) find('date-weekday', placeOf(node, /“(.*?)”/.exec(fault)?.[1] ?? ''), fault);
}

function checkText(node: Text, each: AuditNode, find: Find): void {
  const { value } = node;
  const { lang } = each;
  if (foreign.test(value)) checkScripts(node, lang, find);
  if (/[\u00a0\u2002\u2003\u2007\u2009]{3,}|[\u2002\u2003]{2,}|\t{2,}/.test(value))
    find('space-format', node, 'Several blanks in a row place this text');
  const page = pageNumber.exec(value);
  if (page && !isInside(each, 'link', 'crossReference'))
    find('ref-page', within(node, page.index, page[0].length), `“${page[0].replace(/^\(/, '')}” is typed by hand`);
  const asterisk = value.includes('*') && noteMark.exec(value);
  if (asterisk) find('note-asterisk', within(node, asterisk.index, asterisk[0].length), 'An asterisk seems to be the mark of a note');
  const [capitals] = capitalRuns(value);
  if (capitals)
    find('text-caps', within(node, capitals.index, capitals.text.length), `“${capitals.text.slice(0, 40)}” is written in capitals`);
}

function checkScripts(node: Text, lang: string, find: Find): void {
  for (const [name, pattern, languages, tag] of scripts) {
    const match = pattern.exec(node.value);
    if (match && !languages.test(lang))
      find(
        'lang-part',
        within(node, match.index, match[0].length),
        `“${match[0].slice(0, 30)}” is written in ${name} letters and has no language of its own`,
        `Mark them, and the words beside them that belong to them: \`:span[${match[0].slice(0, 30)}]{lang=${tag}}\`, or whichever language it is.`,
      );
  }
}

function checkParagraph(node: Paragraph, text: string, find: Find): void {
  const lines = node.children.flatMap((child) => (is(child, 'text') ? child.value.split('\n') : []));
  if (lines.filter((line) => fakeItem.test(line)).length >= 2 || /^\s*[•·▪◦‣●]/.test(text))
    find('list-fake', node, 'This paragraph looks like a list and is none');
  const place = sensory.exec(text);
  if (place) find('ref-sensory', placeOf(node, place[0]), `“${place[0]}” points to a place on the page`);
  const tint = colour.exec(text);
  if (tint) find('colour-only', placeOf(node, tint[0]), `“${tint[0]}” points by colour`);
}

/** Where words stand in a node; the node itself where they go across its parts. */
function placeOf(node: ReportNode, words: string): Node {
  if (is(node, 'text')) {
    const index = node.value.indexOf(words);
    return index < 0 ? node : within(node, index, words.length);
  }
  for (const child of childrenOf(node)) {
    const place = placeOf(child, words);
    if (place !== child) return place;
  }
  return node;
}
