/**
 * The text of an HTML file. The encoding is what a byte order mark says, else what the file declares, else UTF-8 where the bytes
 * are that, else Windows-1252 (HTML Standard, 13.2.3.2): Word still saves in it.
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  try {
    // Many files say one thing and are another: what is UTF-8 without a fault is UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, declared === undefined || /^utf-?(?:8|16)/i.test(declared) ? 'windows-1252' : declared);
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    const text = new TextDecoder(encoding).decode(bytes);
    return isWestern(encoding) ? text.replace(/[\u0080-\u009f]/g, (control) => western[control.charCodeAt(0) - 0x80]!) : text;
  } catch {
    return decode(bytes, 'windows-1252');
  }
}

/** Names of Windows-1252 (Encoding Standard, 4.2). Node 20 decodes it as ISO 8859-1, which has control characters where it has “ and €. */
const isWestern = (encoding: string): boolean =>
  /^(?:windows-1252|x-cp1252|cp1252|(?:x-)?latin1|l1|(?:us-)?ascii|iso-?8859-?1|iso_8859-1)$/i.test(encoding);
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
