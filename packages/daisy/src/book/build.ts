import type { Edition, PreparedReport, ReportNode } from '@everyread/core';
import type { Node } from 'unist';
import { visitNode } from '../nodes/table-of-nodes.js';
import type { Content } from './element.js';

/** A picture that goes into the book. */
export interface BookImage {
  /** Name of the file in the book. */
  path: string;
  mediaType: string;
  body: Uint8Array;
}

/** What the handlers need to turn nodes into a book's elements. */
export class Builder {
  /** Notes whose marks were met and that are not yet placed. */
  readonly dueNotes: number[] = [];
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  #count = 0;

  constructor(
    readonly report: PreparedReport,
    readonly edition: Edition,
    readonly images: ReadonlyMap<string, BookImage>,
  ) {}

  /** The elements of some nodes. */
  all(nodes: readonly Node[]): Content[] {
    return nodes.flatMap((node) => visitNode(node as ReportNode, this));
  }

  /** The XML name for an id of the report: XML wants a letter first and few signs (XML 1.0, NCName). */
  id(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const base = id.replace(/[^A-Za-z0-9_.-]/g, '_').replace(/^(?=[^A-Za-z_])/, 'x-');
    let name = base;
    for (let n = 2; this.#taken.has(name); n += 1) name = `${base}_${n}`;
    this.#taken.add(name);
    this.#ids.set(id, name);
    return name;
  }

  /** A name that no place in the report has: `line-1`, `line-2` … */
  freeName(prefix: string): string {
    let name: string;
    do name = `${prefix}-${(this.#count += 1)}`;
    while (this.#ids.has(name) || this.#taken.has(name));
    return name;
  }

  maybeId(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.id(id);
  }
}
