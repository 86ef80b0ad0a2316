import { build } from './build.js';
import { primaryLanguage } from './language.js';
import type { Paragraph, PhrasingContent } from './types.js';
import { wordsFor } from './words/for-language.js';

/** The name of the contact line in text and narration. */
export const contactId = 'report-contact';

const webAddress = /^https?:\/\/\S+$/;
const telephone = /^\+?[\d ()-]{6,}$/;
/** E-mail and web addresses within a sentence; a stop or bracket after an address does not belong to it. */
const addresses = /([^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[A-Za-z]{2,}|https?:\/\/[^\s<>()]*[^\s<>().,;:!?])/;

/**
 * How to ask for another format, as the one line that every edition prints or says: the charity's own sentence, or its address or
 * telephone number after a few words. Addresses in it are links.
 *
 * @param contact - as in the front matter
 * @param lang - the language of the report, a BCP 47 tag
 */
export function contactLine(contact: string, lang: string): Paragraph {
  const whole = contact.replace(/\s+/g, ' ').trim();
  const isPhone = telephone.test(whole);
  const line: PhrasingContent[] = [];
  if (isPhone || !whole.includes(' ')) line.push(...ownWords(lang), build.text({ value: ' ' }));
  if (isPhone) line.push(link(`tel:${whole.replace(/[^\d+]/g, '')}`, whole));
  else if (webAddress.test(whole)) line.push(link(whole, whole));
  else {
    for (const [index, part] of whole.split(addresses).entries()) {
      if (part === '') continue;
      if (index % 2 === 0) line.push(build.text({ value: part }));
      else line.push(link(webAddress.test(part) ? part : `mailto:${part}`, part));
    }
  }
  return build.paragraph({}, line);
}

/** The words before an address, marked with their language where that is not the report's. */
function ownWords(lang: string): PhrasingContent[] {
  const words = wordsFor(lang);
  const text = build.text({ value: words.screen.otherFormats });
  return [words.lang === primaryLanguage(lang) ? text : build.span({ lang: words.lang }, [text])];
}

const link = (url: string, text: string): PhrasingContent => build.link({ url }, [build.text({ value: text })]);
