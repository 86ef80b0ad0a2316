import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from './data-url.js';

/**
 * The page's content security policy: nothing from anywhere but this file, and in it only this style and this script.
 *
 * @param style - the text of the `style` element
 * @param script - the text of the `script` element, where there is one
 * @param sound - whether the script plays sound that is in the page: it reaches the browser as a `blob:`
 */
export function securityPolicy(style: string, script?: string, sound = false): string {
  const parts = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  if (script !== undefined) parts.push(`script-src '${hash(script)}'`);
  if (sound) parts.push('media-src blob:');
  return parts.join('; ');
}

/** Web Crypto is not used: browsers keep it from pages that did not come over HTTPS, such as one on a charity’s own network. */
function hash(text: string): string {
  return `sha256-${base64(sha256(new TextEncoder().encode(text)))}`;
}
