import { keyOf, type PdfFile } from './file.js';
import { Bytes, isArray, Name, Reference, type Dictionary, type Value } from './syntax.js';

/** Where a link leads. */
export interface Target {
  /** An address outside the file. */
  readonly href?: string;
  /** The names of the place in the file. */
  readonly names?: readonly string[];
  /** The element of the structure that it leads to (ISO 32000-2, 12.3.2.3). */
  readonly element?: number;
  /** Whether the place is there. Addresses outside are not followed. */
  readonly arrives: boolean;
}

/** Resolves the places of a PDF (ISO 32000-1, 12.3.2 and 12.6.4). */
export class Destinations {
  readonly #named = new Map<string, Value>();
  /** Page and height of each named place → its names: a link may give the place without its name. */
  readonly #names = new Map<string, string[]>();
  readonly #pages: ReadonlySet<number>;

  constructor(
    readonly file: PdfFile,
    root: Dictionary,
    pages: readonly { id: number | undefined }[],
  ) {
    this.#pages = new Set(pages.flatMap((page) => page.id ?? []));
    for (const [name, place] of file.dictionary(root.get('Dests')) ?? []) this.#named.set(name, place);
    this.readTree(file.dictionary(root.get('Names'))?.get('Dests'), 0);
    for (const [name, value] of this.#named) {
      const spot = this.spot(this.array(value));
      if (spot !== undefined) this.#names.set(spot, [...(this.#names.get(spot) ?? []), name]);
    }
  }

  /** Where an annotation or a bookmark leads; `undefined` where it leads nowhere. */
  of(owner: Dictionary): Target | undefined {
    const { file } = this;
    if (owner.has('Dest')) return this.place(owner.get('Dest'));
    const action = file.dictionary(owner.get('A'));
    switch (file.name(action?.get('S'))) {
      case 'URI':
        return { href: file.text(action?.get('URI')) ?? '', arrives: true };
      case 'GoTo': {
        const target = this.place(action?.get('D'));
        const structure = file.array(action?.get('SD'))[0];
        return structure instanceof Reference ? { ...target, element: structure.id } : target;
      }
      case 'GoToR':
      case 'Launch':
        return { arrives: false };
      default:
        return undefined;
    }
  }

  private place(value: Value | undefined): Target {
    const found = this.file.resolve(value);
    const name = found instanceof Bytes || found instanceof Name ? keyOf(found) : undefined;
    const named = name === undefined ? found : this.file.resolve(this.#named.get(name));
    const place = this.array(named);
    const element = this.file.array(this.file.dictionary(named)?.get('SD'))[0];
    const spot = this.spot(place);
    return {
      names: name === undefined ? (this.#names.get(spot ?? '') ?? []) : [name],
      ...(element instanceof Reference ? { element: element.id } : {}),
      arrives: spot !== undefined,
    };
  }

  /** The array of a destination, which may stand in a dictionary. */
  private array(value: Value | undefined): readonly Value[] {
    const found = this.file.resolve(value);
    return isArray(found) ? found : this.file.array(this.file.dictionary(found)?.get('D'));
  }

  /** Page and height of a place; `undefined` where its page is none of the file. */
  private spot([page, , , top]: readonly Value[]): string | undefined {
    return page instanceof Reference && this.#pages.has(page.id) ? `${page.id} ${typeof top === 'number' ? top : ''}` : undefined;
  }

  private readTree(value: Value | undefined, depth: number): void {
    const node = this.file.dictionary(value);
    if (!node || depth > 40) return;
    const names = this.file.array(node.get('Names'));
    for (let at = 0; at + 1 < names.length; at += 2) {
      const name = keyOf(names[at]);
      if (name !== undefined) this.#named.set(name, names[at + 1]!);
    }
    for (const kid of this.file.array(node.get('Kids'))) this.readTree(kid, depth + 1);
  }
}
