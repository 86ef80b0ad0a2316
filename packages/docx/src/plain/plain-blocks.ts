import { BookmarkEnd, BookmarkStart, FileChild, TableOfContents, bookmarkUniqueNumericId, type IContext, type IXmlableObject } from 'docx';
import { isParagraph, PlainParagraph } from './plain-pieces.js';
import { PlainContents, type ContentsEntry } from './plain-contents.js';
import { PlainTable } from './plain-table.js';
import { xmlOf, type PlainWriter } from './plain-writer.js';

type PlainBlock = PlainParagraph | PlainTable | BookmarkStart | BookmarkEnd;

/** So many pieces of XML become one: V8 keeps a text that grows piece by piece as a tree of them, which takes more memory than the text. */
const manyPieces = 4096;

/** Blocks that stand one after another, written at once: to `docx` they are one. */
class PlainBlocks extends FileChild {
  readonly #writer: PlainWriter;
  readonly #blocks: readonly PlainBlock[];

  constructor(writer: PlainWriter, blocks: readonly PlainBlock[]) {
    super('w:p');
    this.#writer = writer;
    this.#blocks = blocks;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.#writer.keep(context, () => {
      const written: string[] = [];
      let pieces: string[] = [];
      for (const block of this.#blocks) {
        if (block instanceof PlainParagraph || block instanceof PlainTable) block.write(this.#writer, pieces);
        else pieces.push(xmlOf(block, context));
        if (pieces.length < manyPieces) continue;
        written.push(pieces.join(''));
        pieces = [];
      }
      return written.join('') + pieces.join('');
    });
  }
}

/**
 * The blocks of a body as `docx` takes them. What is plain is written by itself: the contents list too, where every heading in it
 * is plain, for `docx` fills its own from the headings that it has seen.
 *
 * @param textWidth - of a line, in twips
 */
export function gatherPlain(blocks: readonly unknown[], writer: PlainWriter, textWidth: number): FileChild[] {
  const depths = blocks.flatMap((block) => (block instanceof PlainContents ? [block.depth] : []));
  const depth = Math.max(0, ...depths);
  const level = (block: unknown): number => {
    const found = isParagraph(block) ? Number(/^Heading([1-9])$/.exec(block.options.style ?? '')?.[1]) : Number.NaN;
    return found <= depth ? found : 0;
  };
  const headings = blocks.filter((block) => level(block) > 0);
  // A list without entries is left to `docx` as well.
  const isOwn =
    headings.every((block): block is PlainParagraph => block instanceof PlainParagraph) &&
    depths.every((each) => headings.some((block) => level(block) <= each && block.text.trim() !== ''));
  const entries: ContentsEntry[] = [];
  const out: FileChild[] = [];
  let open: PlainBlock[] = [];
  const close = (): void => {
    if (open.length > 0) out.push(new PlainBlocks(writer, open));
    open = [];
  };
  for (const block of blocks) {
    if (block instanceof PlainContents) {
      close();
      out.push(isOwn ? block.from(entries, writer, textWidth) : block.toLibrary());
    } else if (block instanceof PlainParagraph && level(block) > 0) {
      if (!isOwn) {
        close();
        out.push(block.toLibrary());
      } else open.push(block.text.trim() === '' ? block : listed(block, level(block), entries));
    } else if (
      block instanceof PlainParagraph ||
      block instanceof PlainTable ||
      block instanceof BookmarkStart ||
      block instanceof BookmarkEnd
    ) {
      open.push(block);
    } else {
      close();
      out.push(block as FileChild);
    }
  }
  close();
  return out;
}

/** A heading in the bookmark that its entry of the contents list leads to. */
function listed(heading: PlainParagraph, level: number, entries: ContentsEntry[]): PlainParagraph {
  const id = bookmarkUniqueNumericId();
  const bookmark = `_Toc${id}`;
  entries.push({ title: heading.text, level, bookmark });
  return new PlainParagraph(heading.options, [new BookmarkStart(bookmark, id), ...heading.pieces, new BookmarkEnd(id)]);
}

export function isContents(block: unknown): block is TableOfContents | PlainContents {
  return block instanceof TableOfContents || block instanceof PlainContents;
}
