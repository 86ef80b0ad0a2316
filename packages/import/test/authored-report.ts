import type { Report } from '@everyread/core';
import fc, { type Arbitrary } from 'fast-check';
import { arbitraryReport } from '../../../test/hostile/arbitrary-report.js';

interface Loose {
  type: string;
  children?: Loose[];
  [field: string]: unknown;
}

/**
 * Reports that hold every node and every field of the node table in any mixture, as an author could have written them: what
 * `everyread check` has no error about. Pictures are all `images/a.png`.
 */
export const authoredReport: Arbitrary<Report> = fc
  .tuple(arbitraryReport, fc.integer({ min: 0, max: 0xffff }))
  .map(([report, seed]) => new Author(seed).report(report));

/** Fields of a front matter, for reports that have them all. */
const facts = {
  subtitle: 'And what came of it',
  author: 'Ann Lee',
  date: '2024-03-22',
  description: 'What we did in 2023, & why.',
  contact: 'hello@example.org',
  rights: '© A charity',
  identifier: 'urn:isbn:9780000000002',
};

const formats = ['docx', 'html', 'pdf', 'docx html'];
const languages = ['cy', 'fr', 'ar', 'de-AT'];
const times = ['2023-09-12', '2023-09-12T13:00/15:00', '2023-10', '2023-09-12T13:00'];

/** What nobody types: control characters, halves of letters, noncharacters, private characters. */
const typed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ue000-\uf8ff]/g,
      '',
    )
    .replace(/[\u{f0000}-\u{10ffff}\ufff0-\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

class Author {
  #count = 0;
  #notes: string[] = [];
  readonly #ids: string[] = [];
  /** Whether what is being written is not in every file. */
  #partly = false;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  report({ meta, root }: Report): Report {
    const children = this.blocks(root.children as unknown as Loose[], 'root');
    const links = (nodes: Loose[]): void =>
      nodes.forEach((node) => {
        if (node.type === 'crossReference') node['target'] = this.pick(this.#ids) ?? 'the-end';
        links(node.children ?? []);
      });
    links(children);
    const notes = this.#notes.map((identifier) => ({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: [{ type: 'paragraph', children: [this.text(`Note ${identifier}`)] }],
    }));
    const end = [
      { type: 'heading', depth: 1, children: [this.text('The end')] },
      { type: 'paragraph', children: [this.text('Thank you.')] },
    ];
    return {
      meta: {
        title: this.words(meta.title),
        lang: meta.lang,
        ...(meta.publisher ? { publisher: this.words(meta.publisher) } : {}),
        ...Object.fromEntries(Object.entries(facts).filter(() => this.next() % 2 === 0)),
      },
      root: { type: 'root', children: [...children, ...end, ...notes] as unknown as Report['root']['children'] },
    };
  }

  private next(): number {
    this.#count += 1;
    return this.#count + this.#seed;
  }

  private pick<T>(from: readonly T[]): T | undefined {
    return from[this.next() % from.length];
  }

  private words(given: unknown): string {
    const kept = typed(typeof given === 'string' ? given : '');
    return /[\p{L}\p{N}]/u.test(kept) ? kept : `word ${this.next()}`;
  }

  private text(given: unknown): Loose {
    return { type: 'text', value: this.words(given) };
  }

  private blocks(nodes: readonly Loose[], parent: string): Loose[] {
    return nodes.flatMap((node) => this.block(node, parent));
  }

  private caption(node: Loose): Loose[] {
    const caption = node.children?.find((child) => child.type === 'caption');
    return caption ? [{ type: 'caption', children: this.line(caption.children ?? [], 'caption') }] : [];
  }

  private body(node: Loose): Loose[] {
    return (node.children ?? []).filter((child) => child.type !== 'caption');
  }

  private flow(node: Loose): Loose[] {
    const made = this.blocks(this.body(node), node.type);
    return made.length > 0 ? made : [{ type: 'paragraph', children: [this.text('')] }];
  }

  private id(node: Loose): { id?: string } {
    if (node['id'] === undefined) return {};
    const id = `place-${this.next()}-${this.#ids.length}`;
    // A link to what a file does not hold keeps its words alone.
    if (!this.#partly) this.#ids.push(id);
    return { id };
  }

  private optional(node: Loose, ...names: string[]): Record<string, string> {
    return Object.fromEntries(names.filter((name) => node[name] !== undefined).map((name) => [name, this.words(node[name])]));
  }

  private block(node: Loose, parent: string): Loose[] {
    const { type } = node;
    switch (type) {
      case 'paragraph':
        return [{ type, children: this.line(node.children ?? [], type) }];
      case 'heading':
        // Headings stand between blocks: one inside a block is in no list of contents.
        if (!['root', 'div', 'summary', 'only'].includes(parent))
          return [{ type: 'paragraph', children: this.line(node.children ?? [], type) }];
        return [{ type, depth: node['depth'], ...this.id(node), children: this.line(node.children ?? [], type) }];
      case 'list': {
        const items = this.body(node).map((item) => {
          const flow = this.flow(item);
          // Markdown has the box of a task before words.
          const isTask = typeof item['checked'] === 'boolean' && flow[0]?.type === 'paragraph';
          return { type: 'listItem', spread: item['spread'] === true, ...(isTask ? { checked: item['checked'] } : {}), children: flow };
        });
        if (items.length === 0) return [];
        const ordered = node['ordered'] === true;
        return [
          { type, ordered, ...(ordered ? { start: Number(node['start'] ?? 1) } : {}), spread: node['spread'] === true, children: items },
        ];
      }
      case 'blockquote':
      case 'callout':
        return [
          {
            type,
            ...(type === 'callout' ? { kind: node['kind'] ?? 'note', ...this.id(node) } : {}),
            children: [...this.caption(node), ...this.flow(node)],
          },
        ];
      case 'summary':
      case 'only': {
        if (parent !== 'root') return this.flow(node);
        this.#partly = type === 'only';
        const part = { type, ...(type === 'only' ? { format: this.pick(formats) } : {}), children: this.flow(node) };
        this.#partly = false;
        return [part];
      }
      case 'thematicBreak':
        return parent === 'root' ? [{ type }] : [];
      case 'contents':
        return parent === 'root' ? [{ type, depth: Number(node['depth'] ?? 2) || 2 }] : [];
      case 'code':
        return [{ type, value: `${this.words(node['value'])}\n  next`, ...(node['lang'] ? { lang: 'sh' } : {}) }];
      case 'table':
        return [this.table(node)];
      case 'dataTable':
        return [
          {
            type,
            headers: node['headers'] ?? 'col',
            ...this.id(node),
            children: [...this.caption(node), this.table(this.body(node)[0] ?? node)],
          },
        ];
      case 'chart':
        return [
          {
            type,
            kind: node['kind'],
            ...(node['unit'] === undefined ? {} : { unit: this.pick(['%', '£', 'kg']) }),
            ...this.optional(node, 'summary'),
            ...this.id(node),
            children: [...this.caption(node), this.figures()],
          },
        ];
      case 'keyFigures':
        return [
          {
            type,
            ...this.id(node),
            children: [
              ...this.caption(node),
              ...this.body(node).map((part) => this.keyFigure(part)),
              this.keyFigure({ type: 'keyFigure' }),
            ],
          },
        ];
      case 'pullQuote':
        return [{ type, ...this.optional(node, 'role', 'org'), by: this.words(node['by']), ...this.id(node), children: this.flow(node) }];
      case 'figure': {
        const decorative = node['decorative'] === true;
        return [
          {
            type,
            src: 'images/a.png',
            ...(decorative ? { decorative } : { alt: this.words(node['alt']) }),
            ...this.optional(node, 'credit'),
            ...this.id(node),
            children: [...this.caption(node), ...(decorative ? [] : this.blocks(this.body(node), type))],
          },
        ];
      }
      case 'steps':
        return [
          {
            type,
            kind: node['kind'] ?? 'steps',
            ...this.id(node),
            children: [
              ...this.caption(node),
              ...[...this.body(node), { type: 'step' }].map((part) => ({
                type: 'step',
                ...(part['when'] === undefined ? {} : { when: this.pick(times) }),
                ...this.optional(part, 'value'),
                ...this.id(part),
                children: [{ type: 'caption', children: [this.text('')] }, ...this.blocks(this.body(part), 'step')],
              })),
            ],
          },
        ];
      case 'cards':
        return [
          {
            type,
            ...this.id(node),
            children: [
              ...this.caption(node),
              ...[...this.body(node), { type: 'card' }].map((part) => ({
                type: 'card',
                ...(part['href'] === undefined ? {} : { href: 'https://example.org/a?b=c&d=e' }),
                ...(part['src'] === undefined ? {} : { src: 'images/a.png', ...this.optional(part, 'alt') }),
                ...this.id(part),
                children: [{ type: 'caption', children: [this.text('')] }, ...this.blocks(this.body(part), 'card')],
              })),
            ],
          },
        ];
      case 'pageBreak':
        return [{ type, label: String(this.next()) }];
      case 'div':
        return [{ type, ...this.language(node), ...this.id(node), children: this.flow(node) }];
      case 'footnoteDefinition':
        return [];
      default:
        throw new Error(`no author writes ${type}`);
    }
  }

  private language(node: Loose): Record<string, string> {
    const lang = this.pick(languages)!;
    return { lang, ...(node['dir'] === undefined ? {} : { dir: lang === 'ar' ? 'rtl' : 'ltr' }) };
  }

  private keyFigure(part: Loose): Loose {
    return {
      type: 'keyFigure',
      value: this.words(part['value']),
      ...this.optional(part, 'say', 'change'),
      children: this.line(part.children ?? [], 'keyFigure'),
    };
  }

  private figures(): Loose {
    const cell = (value: string): Loose => ({ type: 'tableCell', children: [{ type: 'text', value }] });
    const row = (...cells: string[]): Loose => ({ type: 'tableRow', children: cells.map(cell) });
    return {
      type: 'table',
      align: [null, 'right'],
      children: [row('Source', 'Share'), row('One', String(this.next())), row('Two', '1,204.5')],
    };
  }

  /** A grid of two rows or more. */
  private table(node: Loose): Loose {
    const rows = (node.type === 'table' ? (node.children ?? []) : []).map((row) => row.children ?? []);
    while (rows.length < 2) rows.push([]);
    const width = Math.max(2, ...rows.map((row) => row.length));
    return {
      type: 'table',
      align: Array.from({ length: width }, () => this.pick([null, 'left', 'right', 'center'])),
      children: rows.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: width }, (_, column) => ({
          type: 'tableCell',
          children: this.line(row[column]?.children ?? [], 'tableCell'),
        })),
      })),
    };
  }

  private line(nodes: readonly Loose[], parent: string): Loose[] {
    const parts = nodes.map((node) => this.inline(node, parent)).filter((node) => node !== undefined);
    const out = parts.flatMap((part, index) =>
      index === 0 || part.type === 'break' || parts[index - 1]!.type === 'break' ? [part] : [{ type: 'text', value: ' ' }, part],
    );
    while (out[0]?.type === 'break') out.shift();
    while (out.at(-1)?.type === 'break') out.pop();
    const joined: Loose[] = [];
    for (const each of out) {
      const last = joined.at(-1);
      if (each.type === 'text' && last?.type === 'text')
        joined[joined.length - 1] = { type: 'text', value: `${last['value'] as string}${each['value'] as string}` };
      else if (!(each.type === 'break' && last?.type === 'break')) joined.push(each);
    }
    return joined.some((each) => 'value' in each || 'children' in each) ? joined : [this.text('')];
  }

  private inline(node: Loose, parent: string): Loose | undefined {
    const { type } = node;
    const simple = parent === 'heading' || parent === 'caption' || parent === 'keyFigure' || parent === 'link';
    const children = (): Loose[] =>
      this.line(
        node.children ?? [],
        parent === 'heading' || parent === 'caption' || parent === 'keyFigure'
          ? parent
          : type === 'link' || type === 'crossReference' || parent === 'link'
            ? 'link'
            : type,
      );
    switch (type) {
      case 'text':
        return this.text(node['value']);
      case 'inlineCode':
        return simple ? undefined : { type, value: this.words(node['value']).replace(/`/g, '') || 'x' };
      case 'break':
        return simple || parent === 'tableCell' ? undefined : { type };
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { type, children: children() };
      case 'span':
        return { type, ...this.language(node), children: children() };
      case 'abbreviation':
        return { type, title: this.words(node['title']), children: [this.text(`AB${this.next()}`)] };
      case 'pronunciation':
        return { type, as: this.words(node['as']), ...this.optional(node, 'ipa'), children: [this.text('')] };
      case 'link':
        return simple ? undefined : { type, url: 'https://example.org/a?b=c&d=e', ...this.optional(node, 'title'), children: children() };
      case 'crossReference':
        return simple ? undefined : { type, target: '', ...(node['show'] ? { show: node['show'] } : {}), children: children() };
      case 'image':
        return simple ? undefined : { type, url: 'images/a.png', alt: this.words(node['alt']) };
      case 'footnoteReference': {
        if (simple) return undefined;
        const identifier = `n${this.#notes.length + 1}`;
        this.#notes.push(identifier);
        return { type, identifier, label: identifier };
      }
      case 'pageBreak':
        return simple || parent === 'tableCell' ? undefined : { type, label: String(this.next()) };
      default:
        throw new Error(`no author writes ${type} in a line`);
    }
  }
}
