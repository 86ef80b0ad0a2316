import { sayRule, type SayRule } from '../rule.js';
import { digitsOneByOne, ordinal, wholeNumber } from './numbers.js';

/** Initialisms that are spelt although one could say them, or that are longer than the rule takes. */
const spelt = new Set(
  'UCL UCLH UK US USA EU UN NHS EPSRC NIHR BRC CIC OSCR GDPR UNCRPD DCMS DHSC UKRI BST GMT BBC BSL CEO CFO COO AGM HR IT ICT AI PDF HTML EPUB FAQ GP GPs PPI EDI ESRC AHRC BBSRC MRC RNIB RNID NSPCC RSPCA RSPB YMCA YWCA NCVO NVQ GCSE LGBT LGBTQ LGBTQIA DWP HMRC ONS PPE PTSD ADHD ASD OCD HIV MP MPs MSP MS VAT PAYE CV DIY TV USB URL VIP EHRC SMS IQ OK ID'.split(
    ' ',
  ),
);

/** Acronyms that are said as words although they are short. */
const saidAsWord = new Set(
  'NATO NASA AIDS UNICEF UNESCO NICE SARS COVID BAME SEND STEM PIN SIM RAM DAISY MIND LIN HIPS HEIF REMO SCOPE ACAS PAT CAFCASS RIBA DEFRA OFSTED OFCOM MIRA YES NO NOT AND THE FOR ALL OUR NEW YOU WE IS IN ON AT TO BY OF OR AN AS IF IT'.split(
    ' ',
  ),
);

const endings = /(?:[SDTNMLRKPFGX]|PS|TS|NS|RT|ST|ND|NT|LL|CK|RM|LT|MP|NG|RK|FT|CT|RS|LS|SH|CH|TH|RD)$/;

/** Whether these letters are known to be spelt, whatever a rule would say. */
export const isKnownInitialism = (letters: string): boolean => spelt.has(letters);

/** Whether letters in capitals are said one by one. */
export function isSpelt(letters: string): boolean {
  if (spelt.has(letters)) return true;
  if (saidAsWord.has(letters)) return false;
  if (letters.length <= 3) return true;
  if (letters.length > 5) return !/[AEIOUY]/.test(letters) || /[^AEIOUYHS]{5}/.test(letters);
  // A word one could say: vowels between few consonants, with an ending that English has.
  const sayable =
    /^Y?[^AEIOUY]{0,2}[AEIOU]{1,2}[^AEIOUY]{1,2}(?:[AEIOUY]{1,2}[^AEIOUY]{0,2})?$/.test(letters) &&
    (/[AEIOUY]$/.test(letters) || endings.test(letters));
  return !sayable;
}

/** “U C L” */
export function spell(letters: string): string {
  return [...letters].map((letter) => (/\d/.test(letter) ? digitsOneByOne(letter).replace('oh', 'nought') : letter)).join(' ');
}

const smallWords = new Set('ME MY AND THE FOR ALL OUR NEW YOU WE IS IN ON AT TO BY OF OR AN AS IF NOT WITH'.split(' '));
const shouted = /\p{Lu}{4,}/u;

/** Whether the words around are in capitals too: then capitals are only a way of printing. */
function isShouting(before: string, after: string): boolean {
  const previous = /(\p{L}+)[^\p{L}]*$/u.exec(before)?.[1];
  const next = /^[^\p{L}]*(\p{L}+)/u.exec(after)?.[1];
  const loud = (word: string | undefined): boolean =>
    word !== undefined && word === word.toUpperCase() && (smallWords.has(word) || (shouted.test(word) && !isSpelt(word)));
  return loud(previous) || loud(next);
}

/** Roman numerals to ten, and the digits of the same number. */
export const roman: Readonly<Record<string, string>> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
  VIII: '8',
  IX: '9',
  X: '10',
};

const monarchs = /(?:Elizabeth|Charles|Edward|George|Henry|James|Mary|Richard|William|Benedict|John Paul|Pius|Louis)\s$/;

export const initialisms: readonly SayRule[] = [
  sayRule('world-war', /WW(II?|[12])(?![\p{L}\d])/u, (match) => `World War ${/^(?:I|1)$/.test(match[1]!) ? 'One' : 'Two'}`),
  sayRule('monarch', /(?:VIII|VII|VI|IV|IX|III|II|I|V|X)(?![\p{L}\d])/u, (match, { before }) =>
    monarchs.test(before) && !/^I$/.test(match[0]) ? `the ${ordinal(roman[match[0]]!)}` : undefined,
  ),
  sayRule('roman', /(?:VIII|VII|VI|IV|IX|III|II|I|V|X)(?![\p{L}\d])/u, (match, { before }) =>
    /(?:Part|Chapter|Phase|Section|Volume|[Vv]ol\.|Stage|Level|Annex|Appendix|World War|Grade|Type)\s$/i.test(before)
      ? wholeNumber(roman[match[0]]!)
      : undefined,
  ),
  // “T&Cs”
  sayRule('letter-plural', /(\p{Lu})s(?![\p{L}\d])/u, (match, { before }) => (/\p{Lu}&$/u.test(before) ? `${match[1]!}'s` : undefined)),
  sayRule('covid', /(?:COVID|Covid)-?19/, () => 'Covid nineteen'),
  sayRule(
    'letters-and-digits',
    /(\p{Lu}{1,3})(\d{1,3})(\p{Lu}{0,3})(?![\p{L}\d]|\.\d)/u,
    (match) => `${spell(match[1]!)} ${wholeNumber(match[2]!)}${match[3] ? ` ${spell(match[3])}` : ''}`,
  ),
  sayRule('initialism', /(\p{Lu}{2,10})(['’]s|s)?(?!\p{L}|\d(?!\.\d))/u, (match, { before, after }) => {
    const letters = match[1]!;
    if (/[^A-Z]/.test(letters) || !isSpelt(letters)) return undefined;
    if (letters.length > 2 && /[AEIOUY]/.test(letters) && !spelt.has(letters) && isShouting(before, after)) return undefined;
    // “G P's” for the plural too: an engine reads “Ps” as another word.
    return `${spell(letters)}${match[2] === undefined ? '' : "'s"}`;
  }),
  // Degrees and departments: “MSc”, “DfE”.
  sayRule('initialism-mixed', /(MSc|BSc|MEd|BEd|BEng|MEng|DfE|DfT|MoD|MoJ|LLB|MPhil|DPhil)(?:\((Hons)\))?(?!\p{L})/u, (match) =>
    /Phil$/.test(match[1]!) ? `${match[1]![0]!} Phil` : /Eng$/.test(match[1]!) ? `${match[1]![0]!} Eng` : spell(match[1]!.toUpperCase()),
  ),
  sayRule(
    'initialism-dotted',
    /(?:\p{Lu}\.){2,}/u,
    (match, { after }) => `${match[0].replace(/\./g, ' ').trim()}${after.trim() === '' ? '.' : ''}`,
  ),
];
