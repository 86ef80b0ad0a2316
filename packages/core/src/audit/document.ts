import { isLanguageTag } from '../meta.js';
import { hasWords } from '../words/for-language.js';
import type { AuditInput, Find } from './audit.js';

/** Title, language, the languages of parts, and names for links. */
export function checkDocument({ meta, nodes }: AuditInput, find: Find): void {
  if (meta.title.trim() === '') find('doc-title', 'title', 'The report has no title');
  if (meta.lang === '') find('doc-lang', 'lang', 'The report does not say its language');
  else if (!namesLanguage(meta.lang)) find('doc-lang', 'lang', `“${meta.lang}” is not a language tag`);
  else if (!hasWords(meta.lang))
    find('no-words', 'lang', `The words that the editions add are in English: there are none in ${meta.lang} yet`);
  const names = new Set<string>();
  nodes.forEach(({ node }) => {
    const { id } = node as { id?: unknown };
    if (typeof id === 'string' && id !== '') {
      if (names.has(id)) find('duplicate-id', node, `The name #${id} is given twice`);
      names.add(id);
    }
    if ((node.type === 'span' || node.type === 'div') && node.lang !== undefined && !namesLanguage(node.lang)) {
      find('doc-lang', node, `“${node.lang}” is not a language tag`, 'Use a BCP 47 tag, such as cy, fr or bn-Latn.');
    }
  });
}

/** No language has a tag of more than three letters (RFC 5646 2.2.1: four are reserved, five to eight were never registered): “english” is a name. */
function namesLanguage(tag: string): boolean {
  return isLanguageTag(tag) && !/^[a-z]{4,8}(?:-|$)/i.test(tag);
}
