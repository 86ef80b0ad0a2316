import { base64 } from './data-url.js';

/**
 * The page's content security policy: nothing from anywhere but this file, and in it only this style and this script.
 *
 * @param style - the text of the `style` element
 * @param script - the text of the `script` element, where there is one
 * @param sound - whether the script plays sound that is in the page: it reaches the browser as a `blob:`
 */
export async function securityPolicy(style: string, script?: string, sound = false): Promise<string> {
  const parts = [
    "default-src 'none'",
    `style-src '${await hash(style)}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  if (script !== undefined) parts.push(`script-src '${await hash(script)}'`);
  if (sound) parts.push('media-src blob:');
  return parts.join('; ');
}

async function hash(text: string): Promise<string> {
  return `sha256-${base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))}`;
}
