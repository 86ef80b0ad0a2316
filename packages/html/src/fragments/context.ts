import type { HandlerTable, NodeType, Palette, PreparedReport, ReportNode, TableCell, Words } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Element, ElementContent } from 'hast';
import type { OtherLanguage } from './own-words.js';

/** What a handler gives back: one node of HTML, several, or none. */
export type HandlerResult = ElementContent | ElementContent[] | undefined;

/** One handler for each node of the node table; a caller may pass some of its own. */
export type FragmentHandlers = HandlerTable<FragmentContext, HandlerResult>;

/** A picture as a fragment shows it. */
export interface ImageReference {
  /** What `src` holds: a file name in the package, or a `data:` URL. */
  url: string;
  /** Size in CSS pixels, so that the page does not jump. */
  width?: number;
  height?: number;
}

/** How charts are drawn in fragments. */
export interface ChartOptions {
  /** Colours; `paletteClasses` gives class names in place of colours. */
  palette: Palette;
  /** One drawing for each width, in CSS pixels; the first is `chart-wide`, a second is `chart-narrow`. */
  widthsPx: readonly number[];
  textSizePx: number;
}

/** How a report becomes fragments. Everything has a default. */
export interface FragmentOptions {
  /**
   * Where the picture of a path is; without a result the picture's text alternative is printed in its place.
   * Default: no picture is shown.
   */
  image?: (path: string) => ImageReference | undefined;
  /** `true` adds the `epub:type` that goes with each DPUB-ARIA role. Default `false`. */
  epub?: boolean;
  /** Added to a heading's depth to get its level. Default 1: the title is the `h1`. */
  headingOffset?: number;
  /** The file that a fragment is in, for links from one to another. Default: all in one file. */
  file?: (fragment: FragmentPlan) => string;
  /** Where notes stand: all in a last fragment, or at the end of each. Default: what the edition says, `end` for `page`. */
  notes?: 'end' | 'section';
  /** How charts are drawn, or `none`: their table and sentence alone. Default: 640 px, light colours. */
  charts?: ChartOptions | 'none';
  /** `true` prints “page 24” where a print page begins; else the mark is empty, with its name for assistive technology. Default `false`. */
  pageMarks?: boolean;
  /** `true` makes each table a named region that can be scrolled by keyboard. Default `false`. */
  scrollRegions?: boolean;
  /** `true` says, for screen readers, what is hidden from view (`say` of key figures, “deleted”): needs `.visually-hidden`. Default `false`. */
  hiddenWords?: boolean;
  /** `true` gives each link that leads away, in `data-address`, what a print style is to set behind its words. Default `false`. */
  printedAddresses?: boolean;
  /**
   * `true` keeps what a page has no place for as `data-*` attributes, such as the unit of a chart, so that `importHtml()` of
   * `@everyread/import` finds it again. Default `false`.
   */
  sourceData?: boolean;
  /** Whether the contents list is printed where the report has it. Default `true`. */
  contents?: boolean;
  /** Handlers that take the place of ours, node by node. */
  handlers?: Partial<FragmentHandlers>;
  /** Where messages go. Default: nowhere. */
  message?: (message: VFileMessage) => void;
}

/** One piece of a report: what stands before the first section, a main section, or the notes. */
export interface FragmentPlan {
  kind: 'opening' | 'section' | 'notes';
  /** Place in the report, from 0. */
  index: number;
  /** The name for links to it: the id of its heading. */
  id: string;
  /** Its heading as text; the report's title for the opening. */
  title: string;
  lang?: string;
  nodes: readonly ReportNode[];
}

/** A piece of a report as HTML. */
export interface Fragment extends FragmentPlan {
  children: ElementContent[];
}

/** What a table's handler tells the handlers of its cells. */
export interface CellPlace {
  header?: 'col' | 'row';
  align?: 'left' | 'right' | 'center';
}

/** What handlers see and may call. */
export interface FragmentContext {
  readonly report: PreparedReport;
  readonly options: FragmentOptions;
  readonly words: Words;
  /** `lang` and `dir` for elements with words of ours, where those are in another language than the report. */
  readonly wordsLanguage: OtherLanguage;
  /** The node around the one that is handled; absent at the top. */
  readonly parent: { type: string } | undefined;
  /** HTML of the children of a node. */
  all(node: { type: string }): ElementContent[];
  /** HTML of some nodes. */
  some(nodes: readonly { type: string }[]): ElementContent[];
  /** Address of a place in the report, such as `#our-year` or `chapter-2.xhtml#our-year`; `undefined` where there is none. */
  href(id: string): string | undefined;
  /** Words of ours as content, marked with their language where that is another. */
  own(text: string): ElementContent;
  /** A name for links that no place has: `unique('table-caption')`. */
  unique(prefix: string): string;
  /** `role` and, where asked for, `epub:type` of DPUB-ARIA: `role('noteref')`. */
  role(name: string): Record<string, string>;
  /** `data-*` attributes by name where `sourceData` asks for them, else none: `data({ unit: '%' })`. */
  data(values: Readonly<Record<string, string | undefined>>): Record<string, string>;
  /** Whether this is the first time that something is named. */
  first(kind: string, name: string): boolean;
  readonly cells: WeakMap<TableCell, CellPlace>;
}

/** A handler of one node. */
export type Handle<T extends NodeType> = FragmentHandlers[T];

export type { Element, ElementContent };
