import { ImportedXmlComponent, type ParagraphChild } from 'docx';
import { keptHyphen, writtenHyphen } from './non-breaking.js';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** How a field's result looks. */
export interface FieldLook {
  /** Character style. */
  style?: string;
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  superscript?: boolean;
  lang?: string;
}

/**
 * A field with the result that it has now, so that nothing needs updating (ECMA-376 17.16.18). The parts are runs of
 * their own, as Word writes them.
 */
export function field(instruction: string, result: string, look: FieldLook = {}): ParagraphChild[] {
  const properties = [
    look.style ? `<w:rStyle w:val="${look.style}"/>` : '',
    look.bold ? '<w:b/><w:bCs/>' : '',
    look.italics ? '<w:i/><w:iCs/>' : '',
    look.strike ? '<w:strike/>' : '',
    look.superscript ? '<w:vertAlign w:val="superscript"/>' : '',
    look.lang ? `<w:lang w:val="${escape(look.lang)}"/>` : '',
  ].join('');
  const run = (inside: string): ParagraphChild =>
    ImportedXmlComponent.fromXmlString(
      `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inside}</w:r>`,
    ) as unknown as ParagraphChild;
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> ${escape(instruction)} </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    ...(result === '' ? [] : [run(`<w:t xml:space="preserve">${escape(result).replaceAll(keptHyphen, writtenHyphen)}</w:t>`)]),
    run('<w:fldChar w:fldCharType="end"/>'),
  ];
}
