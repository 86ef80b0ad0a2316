import {
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type ITableOptions,
  type XmlComponent,
} from 'docx';
import { DescribedTable } from '../table/described-table.js';
import { escapeXml, serialise } from './serialise.js';

/** What stands in the body in place of blocks that were written by themselves. */
const placeholder = /<w:p written="(\d+)"\/>/g;
/** What stands in the list of relationships in place of those of such blocks. */
const linksPlaceholder = /<Relationship\b[^>]*?Target="written:(\d+)"[^>]*?\/>/g;
const hyperlinkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** The longest place in a page that `docx` keeps apart from its address, in UTF-16 code units. */
const longestPlace = 255;

type Properties<T> = Omit<T, 'children'>;

/** Options of a row, a cell and a table that may be written by themselves. */
export type RowOptions = Properties<ConstructorParameters<typeof TableRow>[0]>;
export type CellOptions = Properties<ConstructorParameters<typeof TableCell>[0]>;
type TableOptions = Omit<ITableOptions, 'rows'>;

/**
 * Writes the bulk of a long document, plain paragraphs and tables, as XML at once. `docx` makes some twenty objects of a table
 * cell, which for a thousand pages takes more time and memory than all else. What a run, paragraph, row or cell begins with is
 * asked of `docx` once for each set of options, so that the file is the same byte for byte.
 */
export class PlainWriter {
  readonly #written: (() => string)[] = [];
  readonly #links: string[][] = [];
  readonly #known = new Map<string, string>();
  /** By the options themselves, where many pieces share them. */
  readonly #shared = new WeakMap<object, string>();
  readonly #sharedKept = new WeakMap<object, string>();
  #linkCount = 0;
  #context: IContext | undefined;

  /** Where `docx` is in the document; there is one while the document is being written. */
  get context(): IContext {
    return this.#context!;
  }

  /**
   * Writes blocks that stand one after another.
   *
   * @param xml - writes them: at once, so that links and lists are counted in their order, or in what it returns, when all is known
   * @returns what holds their place in the body
   */
  keep(context: IContext, xml: () => string | (() => string)): { 'w:p': { _attr: { written: number } } } {
    this.#context = context;
    this.#links.push([]);
    const made = xml();
    const written = this.#written.push(typeof made === 'string' ? () => made : made) - 1;
    return { 'w:p': { _attr: { written } } };
  }

  /** Puts the blocks that were kept in their places. */
  fill(xml: string): string {
    return xml.replace(placeholder, (_all, index: string) => this.#written[Number(index)]!());
  }

  /** Puts the relationships of their links in their places. */
  fillLinks(rels: string): string {
    return rels.replace(linksPlaceholder, (_all, index: string) => this.#links[Number(index)]!.join(''));
  }

  /** The tags around the text of a run, as `<w:r>…<w:t>` and the rest. */
  runStart(options: IRunOptions): string {
    return this.#once('r', options, () => {
      const xml = xmlOf(new TextRun({ text: '|', ...options }), this.context);
      return xml.slice(0, xml.indexOf('|'));
    });
  }

  /** The properties of a paragraph, its list counted. */
  paragraphProperties(options: Properties<IParagraphOptions>): string {
    return this.#once('p', options, () => {
      const xml = xmlOf(new Paragraph({ ...options, children: [] }), this.context);
      return this.#withLists(/<w:pPr>.*<\/w:pPr>/s.exec(xml)?.[0] ?? '');
    });
  }

  /** Those of the paragraph where it is kept on one page with the next. */
  keptProperties(options: Properties<IParagraphOptions>): string {
    let kept = this.#sharedKept.get(options);
    if (kept === undefined) this.#sharedKept.set(options, (kept = this.paragraphProperties({ ...options, keepNext: true })));
    return kept;
  }

  rowProperties(options: RowOptions): string {
    return this.#once('tr', options, () => {
      const cell = new TableCell({ children: [new Paragraph('')] });
      return /<w:trPr>.*?<\/w:trPr>/s.exec(xmlOf(new TableRow({ ...options, children: [cell] }), this.context))?.[0] ?? '';
    });
  }

  cellProperties(options: CellOptions): string {
    return this.#once(
      'tc',
      options,
      () => /<w:tcPr>.*?<\/w:tcPr>/s.exec(xmlOf(new TableCell({ ...options, children: [new Paragraph('')] }), this.context))?.[0] ?? '',
    );
  }

  /** What a table begins with, up to its first row. */
  tableStart(options: TableOptions, title: string, description: string): string {
    const shell = this.#once(`tbl${Number(title !== '')}${Number(description !== '')}`, options, () => {
      const row = new TableRow({ children: [new TableCell({ children: [new Paragraph('')] })] });
      const table = new DescribedTable({ ...options, rows: [row] }, title && '|title|', description && '|description|');
      const xml = xmlOf(table, this.context);
      return xml.slice(0, xml.indexOf('<w:tr>'));
    });
    return shell.replace(/\|(title|description)\|/g, (_all, name) => escapeXml(name === 'title' ? title : description));
  }

  /** The start tag of a link, whose address is added to the relationships of the part. */
  linkStart(link: string): string {
    const [target, place] = partAddress(link);
    const links = this.#links.at(-1)!;
    if (links.length === 0)
      this.context.viewWrapper.Relationships.addRelationship(
        `Written${this.#links.length}`,
        hyperlinkType,
        `written:${this.#links.length - 1}`,
      );
    const id = `rIdLink${(this.#linkCount += 1)}`;
    links.push(`<Relationship Id="${id}" Type="${hyperlinkType}" Target="${escapeXml(target)}" TargetMode="External"/>`);
    return `<w:hyperlink w:history="1"${place === undefined ? '' : ` w:anchor="${escapeXml(place)}"`} r:id="${id}">`;
  }

  /** Puts the numbers that `docx` has given to its lists for their names. */
  #withLists(xml: string): string {
    if (!xml.includes('{')) return xml;
    const numbers = this.context.file.Numbering.ConcreteNumbering.map(
      ({ reference, instance, numId }) => [`{${reference}-${instance}}`, String(numId)] as const,
    );
    return numbers.reduce((filled, [name, number]) => filled.replace(`"${name}"`, `"${number}"`), xml);
  }

  #once(kind: string, options: object, make: () => string): string {
    const shared = this.#shared.get(options);
    if (shared !== undefined) return shared;
    const key = kind + JSON.stringify(options);
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = make()));
    this.#shared.set(options, known);
    return known;
  }
}

/** Word keeps the place in a page apart from its address, where it is short enough for a bookmark (ECMA-376 17.16.22). */
function partAddress(link: string): [target: string, place?: string] {
  const at = link.indexOf('#');
  const length = link.length - at - 1;
  return at > 0 && length > 0 && length <= longestPlace ? [link.slice(0, at), link.slice(at + 1)] : [link];
}

export function xmlOf(component: Pick<XmlComponent, 'prepForXml'>, context: IContext): string {
  const object = component.prepForXml(context);
  return object === undefined ? '' : serialise(object);
}
