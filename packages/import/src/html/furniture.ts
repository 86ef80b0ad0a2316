import { attribute, childElements, childNodes, descendants, isElement, textOf, words, type DomElement } from './dom.js';

/**
 * What a page has for those who move about in a site, and that is no part of a report: why it is left out, or nothing.
 */
export function furnitureOf(element: DomElement): string | undefined {
  const name = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
  const role = attribute(element, 'role') ?? '';
  if (isAboutCookies(element, name, role)) return 'A notice about cookies was left out';
  if (element.tagName === 'a')
    return /(?:^|[\s_-])skip(?:$|[\s_-])|skip-?(?:link|nav|to)/i.test(name) && (attribute(element, 'href') ?? '').startsWith('#')
      ? 'A link that skips to the text was left out'
      : undefined;
  if (role === 'search' || element.tagName === 'search') return 'A form to search with was left out';
  if (/(?:^|[\s_-])(?:social|share|sharing)(?:$|[\s_-])/i.test(name) && holdsLinksOnly(element))
    return 'Links to share the page were left out';
  const isEdge = role === 'banner' || role === 'contentinfo' || element.tagName === 'header' || element.tagName === 'footer';
  if (isEdge && isOfPage(element) && holdsLinksOnly(element))
    return `The ${isTop(element, role) ? 'head' : 'foot'} of the site was left out`;
  return undefined;
}

const isTop = (element: DomElement, role: string): boolean => role === 'banner' || element.tagName === 'header';

const aboutCookies =
  /(?:^|[\s_-])(?:cookies?|gdpr)[\s_-]?(?:banner|consent|notice|bar|popup|message|law|policy[\s_-]?banner)(?=$|[\s_-])|onetrust|cookiebot|cybotcookie|cc-window|cky-|cmplz|didomi|truste/i;

function isAboutCookies(element: DomElement, name: string, role: string): boolean {
  if (aboutCookies.test(name)) return true;
  const isDialog = role === 'dialog' || role === 'alertdialog' || element.tagName === 'dialog';
  return isDialog && /\bcookies?\b/i.test(`${attribute(element, 'aria-label') ?? ''} ${textOf(element).slice(0, 400)}`);
}

/** Whether a head or foot is that of the whole page, not of an article or a section in it (HTML-AAM 1.0, `header`). */
function isOfPage(element: DomElement): boolean {
  for (let each: unknown = element.parentNode; isElement(each); each = each.parentNode)
    if (['article', 'main', 'section', 'aside', 'nav'].includes(each.tagName)) return false;
  return true;
}

/** Whether all that an element says stands in links, forms and navigation. */
function holdsLinksOnly(element: DomElement): boolean {
  if (descendants(element).some((each) => /^h[1-6]$/.test(each.tagName))) return false;
  const isLoose = (parent: DomElement): boolean =>
    childNodes(parent).some((node) => {
      if (node.nodeName === '#text' && 'value' in node) return /[\p{L}\p{N}]/u.test(node.value);
      if (!isElement(node) || ['a', 'nav', 'form', 'button', 'script', 'style', 'svg', 'search'].includes(node.tagName)) return false;
      return words(node, 'role').includes('search') ? false : isLoose(node);
    });
  return childElements(element).length > 0 && !isLoose(element);
}
