import type { Report } from '@everyread/core';
import type { Arbitrary } from 'fast-check';
import { arbitraryReport } from './arbitrary-report.js';

interface Loose {
  type: string;
  value?: string;
  children?: Loose[];
  [field: string]: unknown;
}

/** What no author can type, or no edition can carry: control characters, halves of letters, noncharacters. */
const clean = (text: string): string =>
  text
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[\u{10000}-\u{10ffff}\ue000-\uf8ff]/gu, '');

const hasWords = (node: Loose): boolean => /[\p{L}\p{N}]/u.test(node.value ?? '') || (node.children ?? []).some(hasWords);

/** Letters that the Braille of a language of Europe has signs for, in words that fit into a row. */
const latin = (text: string): string =>
  clean(text)
    .replace(/(\S{24})\S+/g, '$1')
    .replace(/[^ -~\u00a3\u2013\u2018-\u201d]|[{}<>$%\\`^~|_*#=+]/g, '');

/** Reports as an author might write them, in any mixture of nodes: of these every edition must hold every word. */
export const writableReport: Arbitrary<Report> = arbitraryReport.map((report) => tidyReport(report, clean));

/** The same in English, in Latin letters: Braille says by a message what it has no sign for. */
export const latinReport: Arbitrary<Report> = arbitraryReport.map((report) => {
  const { meta, root } = tidyReport(report, latin);
  return { meta: { ...meta, lang: 'en-GB' }, root };
});

function tidyReport(report: Report, filter: (text: string) => string): Report {
  const tidy = new Tidy(filter);
  const words = tidy.words.bind(tidy);
  const children = (report.root.children as unknown as Loose[]).flatMap((node) => tidy.node(node, ''));
  return {
    meta: {
      ...report.meta,
      title: words(report.meta.title, 'Our year'),
      ...(report.meta.publisher ? { publisher: words(report.meta.publisher, 'A charity') } : {}),
    },
    root: { type: 'root', children: [...children, lastWords, ...tidy.notes()] as unknown as Report['root']['children'] },
  };
}

/** No printed page begins where nothing follows. */
const lastWords: Loose = { type: 'paragraph', children: [{ type: 'text', value: 'These are the last words.' }] };

const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu'];

class Tidy {
  constructor(readonly filter: (text: string) => string) {}

  words(text: unknown, otherwise: string): string {
    const kept = this.filter(typeof text === 'string' ? text : '');
    return /[\p{L}\p{N}]/u.test(kept) ? kept : otherwise;
  }

  #pages = 0;
  #pageIsEmpty = false;
  #inChart = false;
  #notes = 0;
  #filled = 0;

  /** A word and a figure that stand nowhere else. */
  private fill(): string {
    this.#filled += 1;
    const word = [...String(this.#filled * 37)].map((digit) => syllables[Number(digit)]).join('');
    return ` ${word} ${this.#filled + 100} `;
  }

  notes(): Loose[] {
    return Array.from({ length: this.#notes }, (_, index) => ({
      type: 'footnoteDefinition',
      identifier: `n${index + 1}`,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: `Words of the note number ${index + 1}.` }] }],
    }));
  }

  node(node: Loose, parent: string): Loose[] {
    const fields: Loose = { ...node };
    for (const [name, value] of Object.entries(node)) if (typeof value === 'string' && name !== 'type') fields[name] = this.filter(value);
    delete fields['id'];
    switch (node.type) {
      case 'text':
        // Words of neighbours do not run into each other.
        if (hasWords({ ...node, value: this.filter(node.value ?? '') })) this.#pageIsEmpty = false;
        return [{ ...fields, value: ` ${this.filter(node.value ?? '').trim()} ` }];
      case 'heading':
        // Headings stand between blocks: one inside a block is in no list of contents.
        if (parent !== '') fields.type = 'paragraph';
        break;
      case 'delete':
        // That words are deleted is said in words, which lists of links and of contents do not all repeat.
        if (parent === 'heading' || parent === 'link') return this.inside(node, parent);
        break;
      case 'inlineCode':
        return parent === 'heading' ? [] : [{ ...fields, value: this.filter(node.value ?? '') }];
      case 'code':
        return [{ ...fields, value: this.filter(node.value ?? '') }];
      case 'footnoteDefinition':
      case 'contents':
        return [];
      case 'footnoteReference':
        // A heading is said again in lists of contents, where its notes are not.
        if (parent === 'heading' || parent === 'link') return [];
        this.#notes += 1;
        return [{ ...fields, identifier: `n${this.#notes}` }];
      case 'pageBreak':
        if (parent === 'heading' || parent === 'link') return [];
        // Of printed pages with nothing on them, the running head of a Braille page names the last.
        if (this.#pageIsEmpty) return [];
        this.#pageIsEmpty = true;
        this.#pages += 1;
        return [{ ...fields, label: String(this.#pages) }];
      case 'crossReference':
        return this.inside(node, parent);
      case 'image':
        // The labels of a chart are words.
        return parent === 'heading' || parent === 'link' || this.#inChart
          ? []
          : [{ ...fields, url: 'images/a.png', alt: this.words(node['alt'], 'A circle.'), title: undefined }];
      case 'figure':
        fields['src'] = 'images/a.png';
        fields['decorative'] = node['decorative'] === true;
        fields['alt'] = fields['decorative'] ? undefined : this.words(node['alt'], 'A circle.');
        // A credit stands before the long description in print and behind it in sound and Braille: here it is alone.
        if ((node.children ?? []).some((child) => child.type !== 'caption')) delete fields['credit'];
        else if (node['credit'] !== undefined) fields['credit'] = this.words(node['credit'], '') + this.fill();
        break;
      case 'card':
        delete fields['href'];
        if (fields['src'] !== undefined) {
          fields['src'] = 'images/a.png';
          fields['alt'] = this.words(node['alt'], 'A circle.');
        }
        break;
      case 'link':
        if (parent === 'heading' || parent === 'link') return this.inside(node, parent);
        fields['url'] = 'https://example.org/a?b=c&d=e';
        break;
      case 'span':
        // A list of contents knows one language for a heading.
        if (parent === 'heading') return this.inside(node, parent);
        fields['lang'] = 'cy';
        delete fields['dir'];
        break;
      case 'div':
        fields['lang'] = 'cy';
        delete fields['dir'];
        break;
      case 'keyFigure':
        // What is said in place of a figure is for those who listen; others see the figure. Dashes before a number look like a page.
        delete fields['say'];
        if (!/[\p{L}\p{N}]/u.test(String(fields['value'] ?? ''))) fields['value'] = this.fill().trim();
        break;
      case 'step':
        delete fields['when'];
        break;
      case 'table':
        return [this.table(node)];
      case 'chart':
        delete fields['summary'];
        break;
    }
    if (node.children === undefined) return [fields];
    const inChart = this.#inChart;
    this.#inChart = inChart || node.type === 'chart';
    const children = this.inside(
      node,
      node.type === 'heading' || parent === 'heading' ? 'heading' : node.type === 'link' || parent === 'link' ? 'link' : node.type,
    );
    this.#inChart = inChart;
    if (
      ['heading', 'paragraph', 'link', 'emphasis', 'strong', 'span', 'abbreviation', 'pronunciation', 'caption', 'delete'].includes(
        node.type,
      ) &&
      !children.some(hasWords)
    )
      children.push({ type: 'text', value: this.fill() });
    return [{ ...fields, children }];
  }

  private inside(node: Loose, parent: string): Loose[] {
    return (node.children ?? []).flatMap((child) => this.node(child, parent));
  }

  /** A grid of two rows or more, with a word in every cell. */
  private table(node: Loose): Loose {
    const rows = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => this.inside(cell, 'tableCell')));
    while (rows.length < 2) rows.push([]);
    const width = Math.max(2, ...rows.map((row) => row.length));
    return {
      ...node,
      align: undefined,
      children: rows.map((row) => ({
        type: 'tableRow',
        children: Array.from({ length: width }, (_, column) => {
          const cell = row[column] ?? [];
          return { type: 'tableCell', children: cell.some(hasWords) ? cell : [...cell, { type: 'text', value: this.fill() }] };
        }),
      })),
    };
  }
}
