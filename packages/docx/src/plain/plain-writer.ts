import {
  ExternalHyperlink,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type XmlComponent,
} from 'docx';
import { serialise } from './serialise.js';

/** What stands in the body in place of a block that was written by itself. */
const placeholder = /<w:p written="(\d+)"\/>/g;

type Properties<T> = Omit<T, 'children'>;

/**
 * Writes the bulk of a long document, plain paragraphs and tables, as XML at once. `docx` makes some twenty objects of a table
 * cell, which for a thousand pages takes more time and memory than all else. What a run, paragraph, row or cell begins with is
 * asked of `docx` once for each set of options, so that the file is the same byte for byte.
 */
export class PlainWriter {
  readonly #written: string[] = [];
  readonly #known = new Map<string, string>();

  /** Keeps a block until `fill`, and gives what holds its place in the body. */
  keep(xml: string): { 'w:p': { _attr: { written: number } } } {
    return { 'w:p': { _attr: { written: this.#written.push(xml) - 1 } } };
  }

  /** Puts the blocks that were kept in their places. */
  fill(xml: string): string {
    return xml.replace(placeholder, (_all, index: string) => this.#written[Number(index)]!);
  }

  /** The tags around the text of a run, as `<w:r>…<w:t>` and the rest. */
  runStart(options: IRunOptions, context: IContext): string {
    return this.#once('r', options, () => {
      const xml = xmlOf(new TextRun({ text: '|', ...options }), context);
      return xml.slice(0, xml.indexOf('|'));
    });
  }

  /** The properties of a paragraph. */
  paragraphProperties(options: Properties<IParagraphOptions>, context: IContext): string {
    return this.#once(
      'p',
      options,
      () => /<w:pPr>.*<\/w:pPr>/s.exec(xmlOf(new Paragraph({ ...options, children: [] }), context))?.[0] ?? '',
    );
  }

  rowProperties(options: RowOptions, context: IContext): string {
    return this.#once('tr', options, () => {
      const cell = new TableCell({ children: [new Paragraph('')] });
      return /<w:trPr>.*?<\/w:trPr>/s.exec(xmlOf(new TableRow({ ...options, children: [cell] }), context))?.[0] ?? '';
    });
  }

  cellProperties(options: CellOptions, context: IContext): string {
    return this.#once(
      'tc',
      options,
      () => /<w:tcPr>.*?<\/w:tcPr>/s.exec(xmlOf(new TableCell({ ...options, children: [new Paragraph('')] }), context))?.[0] ?? '',
    );
  }

  /** The start tag of a link, which `docx` adds to the relationships of the part. */
  linkStart(link: string, context: IContext): string {
    const xml = xmlOf(new Paragraph({ children: [new ExternalHyperlink({ link, children: [] })] }), context);
    return /<w:hyperlink\b[^>]*>/.exec(xml)![0].replace(/\/>$/, '>');
  }

  #once(kind: string, options: object, make: () => string): string {
    const key = kind + JSON.stringify(options);
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = make()));
    return known;
  }
}

/** Options of a row and a cell that a plain table may have. */
export type RowOptions = Properties<ConstructorParameters<typeof TableRow>[0]>;
export type CellOptions = Properties<ConstructorParameters<typeof TableCell>[0]>;

export function xmlOf(component: XmlComponent, context: IContext): string {
  const object = component.prepForXml(context);
  return object === undefined ? '' : serialise(object);
}
