/**
 * What is printed behind the words of a link, so that paper leads on too: a web address as it is, a mail address or telephone number
 * as people write it, without `mailto:` or `tel:` (RFC 6068, RFC 3966) and without the subject of a letter.
 *
 * @param url - where the link leads
 * @param said - the words of the link
 * @returns `undefined` where the words give the address already, and for a place in the document
 */
export function addressBeside(url: string, said: string): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(.*)$/is.exec(url.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
      return wordsOf(said).some((word) => bare(word) === bare(url.trim())) ? undefined : url.trim();
    case 'mailto': {
      const address = decode(rest.replace(/\?.*$/s, ''));
      return address === '' || wordsOf(said).some((word) => bare(word) === bare(address)) ? undefined : address;
    }
    case 'tel': {
      const number = decode(rest.replace(/;.*$/s, ''));
      return number === '' || saysNumber(said, number) ? undefined : number;
    }
    default:
      return undefined;
  }
}

/** Words without the signs of a sentence around them. */
const wordsOf = (said: string): string[] => said.split(/\s+/).map((word) => word.replace(/^[("'“‘«<]+|[)"'”’»>.,;:!?]+$/gu, ''));

/** An address as far as it tells places apart. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(?:mailto:|https?:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

/** In a country a number is said without the country's own, and with a nought before it. */
function saysNumber(said: string, number: string): boolean {
  const digits = said.replace(/\(0\)|\D/g, '').replace(/^0+/, '');
  // A word such as “2” is no number to ring.
  return digits.length > 2 && number.replace(/\D/g, '').endsWith(digits);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
