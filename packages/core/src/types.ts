/**
 * The types of the tree. Each node of our own takes its fields from the node table, so that a field
 * added there is known to the compiler everywhere; the maps of `mdast` are augmented, so that the
 * tree stays one that unified tools understand.
 */
import type {
  BlockContent,
  Blockquote,
  Break,
  Code,
  DefinitionContent,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Parent,
  PhrasingContent as MdastPhrasingContent,
  Root as MdastRoot,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
} from 'mdast';
import type { Node } from 'unist';
import type { FieldValues } from './define.js';
import type { NodeTable } from './node-table.js';

type FieldsOf<T extends keyof NodeTable> = FieldValues<NodeTable[T]['fields']>;

/** What may stand among blocks. */
export type FlowContent = BlockContent | DefinitionContent;
/** What may stand in a line. */
export type PhrasingContent = MdastPhrasingContent;

/** The title of a block: of a figure, chart, table, box or step, which it begins. */
export interface Caption extends Parent {
  type: 'caption';
  children: PhrasingContent[];
}
/** “Table 2.” at the beginning of a caption, made by `prepare()` where the report refers to a number. */
export interface CaptionNumber extends Parent {
  type: 'captionNumber';
  children: PhrasingContent[];
}
/** A heading with all that stands under it, made by `prepare()`. */
export interface Section extends Parent, FieldsOf<'section'> {
  type: 'section';
  /** The heading first. */
  children: FlowContent[];
}
/** A group of figures that stand out (`:::stats`). */
export interface KeyFigures extends Parent, FieldsOf<'keyFigures'> {
  type: 'keyFigures';
  children: (Caption | KeyFigure)[];
}
/** One figure of the group; its children are the label (`::stat`). */
export interface KeyFigure extends Parent, FieldsOf<'keyFigure'> {
  type: 'keyFigure';
  children: PhrasingContent[];
}
/** Words of somebody, with their name (`:::quote`). */
export interface PullQuote extends Parent, FieldsOf<'pullQuote'> {
  type: 'pullQuote';
  children: FlowContent[];
}
/** A picture with its text alternative, caption and long description (`:::figure`). */
export interface Figure extends Parent, FieldsOf<'figure'> {
  type: 'figure';
  /** The caption, then the long description. */
  children: (Caption | FlowContent)[];
}
/** Figures drawn, said in a sentence and given as a table, from one table of data (`:::chart`). */
export interface Chart extends Parent, FieldsOf<'chart'> {
  type: 'chart';
  /** The caption, the table of data, then what else is said of it. */
  children: (Caption | FlowContent)[];
}
/** Things in their order: steps, a timeline or a funnel (`::::steps`). */
export interface Steps extends Parent, FieldsOf<'steps'> {
  type: 'steps';
  children: (Caption | Step)[];
}
/** One of them, with its time or its figure (`:::step`). */
export interface Step extends Parent, FieldsOf<'step'> {
  type: 'step';
  children: (Caption | FlowContent)[];
}
/** A group of cards (`::::cards`). */
export interface Cards extends Parent, FieldsOf<'cards'> {
  type: 'cards';
  children: (Caption | Card)[];
}
/** One card: title, often a link, and a few words (`:::card`). */
export interface Card extends Parent, FieldsOf<'card'> {
  type: 'card';
  children: (Caption | FlowContent)[];
}
/** A box beside the running text: note, tip, warning … (`:::callout`). */
export interface Callout extends Parent, FieldsOf<'callout'> {
  type: 'callout';
  children: (Caption | FlowContent)[];
}
/** Where a page of the print edition begins (`::page`, `:page`). */
export interface PageBreak extends Node, FieldsOf<'pageBreak'> {
  type: 'pageBreak';
}
/** “See page 24”: each edition prints its own page or title for it (`:ref`). */
export interface CrossReference extends Parent, FieldsOf<'crossReference'> {
  type: 'crossReference';
  children: PhrasingContent[];
}
/** A table with a caption, and which of its cells are headers (`:::table`). */
export interface DataTable extends Parent, FieldsOf<'dataTable'> {
  type: 'dataTable';
  children: (Caption | Table)[];
}
/** Words of a line in another language or direction (`:span`). */
export interface Span extends Parent, FieldsOf<'span'> {
  type: 'span';
  children: PhrasingContent[];
}
/** Blocks in another language or direction (`:::div`). */
export interface Div extends Parent, FieldsOf<'div'> {
  type: 'div';
  children: FlowContent[];
}
/** A short form and what it stands for (`:abbr`). */
export interface Abbreviation extends Parent, FieldsOf<'abbreviation'> {
  type: 'abbreviation';
  children: PhrasingContent[];
}
/** Words, and how they are said (`:say`). */
export interface Pronunciation extends Parent, FieldsOf<'pronunciation'> {
  type: 'pronunciation';
  children: PhrasingContent[];
}
/** What the short edition holds (`:::summary`). */
export interface Summary extends Parent, FieldsOf<'summary'> {
  type: 'summary';
  children: FlowContent[];
}
/** What some formats or editions alone hold (`:::only`). */
export interface Only extends Parent, FieldsOf<'only'> {
  type: 'only';
  children: FlowContent[];
}
/** Where the contents list stands (`::contents`). */
export interface Contents extends Node, FieldsOf<'contents'> {
  type: 'contents';
}
/** One sentence, made by `prepare()` for editions that are spoken. Clips of a narration bear its id. */
export interface Sentence extends Parent, FieldsOf<'sentence'> {
  type: 'sentence';
  children: PhrasingContent[];
}

interface OurBlocks {
  section: Section;
  keyFigures: KeyFigures;
  pullQuote: PullQuote;
  figure: Figure;
  chart: Chart;
  steps: Steps;
  cards: Cards;
  callout: Callout;
  pageBreak: PageBreak;
  dataTable: DataTable;
  div: Div;
  summary: Summary;
  only: Only;
  contents: Contents;
}
interface OurPhrasing {
  pageBreak: PageBreak;
  crossReference: CrossReference;
  span: Span;
  abbreviation: Abbreviation;
  pronunciation: Pronunciation;
  sentence: Sentence;
  captionNumber: CaptionNumber;
}
interface OurParts {
  caption: Caption;
  keyFigure: KeyFigure;
  step: Step;
  card: Card;
}

declare module 'mdast' {
  interface BlockContentMap extends OurBlocks {}
  interface PhrasingContentMap extends OurPhrasing {}
  interface RootContentMap extends OurBlocks, OurPhrasing, OurParts {}
  interface Heading {
    /** The name for links; always set in a prepared report. */
    id?: string;
  }
  interface FootnoteReference {
    /** The number of the note in this edition; always set in a prepared report. */
    number?: number;
    /** The name of this mark, for the way back; always set in a prepared report. */
    id?: string;
  }
  interface FootnoteDefinition {
    number?: number;
    id?: string;
  }
}

/** The nodes of plain Markdown that a report may hold. Raw `html` is not one: it can't reach Braille. */
export type PlainNode =
  | Blockquote
  | Break
  | Code
  | Delete
  | Emphasis
  | FootnoteDefinition
  | FootnoteReference
  | Heading
  | Image
  | InlineCode
  | Link
  | List
  | ListItem
  | Paragraph
  | Strong
  | Table
  | TableCell
  | TableRow
  | Text
  | ThematicBreak;

/** Every node of a report but the root. */
export type ReportNode = PlainNode | OurBlocks[keyof OurBlocks] | OurPhrasing[keyof OurPhrasing] | OurParts[keyof OurParts];
/** The name of a node. */
export type NodeType = ReportNode['type'];
/** The node of a given name. */
export type NodeOf<T extends NodeType> = Extract<ReportNode, { type: T }>;
/** A node that has children. */
export type ReportParent = Extract<ReportNode, { children: unknown[] }>;
/** The top of the tree, as in mdast. */
export type Root = MdastRoot;

/** One handler for each node: a node that a renderer forgot is a compile error. */
export type HandlerTable<Context, Out> = {
  [T in NodeType]: (node: NodeOf<T>, context: Context) => Out;
};

/** Fails to compile when the node table and the types name different nodes. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const tableMatchesTypes: Same<keyof NodeTable, NodeType> = true;
void tableMatchesTypes;

export type {
  Blockquote,
  Break,
  Code,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
};
