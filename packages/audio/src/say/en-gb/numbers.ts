const ones = [
  'nought',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion'];

/** Digits one by one, as in telephone numbers: `o` is said for nought. */
export function digitsOneByOne(digits: string): string {
  return [...digits].map((digit) => (digit === '0' ? 'oh' : ones[Number(digit)]!)).join(' ');
}

function below100(n: number): string {
  if (n < 20) return ones[n]!;
  const unit = n % 10;
  return unit === 0 ? tens[Math.floor(n / 10)]! : `${tens[Math.floor(n / 10)]!}-${ones[unit]!}`;
}

function below1000(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return below100(rest);
  return `${ones[hundreds]!} hundred${rest === 0 ? '' : ` and ${below100(rest)}`}`;
}

/**
 * A whole number in British words: 1,179,818 is “one million, one hundred and seventy-nine thousand,
 * eight hundred and eighteen”. Numbers of more than 15 digits are said digit by digit.
 *
 * @param digits - digits only, without separators
 */
export function wholeNumber(digits: string): string {
  const trimmed = digits.replace(/^0+(?=\d)/, '');
  if (trimmed.length > 15) return digitsOneByOne(digits);
  const groups: number[] = [];
  for (let end = trimmed.length; end > 0; end -= 3) groups.push(Number(trimmed.slice(Math.max(0, end - 3), end)));
  const parts: string[] = [];
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = groups[index]!;
    if (group === 0) continue;
    const words = `${below1000(group)}${index === 0 ? '' : ` ${scales[index]!}`}`;
    // “one thousand and five”: British English says “and” before a last part below a hundred.
    parts.push(index === 0 && group < 100 && parts.length > 0 ? `\u0000${words}` : words);
  }
  if (parts.length === 0) return 'nought';
  return parts.join(', ').replace(', \u0000', ' and ');
}

/** A number as printed, with thousands commas, a decimal part and perhaps a sign. */
export function printedNumber(print: string): string {
  const sign = /^[-−–]/.test(print) ? 'minus ' : print.startsWith('+') ? 'plus ' : '';
  const [whole = '', ...decimals] = print
    .replace(/^[-−–+]/, '')
    .replace(/[,\u00a0\u202f ]/g, '')
    .split('.');
  const start = whole === '' ? 'nought' : wholeNumber(whole);
  return `${sign}${[start, ...decimals.map((part, index) => decimalPart(part, decimals.length > 1 && index < decimals.length))].join(' point ')}`;
}

/** Digits after the point are said one by one; the parts of a version such as 2.10.1 are numbers. */
function decimalPart(digits: string, version: boolean): string {
  if (version) return wholeNumber(digits);
  return [...digits].map((digit) => ones[Number(digit)]!).join(' ');
}

const ordinalOnes: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** 21 is “twenty-first”. */
export function ordinal(digits: string): string {
  const words = wholeNumber(digits);
  return words.replace(/[a-z]+$/, (last) => ordinalOnes[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
}

/** A year: 2023 is “twenty twenty-three”, 2005 “two thousand and five”, 1905 “nineteen oh five”. */
export function year(digits: string): string {
  const n = Number(digits);
  if (n >= 2000 && n < 2010) return wholeNumber(digits);
  if (digits.length !== 4) return wholeNumber(digits);
  const rest = n % 100;
  const century = below100(Math.floor(n / 100));
  if (rest === 0) return n % 1000 === 0 ? wholeNumber(digits) : `${century} hundred`;
  return `${century} ${rest < 10 ? `oh ${ones[rest]!}` : below100(rest)}`;
}

/** The short second year of 2023/24: “twenty-four”, and “oh five” in 2004/05. */
export function shortYear(digits: string): string {
  const n = Number(digits);
  if (n === 0) return 'two thousand';
  return n < 10 ? `oh ${ones[n]!}` : below100(n);
}

/** The plural of a number's last word, for decades: “nineties”. */
export function pluralOf(words: string): string {
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;
}
