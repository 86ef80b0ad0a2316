import type { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import { child, elements, find, isElement, type Element } from '../markup.js';
import type { Target, WordParts } from './parts.js';
import { readWordTable } from './table.js';

/** A field that is open: its instruction, and whether its result has begun. */
interface Field {
  instruction: string;
  showing: boolean;
  text: string;
}

/**
 * Walks through the body of a Word file, or through one of its notes, in the order in which Word reads it.
 */
export class WordWalk {
  readonly anchors: { name: string; text: string }[] = [];
  readonly #fields: Field[] = [];
  /** Kind and id of a note → the number that Word prints. */
  readonly noteNumbers = new Map<string, string>();

  constructor(
    readonly parts: WordParts,
    readonly collector: Collector,
    readonly targets: ReadonlyMap<string, Target>,
  ) {}

  blocks(parent: Element): void {
    for (const block of elements(parent)) {
      if (block.name === 'w:p') this.paragraph(block);
      else if (block.name === 'w:tbl') readWordTable(block, this);
      else if (block.name === 'w:sdt') this.blocks(child(block, 'w:sdtContent') ?? block);
      else if (block.name === 'w:ins' || block.name === 'w:customXml') this.blocks(block);
      else if (block.name === 'w:altChunk') this.collector.fault('read-back-structure', 'The file takes in another file (altChunk)');
    }
  }

  /** Whether a table stands as a list of records. */
  hasRecords = false;

  paragraph(paragraph: Element): void {
    const { collector, parts } = this;
    const id = child(child(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'];
    if (id !== undefined && !parts.styles.has(id)) collector.fault('read-back-structure', `The style ${id} is used but not defined`);
    const name = id === undefined ? '' : (parts.styles.get(id)?.name ?? id.toLowerCase());
    // Everyread's own style for a table too wide for its page, written row by row.
    if (name === 'record line') this.hasRecords = true;
    this.line(paragraph);
    const level = name === 'title' ? '0' : /^heading ([1-9])$/.exec(name)?.[1];
    if (/^toc\b/.test(name)) void collector.take();
    else if (/^print ?page$/.test(name)) collector.add({ kind: 'page', label: collector.take() });
    else if (level !== undefined) collector.endHeading(Number(level));
    else collector.endText();
  }

  /** The runs of a paragraph, a link or a field. */
  line(parent: Element): void {
    for (const each of elements(parent)) {
      switch (each.name) {
        case 'w:r':
          this.run(each);
          break;
        case 'w:hyperlink':
          this.hyperlink(each);
          break;
        case 'w:fldSimple':
        case 'w:ins':
        case 'w:smartTag':
        case 'w:bdo':
        case 'w:dir':
          this.line(each);
          break;
        case 'w:sdt':
          this.line(child(each, 'w:sdtContent') ?? each);
          break;
        default:
      }
    }
  }

  hyperlink(link: Element): void {
    const before = this.collector.line.length;
    const marks = this.collector.items.length;
    this.line(link);
    const text = fold(this.collector.line.slice(before));
    const anchor = link.attributes['w:anchor'];
    const id = link.attributes['r:id'];
    if (id !== undefined) {
      const target = this.targets.get(id);
      if (!target) this.collector.fault('read-back-link', `The link “${text}” has no target (relationship ${id})`);
      // The anchor of a link out of the document is the end of its address (ECMA-376 Part 1, 17.16.22).
      else if (target.external)
        this.collector.add({ kind: 'link', text, href: anchor === undefined ? target.target : `${target.target}#${anchor}` });
    } else if (anchor !== undefined) this.anchors.push({ name: anchor, text });
    // A mark of a note that stands there again is a number, which is no word of the text.
    const isMark = this.collector.items.slice(marks).some((item) => item.kind === 'noteMark');
    if (text === '' && !isMark && [...find(link, (each) => each.name === 'w:drawing')].length === 0 && elements(link).length > 0)
      this.collector.fault('read-back-link', 'A link has no words');
  }

  run(run: Element): void {
    const properties = child(run, 'w:rPr');
    const vanish = child(properties, 'w:vanish');
    if (vanish && vanish.attributes['w:val'] !== '0' && vanish.attributes['w:val'] !== 'false') return;
    const lang = runLanguage(properties);
    const style = child(properties, 'w:rStyle')?.attributes['w:val'];
    if (style !== undefined && !this.parts.styles.has(style))
      this.collector.fault('read-back-structure', `The style ${style} is used but not defined`);
    if (/^PrintPage/.test(style ?? '')) {
      const label = [...find(run, (each) => each.name === 'w:t')]
        .map((each) => each.children.filter((text) => !isElement(text)).join(''))
        .join('');
      if (label.trim() !== '') this.collector.add({ kind: 'page', label: fold(label) });
      this.collector.words(' ');
      return;
    }
    for (const each of elements(run)) this.inRun(each, lang);
  }

  inRun(each: Element, lang: string | undefined): void {
    const open = this.#fields.at(-1);
    switch (each.name) {
      case 'w:t':
        this.say(each.children.filter((text) => !isElement(text)).join(''), lang);
        break;
      case 'w:tab':
      case 'w:br':
      case 'w:cr':
        this.say(' ', undefined);
        break;
      case 'w:noBreakHyphen':
        this.say('-', lang);
        break;
      case 'w:fldChar':
        this.field(each.attributes['w:fldCharType'] ?? '');
        break;
      case 'w:instrText':
        if (open) open.instruction += each.children.filter((text) => !isElement(text)).join('');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.noteMark(`${each.name.slice(2, -9)} ${each.attributes['w:id'] ?? ''}`);
        break;
      case 'w:drawing':
        this.drawing(each);
        break;
      case 'mc:AlternateContent':
        for (const inner of elements(child(each, 'mc:Choice'))) this.inRun(inner, lang);
        break;
      case 'w:pict':
      case 'w:object':
        this.collector.fault('read-back-structure', `The file holds a ${each.name.slice(2)}, which screen readers pass by`);
        break;
      default:
    }
  }

  say(text: string, lang: string | undefined): void {
    const open = this.#fields.at(-1);
    if (open && !open.showing) return;
    if (open && /^\s*NOTEREF\b/.test(open.instruction)) open.text += text;
    else this.collector.words(text, lang);
  }

  field(type: string): void {
    if (type === 'begin') this.#fields.push({ instruction: '', showing: false, text: '' });
    else if (type === 'separate' && this.#fields.length > 0) this.#fields.at(-1)!.showing = true;
    else if (type === 'end') {
      const field = this.#fields.pop();
      if (!field) this.collector.fault('read-back-structure', 'A field ends that did not begin');
      else if (/^\s*NOTEREF\b/.test(field.instruction)) this.collector.add({ kind: 'noteMark', number: /\d+/.exec(field.text)?.[0] ?? '' });
      const reference = /^\s*(?:PAGEREF|REF|NOTEREF)\s+(\S+)/.exec(field?.instruction ?? '')?.[1];
      if (reference !== undefined) this.anchors.push({ name: reference, text: field!.instruction.trim() });
    }
  }

  noteMark(id: string): void {
    const number = this.noteNumbers.get(id) ?? String(this.noteNumbers.size + 1);
    this.noteNumbers.set(id, number);
    this.collector.add({ kind: 'noteMark', number });
  }

  drawing(drawing: Element): void {
    const properties = [...find(drawing, (each) => each.name === 'wp:docPr')][0];
    const decorative = [...find(drawing, (each) => each.name.endsWith(':decorative'))].some((each) => each.attributes['val'] === '1');
    const description = properties?.attributes['descr'] ?? '';
    if (decorative && description.trim() !== '')
      this.collector.fault('read-back-alt', 'A picture is decorative and has a text alternative');
    if (!decorative) this.collector.add({ kind: 'alternative', text: fold(description) });
    for (const blip of find(drawing, (each) => each.name === 'a:blip')) {
      const id = blip.attributes['r:embed'];
      const target = id === undefined ? undefined : this.targets.get(id);
      if (!target || target.external || !this.parts.paths.has(partPath(target.target)))
        this.collector.fault('read-back-structure', 'A picture is not in the file');
    }
  }
}

/** The path of a part from a target that is relative to `word/`. */
export const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `word/${target}`);

function runLanguage(properties: Element | undefined): string | undefined {
  const lang = child(properties, 'w:lang');
  if (!lang) return undefined;
  const rightToLeft = child(properties, 'w:rtl') !== undefined;
  return (
    (rightToLeft ? lang.attributes['w:bidi'] : undefined) ??
    lang.attributes['w:val'] ??
    lang.attributes['w:eastAsia'] ??
    lang.attributes['w:bidi']
  );
}
