import { zipFiles } from '@everyread/zip';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A small Word file made by hand.
 *
 * @param body - the content of `w:body`
 * @param parts - further parts by the end of their relationship's type: their root's content, or a whole part by its path
 */
export function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const named = Object.entries(parts).filter(([name]) => !name.includes('/'));
  const roots: Record<string, string> = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' };
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${named
      .map(([name]) => `<Relationship Id="${name}" Type="${relation}/${name}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      named.map(([name, content]) => [
        `word/${name}.xml`,
        name in roots ? `<w:${roots[name]} ${namespaces}>${content}</w:${roots[name]}>` : content,
      ]),
    ),
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => name.includes('/'))),
  };
  return zipFiles(
    Object.entries(files).map(([path, text]) => ({ path, body: new TextEncoder().encode(text) })),
    { date: new Date(0) },
  );
}

/** A paragraph of Word: its properties, then its runs or its text. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A style of paragraphs. */
export function style(id: string, name: string, properties = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}
