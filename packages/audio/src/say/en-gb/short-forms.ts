import { sayRule, type SayRule } from '../rule.js';

/** Short form → words. A full stop after it belongs to it, unless it also ends the sentence. */
const shortForms: readonly (readonly [string, string])[] = [
  ['et al', 'and others'],
  ['viz(?=\\.)', 'namely'],
  ['min(?=\\.\\s?\\d)', 'minimum'],
  ['max(?=\\.\\s?\\d)', 'maximum'],
  ['avg(?=\\.)', 'average'],
  ['[Vv]ol(?=\\.?\\s?\\d)', 'volume'],
  ['[Cc]h(?=\\.\\s?\\d)', 'chapter'],
  ['[Ss]ec(?=\\.\\s?\\d)', 'section'],
  ['Rt\\.?\\sHon', 'Right Honourable'],
  ['Ph\\.?D', 'P H D'],
  ['e\\.g\\.|eg(?=[\\s,])', 'for example'],
  ['i\\.e\\.|ie(?=[\\s,])', 'that is'],
  ['etc', 'et cetera'],
  ['approx', 'approximately'],
  ['vs', 'versus'],
  ['cf', 'compare'],
  ['incl', 'including'],
  ['excl', 'excluding'],
  ['dept', 'department'],
  ['govt', 'government'],
  ['[Tt]el', 'telephone'],
  ['ext(?=\\.?\\s\\d)', 'extension'],
  ['Dr', 'Doctor'],
  ['Prof', 'Professor'],
  ['Mr', 'Mister'],
  ['Mrs', 'Missis'],
  ['Ms', 'Miz'],
  ['Mx', 'Mix'],
  ['Rev', 'Reverend'],
  ['Revd', 'Reverend'],
  ['Cllr', 'Councillor'],
  ['Hon(?=\\.|\\s\\p{Lu})', 'Honourable'],
  ['Jr', 'Junior'],
  ['Sr(?=\\.)', 'Senior'],
  ['Ltd', 'Limited'],
  ['Inc(?=\\.)', 'Incorporated'],
  ['Co(?=\\.(?:\\s|$))', 'Company'],
  ['Rd', 'Road'],
  ['Ave', 'Avenue'],
];

const sentenceEnds = (after: string): boolean => after.trim() === '';

export const shortFormRules: readonly SayRule[] = [
  sayRule('saint', /St\.?(?=\s\p{Lu})/u, () => 'Saint'),
  sayRule('street', /St\.?(?![\p{L}\d])/u, (match, { before, after }) =>
    /\p{L}\s$/u.test(before) ? `Street${match[0].endsWith('.') && sentenceEnds(after) ? '.' : ''}` : undefined,
  ),
  sayRule('circa', /ca?\.\s?(?=(?:1[5-9]|20)\d\d)/, () => 'circa '),
  sayRule('and-or', /and\s?\/\s?or(?!\p{L})/iu, () => 'and or'),
  sayRule('week-commencing', /w\/[ce](?!\p{L})/iu, (match) => `week ${/c$/i.test(match[0]) ? 'commencing' : 'ending'}`),
  sayRule('care-of', /c\/o(?!\p{L})/iu, () => 'care of'),
  sayRule('account', /a\/c(?!\p{L})/iu, () => 'account'),
  sayRule('not-applicable', /n\/a(?!\p{L})/iu, () => 'not applicable'),
  sayRule('version', /[Vv]\.?(?=\d+\.\d)/, () => 'version '),
  sayRule('with', /w\/(?=\s)/, () => 'with'),
  ...shortForms.map(([print, words]) =>
    sayRule(
      `short-${words.replace(/\s/g, '-').toLowerCase()}`,
      new RegExp(`(?:${print})(?![\\p{L}\\d])\\.?`),
      (match, { after }) => `${words}${match[0].endsWith('.') && sentenceEnds(after) ? '.' : ''}`,
    ),
  ),
  sayRule('co-pro', /Co-?Pro(?!\p{L})/u, () => 'co pro'),
];
