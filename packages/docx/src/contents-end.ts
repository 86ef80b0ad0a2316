/**
 * The field of a contents list ends in a paragraph of its own. It is drawn one point high: as high as a line of text it would show as
 * a gap, and where the list fills its page as an empty page.
 */
const flat = { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' } as const;

/** The properties of the last paragraph of a contents list. */
export const contentsEnd = `<w:pPr><w:spacing ${Object.entries(flat)
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ')}/></w:pPr>`;

type Element = Record<string, unknown>;

const childrenOf = (element: Element, name: string): Element[] => {
  const content = element[name];
  return Array.isArray(content) ? (content as Element[]) : content === undefined ? [] : [content as Element];
};

/** Sets them in a body as `docx` has made it, its contents lists filled. */
export function flattenContentsEnd(body: object): void {
  for (const block of childrenOf(body as Element, 'w:body')) {
    if (typeof block !== 'object' || !('w:sdt' in block)) continue;
    for (const part of childrenOf(block, 'w:sdt')) {
      const last = childrenOf(part, 'w:sdtContent').at(-1);
      if (last !== undefined && 'w:p' in last) last['w:p'] = [{ 'w:pPr': [{ 'w:spacing': { _attr: flat } }] }, ...childrenOf(last, 'w:p')];
    }
  }
}
