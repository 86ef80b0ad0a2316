import type { PdfKitDocument, PdfRef } from './pdfkit.js';
import { pdfNumber, pdfString, Raw } from './pdf-string.js';

/** A place in the reading order that drawn content fills: one marked-content sequence on each page it touches. */
export class Leaf {
  /** Page index and MCID by turns. */
  readonly marks: number[] = [];
  constructor(readonly owner: Element) {}
}

/** An annotation in the reading order. */
export class ObjectKid {
  constructor(
    readonly annotation: PdfRef,
    readonly page: PdfRef,
  ) {}
}

export type Kid = Element | Leaf | ObjectKid;

/** What may be said of an element. */
export interface ElementProps {
  lang?: string | undefined;
  alt?: string | undefined;
  actual?: string | undefined;
  expansion?: string | undefined;
  title?: string | undefined;
  id?: string | undefined;
}

/**
 * One element of the structure tree. The reading order is the order of `kids`, fixed when the report is walked;
 * drawing only fills leaves, so the order in which things are drawn cannot disturb it.
 */
export class Element {
  readonly kids: Kid[] = [];
  /** Attribute objects by owner: `Table`, `List`, `Layout`. Values are PDF syntax. */
  attributes: Record<string, Record<string, string>> | undefined;
  /** The element that this one points at: an entry of a contents list at its heading (PDF/UA-2 8.2.5.8). */
  refersTo: (() => Element | undefined) | undefined;
  private reference: PdfRef | undefined;

  constructor(
    readonly type: string,
    readonly parent: Element | undefined,
    readonly props: ElementProps = {},
  ) {}

  /** Appends an element. */
  child(type: string, props: ElementProps = {}): Element {
    const element = new Element(type, this, props);
    this.kids.push(element);
    return element;
  }

  /** Appends a place for content, or gives the last one again where nothing came between. */
  leaf(): Leaf {
    const last = this.kids.at(-1);
    if (last instanceof Leaf) return last;
    const leaf = new Leaf(this);
    this.kids.push(leaf);
    return leaf;
  }

  attribute(owner: string, key: string, value: string): void {
    this.attributes ??= {};
    (this.attributes[owner] ??= {})[key] = value;
  }

  /** The object of the element, allotted when first asked for. */
  ref(document: PdfKitDocument): PdfRef {
    this.reference ??= document.ref({});
    return this.reference;
  }
}

/** How the tree is written. */
export interface StructureSettings {
  ua2: boolean;
  /** The reference of each page. */
  pages: PdfRef[];
  /** Owners by page and MCID. */
  owners: Element[][];
  /** Keys of pages in the parent tree, by index. */
  pageKeys: number[];
  /** Owners of annotations by key. */
  annotationOwners: Map<number, Element>;
}

/** Elements that PDF 2.0 dropped: they stay in the namespace of PDF 1.7 (ISO 32000-2 14.8.6). */
const onlyIn17 = new Set(['TOC', 'TOCI', 'Reference', 'BlockQuote', 'Note', 'Code']);

/**
 * PDF/UA-1 wants a seventh level tagged as such, which PDF 1.7 does not know (Matterhorn protocol 14-005): readers that do not know it
 * either take it for the sixth. PDF 2.0 knows headings of any level (ISO 32000-2 14.8.4.5).
 */
const roleMap = '/RoleMap<</H7/H6>>';

/** Writes the structure tree and returns its root (ISO 32000-1 14.7). */
export function writeStructure(document: PdfKitDocument, top: Element, settings: StructureSettings): PdfRef {
  const root = document.ref({});
  const namespace = settings.ua2 ? document.ref(new Raw(`<</Type/Namespace/NS${pdfString('http://iso.org/pdf2/ssn')}>>`)) : undefined;
  const namespace17 = settings.ua2 ? document.ref(new Raw(`<</Type/Namespace/NS${pdfString('http://iso.org/pdf/ssn')}>>`)) : undefined;
  namespace?.end();
  namespace17?.end();
  const ids: [string, PdfRef][] = [];
  let mapsRoles = false;

  const write = (element: Element, parent: PdfRef): void => {
    const ref = element.ref(document);
    let text = `<</Type/StructElem/S/${element.type}/P ${parent}`;
    if (namespace && namespace17) text += `/NS ${onlyIn17.has(element.type) ? namespace17 : namespace}`;
    mapsRoles ||= !settings.ua2 && element.type === 'H7';
    const { lang, alt, actual, expansion, title, id } = element.props;
    if (lang) text += `/Lang${pdfString(lang)}`;
    if (alt !== undefined) text += `/Alt${pdfString(alt)}`;
    if (actual !== undefined) text += `/ActualText${pdfString(actual)}`;
    if (expansion) text += `/E${pdfString(expansion)}`;
    if (title) text += `/T${pdfString(title)}`;
    if (id) {
      text += `/ID${pdfString(id)}`;
      ids.push([id, ref]);
    }
    if (element.attributes) {
      const objects = Object.entries(element.attributes).map(
        ([owner, values]) =>
          `<</O/${owner}${Object.entries(values)
            .map(([key, value]) => `/${key} ${value}`)
            .join('')}>>`,
      );
      text += `/A ${objects.length === 1 ? objects[0] : `[${objects.join('')}]`}`;
    }
    const target = settings.ua2 ? element.refersTo?.() : undefined;
    if (target) text += `/Ref[${target.ref(document)}]`;
    let page = -1;
    const kids: string[] = [];
    for (const kid of element.kids) {
      if (kid instanceof Element) kids.push(String(kid.ref(document)));
      else if (kid instanceof ObjectKid) kids.push(`<</Type/OBJR/Obj ${kid.annotation}/Pg ${kid.page}>>`);
      else {
        for (let at = 0; at < kid.marks.length; at += 2) {
          const on = kid.marks[at]!;
          if (page < 0) page = on;
          kids.push(on === page ? String(kid.marks[at + 1]) : `<</Type/MCR/Pg ${settings.pages[on]}/MCID ${kid.marks[at + 1]}>>`);
        }
      }
    }
    if (page >= 0) text += `/Pg ${settings.pages[page]}`;
    if (kids.length > 0) text += `/K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}`;
    ref.data = new Raw(`${text}>>`);
    ref.end();
    for (const kid of element.kids) if (kid instanceof Element) write(kid, ref);
  };
  write(top, root);

  const numbers: [number, string][] = settings.owners.map((owners, page) => [
    settings.pageKeys[page]!,
    `[${owners.map((owner) => owner.ref(document).toString()).join(' ')}]`,
  ]);
  for (const [key, owner] of settings.annotationOwners) numbers.push([key, owner.ref(document).toString()]);
  numbers.sort((a, b) => a[0] - b[0]);
  const parentTree = document.ref(new Raw(`<</Nums[${numbers.map(([key, value]) => `${key} ${value}`).join('\n')}]>>`));
  parentTree.end();
  // Names of a name tree stand in the order of their bytes (ISO 32000-1 7.9.6).
  ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const idTree = ids.length > 0 ? `/IDTree<</Names[${ids.map(([id, ref]) => `${pdfString(id)} ${ref}`).join('\n')}]>>` : '';
  const next = Math.max(-1, ...numbers.map(([key]) => key)) + 1;
  root.data = new Raw(
    `<</Type/StructTreeRoot/K ${top.ref(document)}/ParentTree ${parentTree}/ParentTreeNextKey ${next}${idTree}${mapsRoles ? roleMap : ''}${namespace ? `/Namespaces[${namespace} ${namespace17}]` : ''}>>`,
  );
  root.end();
  return root;
}

/** A rectangle as PDF syntax. */
export function pdfBox(box: readonly number[]): string {
  return `[${box.map(pdfNumber).join(' ')}]`;
}
