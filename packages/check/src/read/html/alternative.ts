import { child, rawText, type Element } from '../markup.js';

/**
 * What a picture says: its words; `null` for a decorative one; `undefined` for what is no picture. A picture whose
 * alternative was forgotten says nothing: the empty text. (Accessible Name and Description Computation, in short.)
 */
export function alternativeOf(element: Element, named: ReadonlyMap<string, Element>): string | null | undefined {
  const { attributes, name } = element;
  const isImage = name === 'img';
  const isDrawing = name === 'svg' || name.endsWith(':svg');
  const role = attributes['role'];
  if (!isImage && !isDrawing && role !== 'img') return undefined;
  if (role === 'presentation' || role === 'none') return null;
  const labelled = (attributes['aria-labelledby'] ?? '')
    .split(/\s+/)
    .map((id) => named.get(id))
    .filter((each) => each !== undefined)
    .map(rawText)
    .join(' ')
    .trim();
  const label = labelled || (attributes['aria-label'] ?? '').trim();
  if (label !== '') return label;
  if (isImage) return attributes['alt'] === undefined ? '' : attributes['alt'].trim() === '' ? null : attributes['alt'];
  if (isDrawing) return rawText(child(element, 'title')).trim() || (role === 'img' ? '' : null);
  return '';
}
