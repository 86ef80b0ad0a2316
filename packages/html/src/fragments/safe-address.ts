import type { FragmentContext } from './context.js';

/**
 * The address of a link as it may be printed; `undefined` for one that runs a program or opens a local file
 * (the audit names those). A `#name` leads to its place in whichever file that is.
 */
export function safeAddress(url: string, context: FragmentContext): string | undefined {
  if (/^#./.test(url)) return context.href(decode(url.slice(1)));
  // Browsers ignore control characters and spaces in a scheme, so they are ignored here too.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme)) return undefined;
  const trimmed = url.trim();
  return trimmed === '' || trimmed === '#' ? undefined : encodeSpaces(trimmed);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes what no address may hold (RFC 3986, 2); what is encoded already stays. */
function encodeSpaces(url: string): string {
  return url.replace(
    /[\u0000-\u0020"<>\\^`{|}\u007f]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}
