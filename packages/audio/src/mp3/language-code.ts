/** BCP 47 → ISO 639-2, for the languages that Everyread has words for and their neighbours. */
const codes: Readonly<Record<string, string>> = {
  en: 'eng',
  cy: 'wel',
  gd: 'gla',
  ga: 'gle',
  de: 'ger',
  fr: 'fre',
  es: 'spa',
  it: 'ita',
  pl: 'pol',
  pt: 'por',
  nl: 'dut',
  ro: 'rum',
  bn: 'ben',
  ur: 'urd',
  pa: 'pan',
  ar: 'ara',
  zh: 'chi',
};

/** The three letters that ID3 wants; `und` where they are not known. */
export function id3Language(lang: string): string {
  return codes[lang.toLowerCase().split('-')[0]!] ?? 'und';
}
