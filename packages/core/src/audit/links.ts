import type { Link, ReportNode } from '../types.js';
import type { AuditInput, Find } from './audit.js';

const generic = new Set([
  'here',
  'click here',
  'click',
  'this',
  'this link',
  'link',
  'more',
  'read more',
  'find out more',
  'learn more',
  'see more',
  'more info',
  'more information',
  'download',
  'details',
  'go',
  'website',
  'page',
  'this page',
  'continue',
]);
/** “www.gov.uk” is what people call the place, and short to hear. */
const siteName = /^www(?:\.[a-z\d-]+){2,4}$/i;
const allowed = /^(?:https?:|mailto:|tel:)/i;

/** Links: text that says where they lead, and an address that leads there. */
export function checkLinks({ all, textOf }: AuditInput, find: Find): void {
  const byText = new Map<string, string>();
  for (const { node } of all('link')) checkLink(node, textOf(node), byText, find);
  for (const { node } of all('card')) if (node.href !== undefined) checkAddress(node.href, node, find);
}

function checkLink(node: Link, text: string, byText: Map<string, string>, find: Find): void {
  if (text === '') find('link-empty', node, `The link to ${node.url || 'nowhere'} has no text`);
  if (!checkAddress(node.url, node, find) || text === '') return;
  const folded = text.toLowerCase().replace(/[.…»>→\s]+$/u, '');
  if (generic.has(folded)) find('link-generic', node, `The link text “${text}” does not say where it leads`);
  else if (/^(?:https?:\/\/|www\.)\S+$/i.test(text) && !siteName.test(text)) find('link-url', node, 'The link text is an address');
  const other = byText.get(folded);
  if (other !== undefined && other !== node.url) find('link-ambiguous', node, `“${text}” leads to ${other} and to ${node.url}`);
  byText.set(folded, node.url);
}

function checkAddress(url: string, node: ReportNode, find: Find): boolean {
  const trimmed = url.trim();
  if (trimmed === '' || trimmed === '#') {
    find('link-dead', node, `The link ${trimmed === '#' ? 'to “#”' : 'without an address'} leads nowhere`);
    return false;
  }
  if (trimmed.startsWith('#')) return true;
  // Browsers skip control characters and blanks inside a scheme: so does this check.

  const bare = trimmed.replace(/[\u0000-\u0020]/g, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare)) {
    if (allowed.test(bare)) return true;
    find('link-scheme', node, `The address ${trimmed.slice(0, 60)} is not allowed`);
    return false;
  }
  find(
    'link-dead',
    node,
    `The address ${trimmed.slice(0, 60)} is neither a web address nor a place in the report`,
    'Editions are read away from the document’s folder: use a full address that begins with https:// or mailto:.',
  );
  return false;
}
