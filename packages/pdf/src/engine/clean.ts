/** Metadata hold no control characters and no halves of surrogate pairs. */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Addresses in PDF are 7-bit ASCII (ISO 32000-1 12.6.4.7). */
export function asciiAddress(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return encodeURI(url);
  }
}
