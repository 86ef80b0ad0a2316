import { escapeXml } from '@everyread/core';
import type { Element, ElementContent } from 'hast';
import { ByteWriter } from '../bytes/byte-writer.js';

/** How one kind of Kindle book writes an element. */
export interface Dialect {
  /** The tag, or none to print the content alone; an element that is left out with its content is `false`. */
  tag(element: Element): string | undefined | false;
  /** Attributes but for links. */
  attributes(element: Element, tag: string): Readonly<Record<string, string | undefined>>;
  /** A link to a place: what stands before the address, an address of the length that all have, what stands after. */
  link: { before: string; blank: string; after: string };
}

const empty = new Set(['br', 'hr', 'img']);

/**
 * Prints content as bytes and remembers where each named element begins and where links wait for their place: in a
 * Kindle book links lead to byte positions, which are known only when all is printed.
 */
export class Printer {
  readonly out = new ByteWriter();
  /** id → byte at which its element begins. */
  readonly places = new Map<string, number>();
  /** Links that wait: where their text stands, and the id that they lead to. */
  readonly waiting: { at: number; id: string }[] = [];

  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  raw(markup: string): this {
    this.out.text(markup);
    return this;
  }

  /** The attribute of a link; its address is written when the place is known. */
  link(id: string): this {
    const { before, blank, after } = this.#dialect.link;
    this.out.text(before);
    this.waiting.push({ at: this.out.length, id });
    this.out.text(blank).text(after);
    return this;
  }

  content(nodes: readonly ElementContent[]): this {
    for (const node of nodes) {
      if (node.type === 'text') this.out.text(escapeXml(node.value));
      else if (node.type === 'element') this.element(node);
    }
    return this;
  }

  private element(element: Element): void {
    const { out } = this;
    const dialect = this.#dialect;
    const { id, href } = element.properties;
    if (typeof id === 'string' && !this.places.has(id)) this.places.set(id, out.length);
    const tag = dialect.tag(element);
    if (tag === false) return;
    if (tag === undefined) {
      this.content(element.children);
      return;
    }
    out.text(`<${tag}`);
    for (const [name, value] of Object.entries(dialect.attributes(element, tag)))
      if (value !== undefined) out.text(` ${name}="${escapeXml(value)}"`);
    if (typeof href === 'string' && tag === 'a') {
      if (href.startsWith('#')) {
        out.text(' ');
        this.link(decodeURIComponent(href.slice(1)));
      } else out.text(` href="${escapeXml(href)}"`);
    }
    if (empty.has(tag)) {
      out.text('/>');
      return;
    }
    out.text('>');
    this.content(element.children);
    out.text(`</${tag}>`);
  }
}
