import { sayRule, type SayRule } from '../rule.js';

/** Short form → words. A full stop after it belongs to it, unless it also ends the sentence. */
const shortForms: readonly (readonly [string, string])[] = [
  ['et al', 'and others'],
  ['viz(?=\\.)', 'namely'],
  ['min(?=\\.\\s?\\d)', 'minimum'],
  ['max(?=\\.\\s?\\d)', 'maximum'],
  ['avg(?=\\.)', 'average'],
  ['[Vv]ol(?=\\.?\\s?(?:\\d|[IVX]+(?!\\p{L})))', 'volume'],
  ['[Tt]emp(?=\\.\\s?[-−\\d])', 'temperature'],
  ['[Rr]eg(?=\\.\\s(?:charit|compan|office|in\\s))', 'registered'],
  ['[Rr]eg(?=\\.\\s(?:no|\\p{Lu}{0,3}\\d))', 'registration'],
  ['[Pp]\\.[Tt]\\.[Oo]', 'please turn over'],
  ['nr(?=\\.\\s)', 'near'],
  ['opp(?=\\.\\s)', 'opposite'],
  ['[Rr]m(?=\\.?\\s\\d)', 'room'],
  ['inc(?=\\.\\s)', 'including'],
  ['ea(?=\\.)', 'each'],
  ['f\\/t', 'full time'],
  ['p\\/t', 'part time'],
  ['p\\.a(?=\\.)', 'a year'],
  ['p\\.w(?=\\.)', 'a week'],
  ['[Cc]h(?=\\.\\s?\\d)', 'chapter'],
  ['[Ss]ec(?=\\.\\s?\\d)', 'section'],
  ['Rt\\.?\\sHon', 'Right Honourable'],
  ['Ph\\.?D', 'P H D'],
  ['e\\.g\\.|eg(?=[\\s,])', 'for example'],
  ['i\\.e\\.|ie(?=[\\s,])', 'that is'],
  ['etc', 'et cetera'],
  ['a\\.k\\.a|aka', 'also known as'],
  ['tbc', 'to be confirmed'],
  ['tba', 'to be announced'],
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

/** What a figure is counted by. */
const spans: Readonly<Record<string, string>> = { h: 'an hour', d: 'a day', w: 'a week', m: 'a month', a: 'a year' };

const sentenceEnds = (after: string): boolean => after.trim() === '';

export const shortFormRules: readonly SayRule[] = [
  sayRule('saint', /St\.?(?=\s\p{Lu})/u, () => 'Saint'),
  sayRule('street', /St\.?(?![\p{L}\d])/u, (match, { before, after }) =>
    /\p{L}\s$/u.test(before) ? `Street${match[0].endsWith('.') && sentenceEnds(after) ? '.' : ''}` : undefined,
  ),
  sayRule('per-person', /p\.p(?:\.|(?!\p{L}))/u, (match, { before, after }) =>
    /\d\s?$/.test(before) ? `per person${match[0].endsWith('.') && sentenceEnds(after) ? '.' : ''}` : undefined,
  ),
  sayRule('circa', /ca?\.\s?(?=[£€$]?\d)|c(?=[£€$]\d|1\d{3}(?!\d))/, (_, { before }) =>
    /[\p{L}\d]$/u.test(before) ? undefined : 'circa ',
  ),
  // “5 days p/w”, “£12.50 p/h”, “3% pa”
  sayRule('a-time', /p\/(h|d|w|m|a)(?!\p{L})|p(w|a)(?!\p{L})/u, ([, stroke, joined], { before }) =>
    /\d(?:%|k|m|\s\p{L}+)?\s?$/u.test(before) ? spans[(stroke ?? joined)!] : undefined,
  ),
  sayRule('year-ending', /[Yy]\/[Ee](?!\p{L})/u, () => 'year ending'),
  sayRule('year-on-year', /(?:YoY|yoy)(?!\p{L})/u, () => 'year on year'),
  sayRule('she-or-he', /s\/he(?!\p{L})/iu, () => 'she or he'),
  sayRule(
    'one-to-one',
    /1-2-1(?![\d-])|121(?=\s(?:support|sessions?|meetings?|mentoring|calls?|coaching|help|advice|tuition)(?!\p{L}))/u,
    () => 'one to one',
  ),
  sayRule('against', /v\.?(?=\s\p{Lu})/u, (_, { before }) => (/[\p{L})]\s$/u.test(before) ? 'versus' : undefined)),
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
