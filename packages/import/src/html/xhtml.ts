/** Elements that HTML closes by itself (HTML Standard, 13.1.2). */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
// No “<” stands in an attribute of XML, so that a search ends at the next tag.
const closed = /<([a-zA-Z][\w:.-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'))?)*)\s*\/>/g;

/**
 * A page of XHTML, as in e-books, in the form that a reader of HTML takes: there `<span/>` and `<script/>` stay open, and what
 * follows would stand within them. Lines stay as they are.
 */
export function asHtml(text: string): string {
  const head = text.slice(0, 2000);
  if (!/^\s*<\?xml\b/.test(head) && !/<html\b[^<>]*\sxmlns\s*=/i.test(head)) return text;
  return text.replace(closed, (tag, name: string, attributes: string) =>
    empty.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
}
