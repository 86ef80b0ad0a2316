import { readFace, type Face } from './fonts.js';
import type { PdfFile } from './file.js';
import { Bytes, isArray, isDictionary, Keyword, Name, Syntax, textOf, type Dictionary, type Value } from './syntax.js';

/** Words of a marked-content sequence. */
export interface Words {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** What a page draws, by the numbers of its marked-content sequences. */
export interface PageContent {
  readonly words: ReadonlyMap<number, readonly Words[]>;
  /** Words and pictures that are neither in a sequence with a number nor an artifact: no screen reader finds them. */
  readonly loose: readonly string[];
  /** Names of typefaces that have codes without letters. */
  readonly mute: ReadonlySet<string>;
}

interface Mark {
  readonly mcid?: number | undefined;
  readonly actual: boolean;
  readonly artifact: boolean;
  readonly lang?: string | undefined;
}

/** Drawings may stand in drawings, but not for ever. */
const maxForms = 12;

/** Reads the words of a page or of a drawing in it (ISO 32000-1, 9.4 and 14.6). */
export function readContent(bytes: Uint8Array, resources: Dictionary | undefined, file: PdfFile): PageContent {
  const reader = new ContentReader(file);
  reader.run(bytes, resources, 0);
  return reader;
}

class ContentReader implements PageContent {
  readonly words = new Map<number, Words[]>();
  readonly loose: string[] = [];
  readonly mute = new Set<string>();
  readonly #marks: Mark[] = [];
  readonly #faces = new Map<Dictionary, Face>();
  #face: Face | undefined;
  #faceName = '';

  constructor(readonly file: PdfFile) {}

  run(bytes: Uint8Array, resources: Dictionary | undefined, depth: number): void {
    const syntax = new Syntax(bytes);
    let operands: Value[] = [];
    for (let value = syntax.read(false); value !== undefined; value = syntax.read(false)) {
      if (!(value instanceof Keyword)) {
        operands.push(value);
        continue;
      }
      if (value.text === 'BI') skipInlineImage(syntax);
      else this.operate(value.text, operands, resources, depth);
      operands = [];
    }
  }

  private operate(operator: string, operands: readonly Value[], resources: Dictionary | undefined, depth: number): void {
    const last = operands.at(-1);
    switch (operator) {
      case 'BMC':
      case 'BDC':
        return this.begin(operands[0], operator === 'BDC' ? operands[1] : undefined, resources);
      case 'EMC':
        this.#marks.pop();
        return;
      case 'Tf':
        return this.choose(operands[0], resources);
      case 'Tj':
      case "'":
      case '"':
        return this.show(last);
      case 'TJ':
        if (isArray(last)) for (const each of last) this.show(each);
        return;
      case 'Do':
        return this.draw(operands[0], resources, depth);
      default:
    }
  }

  private begin(tag: Value | undefined, given: Value | undefined, resources: Dictionary | undefined): void {
    const properties =
      given instanceof Name ? this.file.dictionary(this.file.dictionary(resources?.get('Properties'))?.get(given.text)) : given;
    const about = isDictionary(properties) ? properties : undefined;
    const actual = textOf(about?.get('ActualText'));
    const mcid = about?.get('MCID');
    const lang = textOf(about?.get('Lang')) ?? this.#marks.at(-1)?.lang;
    const covered = this.#marks.at(-1)?.actual ?? false;
    this.#marks.push({
      mcid: typeof mcid === 'number' ? mcid : this.#marks.at(-1)?.mcid,
      actual: covered || actual !== undefined,
      artifact: (tag instanceof Name && tag.text === 'Artifact') || (this.#marks.at(-1)?.artifact ?? false),
      lang,
    });
    if (typeof mcid === 'number' && !this.words.has(mcid)) this.words.set(mcid, []);
    if (actual !== undefined && !covered) this.put(actual);
  }

  private choose(name: Value | undefined, resources: Dictionary | undefined): void {
    const font = name instanceof Name ? this.file.dictionary(this.file.dictionary(resources?.get('Font'))?.get(name.text)) : undefined;
    this.#face = undefined;
    if (!font) return;
    const face = this.#faces.get(font) ?? readFace(font, this.file);
    this.#faces.set(font, face);
    this.#face = face;
    this.#faceName = this.file.name(font.get('BaseFont')) ?? 'without a name';
  }

  private show(value: Value | undefined): void {
    if (!(value instanceof Bytes) || this.#marks.at(-1)?.actual) return;
    const { bytes } = value;
    const width = this.#face?.width ?? 1;
    let text = '';
    for (let at = 0; at < bytes.length; at += width) {
      const letters = this.#face?.letters(width === 2 ? bytes[at]! * 256 + (bytes[at + 1] ?? 0) : bytes[at]!);
      if (letters === undefined) this.mute.add(this.#faceName);
      text += letters ?? '\ufffd';
    }
    this.put(text);
  }

  private put(text: string): void {
    const mark = this.#marks.at(-1);
    if (mark?.artifact) return;
    if (mark?.mcid === undefined) {
      if (text.trim() !== '') this.loose.push(text);
      return;
    }
    const list = this.words.get(mark.mcid)!;
    list.push({ text, lang: mark.lang });
  }

  private draw(name: Value | undefined, resources: Dictionary | undefined, depth: number): void {
    const value = name instanceof Name ? this.file.dictionary(resources?.get('XObject'))?.get(name.text) : undefined;
    const drawing = this.file.dictionary(value);
    if (!drawing) return;
    const mark = this.#marks.at(-1);
    if (this.file.name(drawing.get('Subtype')) === 'Image') {
      if (!mark?.artifact && mark?.mcid === undefined) this.loose.push('a picture');
      return;
    }
    // A drawing with sequences of its own is in the tree by its own name (14.7.4.2).
    if (drawing.has('StructParents') || depth >= maxForms) return;
    const bytes = this.file.data(value);
    if (bytes) this.run(bytes, this.file.dictionary(drawing.get('Resources')) ?? resources, depth + 1);
  }
}

/** `BI … ID bytes EI`: its bytes are no objects. */
function skipInlineImage(syntax: Syntax): void {
  const { bytes } = syntax;
  for (let at = syntax.at; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
    const isBlank = (code: number | undefined): boolean => code === undefined || code <= 32;
    if (isBlank(bytes[at - 1]) && isBlank(bytes[at + 2])) {
      syntax.at = at + 2;
      return;
    }
  }
  syntax.at = bytes.length;
}
