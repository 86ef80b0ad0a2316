import { build, type FlowContent, type PhrasingContent } from '@everyread/core';

/** What a paragraph of Word is before its neighbours are known. */
export type Piece =
  /** `item` is the list item whose number stands in the first cell, for an item that begins with a table. */
  | { kind: 'block'; node: FlowContent; item?: ItemPiece }
  | ItemPiece
  /** Where a mark of our own begins and ends. */
  | { kind: 'open'; name: string }
  | { kind: 'close'; name: string }
  /** A paragraph whose style says that it belongs to a group: a quotation, a caption, a key figure. `names` are its bookmarks. */
  | {
      kind: 'styled';
      style: StyledKind;
      line: PhrasingContent[];
      styledRuns: ReadonlyMap<string, string>;
      say?: string;
      level?: number;
      names?: readonly string[];
      /** How far a quotation stands from the margin, in twentieths of a point. */
      indent?: number;
    };

/** A paragraph with a number or a bullet. */
export interface ItemPiece {
  kind: 'item';
  level: number;
  listId: string;
  ordered: boolean;
  number: number;
  content: FlowContent[];
  checked?: boolean;
  spread?: boolean;
  /** Whether its list says that all its items stand apart. */
  loose?: boolean;
  /** Whether a list of its own begins here, though another one ends. */
  another?: boolean;
  /** What it would be without its number: the caption of a table, the words of a quotation. */
  inner: Piece[];
}

export type StyledKind =
  | 'quote'
  | 'quoteAttribution'
  | 'caption'
  | 'tableCaption'
  | 'blockTitle'
  | 'credit'
  | 'callout'
  | 'calloutTitle'
  | 'keyFigure'
  | 'code'
  | 'stepTitle'
  | 'cardTitle'
  | 'recordTitle'
  | 'recordLine'
  | 'printPage'
  | 'definitionTerm'
  | 'definition'
  | 'listContinuation';

/** Names of styles, folded, that mean something: Word's own, LibreOffice's, pandoc's and ours. */
export const styledKinds: Readonly<Record<string, StyledKind>> = {
  quote: 'quote',
  intensequote: 'quote',
  quotations: 'quote',
  blocktext: 'quote',
  blockquote: 'quote',
  quoteattribution: 'quoteAttribution',
  caption: 'caption',
  imagecaption: 'caption',
  figure: 'caption',
  tablecaption: 'tableCaption',
  blocktitle: 'blockTitle',
  picturecredit: 'credit',
  callout: 'callout',
  callouttitle: 'calloutTitle',
  keyfigure: 'keyFigure',
  steptitle: 'stepTitle',
  timelinetitle: 'stepTitle',
  funnelstage: 'stepTitle',
  cardtitle: 'cardTitle',
  recordtitle: 'recordTitle',
  recordline: 'recordLine',
  printpage: 'printPage',
  codeblock: 'code',
  sourcecode: 'code',
  preformattedtext: 'code',
  htmlpreformatted: 'code',
  definitionterm: 'definitionTerm',
  definition: 'definition',
  listparagraph: 'listContinuation',
  listcontinue: 'listContinuation',
};

/** How much deeper than its numbering says an item is: “List Bullet 2” is a list of its own that only stands further in. */
export function deeperBy(style: string): number {
  return Number(/^list(?:bullet|number|continue)?([2-5])$/.exec(style)?.[1] ?? 1) - 1;
}

/** The item that a piece is or begins. */
export function itemOf(piece: Piece | undefined): ItemPiece | undefined {
  return piece?.kind === 'item' ? piece : piece?.kind === 'block' ? piece.item : undefined;
}

/** A piece that is a block already. */
export function block(node: unknown): Piece {
  return { kind: 'block', node: node as FlowContent };
}

/** A line as the caption of the block that it stands in; nothing where it is empty. */
export function asCaption(line: readonly PhrasingContent[]): never[] {
  return (line.length === 0 ? [] : [build.caption({}, [...line])]) as never[];
}
