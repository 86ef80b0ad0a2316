import { EveryreadError } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { child, elements, find, rawText, readXml, type Element } from '../markup.js';

/** A style of Word, as far as it says what a paragraph is. */
export interface WordStyle {
  readonly id: string;
  /** The name in small letters: Word's built-in styles are known by it, whatever their id. */
  readonly name: string;
}

/** The parts of a Word file that hold its content. */
export interface WordParts {
  readonly body: Element;
  /** Notes at the foot of the page, and at the end: each of its own part, with its own links. */
  readonly notes: readonly NotePart[];
  readonly styles: ReadonlyMap<string, WordStyle>;
  /** Relationship id → target, of the document. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly title: string;
  readonly lang: string | undefined;
  /** Paths of all parts. */
  readonly paths: ReadonlySet<string>;
}

/** A part that holds notes. */
export interface NotePart {
  readonly kind: 'footnote' | 'endnote';
  readonly root: Element;
  readonly targets: ReadonlyMap<string, Target>;
}

export interface Target {
  readonly target: string;
  readonly external: boolean;
}

/** @throws {EveryreadError} code `document`, when a part is missing or not well formed */
export function openWord(bytes: Uint8Array): WordParts {
  const files = unzip(bytes);
  const part = (path: string): Element | undefined => {
    const file = files.get(path);
    return file === undefined ? undefined : readXml(new TextDecoder('utf-8', { fatal: true }).decode(file), path);
  };
  if (!files.has('[Content_Types].xml')) throw new EveryreadError('document', 'The archive has no [Content_Types].xml');
  part('[Content_Types].xml');
  const document = part('word/document.xml');
  const body = child(document, 'w:body');
  if (!body) throw new EveryreadError('document', 'The archive has no word/document.xml with a body');
  const stylesPart = part('word/styles.xml');
  const core = part('docProps/core.xml');
  const defaults = stylesPart ? [...find(stylesPart, (each) => each.name === 'w:docDefaults')][0] : undefined;
  const lang = defaults ? [...find(defaults, (each) => each.name === 'w:lang')][0]?.attributes['w:val'] : undefined;
  return {
    body,
    notes: (['footnote', 'endnote'] as const).flatMap((kind) => {
      const root = part(`word/${kind}s.xml`);
      return root ? [{ kind, root, targets: readTargets(part(`word/_rels/${kind}s.xml.rels`)) }] : [];
    }),
    styles: new Map(elements(stylesPart, 'w:style').map((style) => readStyle(style))),
    targets: readTargets(part('word/_rels/document.xml.rels')),
    title: rawText(child(core, 'dc:title')).trim(),
    lang,
    paths: new Set(files.keys()),
  };
}

function readStyle(style: Element): [string, WordStyle] {
  const id = style.attributes['w:styleId'] ?? '';
  return [id, { id, name: (child(style, 'w:name')?.attributes['w:val'] ?? id).toLowerCase() }];
}

function readTargets(rels: Element | undefined): Map<string, Target> {
  return new Map(
    elements(rels, 'Relationship').map((each) => [
      each.attributes['Id'] ?? '',
      { target: each.attributes['Target'] ?? '', external: each.attributes['TargetMode'] === 'External' },
    ]),
  );
}
