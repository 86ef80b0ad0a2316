import { FileChild, TableOfContents, type IContext, type IXmlableObject } from 'docx';
import { contentsEnd } from '../contents-end.js';
import type { PlainWriter } from './plain-writer.js';
import { escapeXml } from './serialise.js';

/** A heading that a contents list may name. */
export interface ContentsEntry {
  title: string;
  level: number;
  /** Of the heading. */
  bookmark: string;
}

const fieldBegin = '<w:fldChar w:fldCharType="begin"/>';
const fieldSeparate = '<w:fldChar w:fldCharType="separate"/>';
const fieldEnd = '<w:fldChar w:fldCharType="end"/>';

/** The contents list of a document whose pages are not laid out: its entries have no page numbers yet. */
export class PlainContents {
  /**
   * @param title - name of the list
   * @param depth - the deepest level of heading in it
   */
  constructor(
    readonly title: string,
    readonly depth: number,
  ) {}

  toLibrary(): TableOfContents {
    return new TableOfContents(this.title, { hyperlink: true, headingStyleRange: `1-${this.depth}` });
  }

  /** @param entries - of all headings; they may be added until the document is filled */
  from(entries: readonly ContentsEntry[], writer: PlainWriter, textWidth: number): FileChild {
    return new WrittenContents(this, entries, writer, textWidth);
  }

  /** Word's own field (ECMA-376 17.16.5.68) in the frame that Word puts around it. */
  write(entries: readonly ContentsEntry[], textWidth: number): string {
    const listed = entries.filter(({ level }) => level <= this.depth);
    const begin = `<w:r>${fieldBegin}<w:instrText xml:space="preserve">TOC \\h \\o &quot;1-${this.depth}&quot;</w:instrText>${fieldSeparate}</w:r>`;
    const lines = listed.map(({ title, level, bookmark }, index) => {
      const page = `<w:r>${fieldBegin}<w:instrText xml:space="preserve">PAGEREF ${bookmark} \\h</w:instrText>${fieldSeparate}${fieldEnd}</w:r>`;
      const link = `<w:hyperlink w:history="1" w:anchor="${bookmark}">${textRuns(title)}<w:r><w:tab/></w:r>${page}</w:hyperlink>`;
      const tab = `<w:tab w:val="right" w:pos="${textWidth}" w:leader="dot"/>`;
      return `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/><w:tabs>${tab}</w:tabs></w:pPr>${index === 0 ? begin : ''}${link}</w:p>`;
    });
    const frame = `<w:alias w:val="${escapeXml(this.title)}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>`;
    return `<w:sdt><w:sdtPr>${frame}</w:sdtPr><w:sdtContent>${lines.join('')}<w:p>${contentsEnd}<w:r>${fieldEnd}</w:r></w:p></w:sdtContent></w:sdt>`;
  }
}

class WrittenContents extends FileChild {
  constructor(
    readonly contents: PlainContents,
    readonly entries: readonly ContentsEntry[],
    readonly writer: PlainWriter,
    readonly textWidth: number,
  ) {
    super('w:p');
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.writer.keep(context, () => () => this.contents.write(this.entries, this.textWidth));
  }
}

function textRuns(title: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(title)}</w:t></w:r>`;
}
