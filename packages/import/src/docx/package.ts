import { EveryreadError } from '@everyread/core';
import { unzip, ZipError } from '@everyread/zip';
import { child, elements, parseXml, XmlBudget, type XmlElement } from '../xml.js';

/** Where a relationship leads. */
export interface Relationship {
  type: string;
  target: string;
  external: boolean;
}

/** An opened Word file. */
export interface WordPackage {
  document: XmlElement;
  documentPath: string;
  part(path: string): XmlElement | undefined;
  bytes(path: string): Uint8Array | undefined;
  has(pattern: RegExp): boolean;
  relationships(path: string): ReadonlyMap<string, Relationship>;
  /** The part that a relationship of the main document leads to, by the end of its type. */
  related(type: string): string | undefined;
}

const wrongFile = (reason: string, cause?: unknown): EveryreadError =>
  new EveryreadError('document', reason, {
    hint: 'Save the document as “Word document (.docx)” in Word or LibreOffice, and try again.',
    cause,
  });

/**
 * Opens a Word file. Only its XML and pictures are unpacked, within limits; nothing is fetched.
 *
 * @throws {EveryreadError} code `document` when it is no Word file, or one that would exhaust the memory
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw wrongFile('This is a Word file of the old kind (.doc), or one that is locked with a password');
  let files: Map<string, Uint8Array>;
  try {
    files = unzip(bytes, {
      maxEntries: 5000,
      maxFileBytes: 100_000_000,
      maxTotalBytes: 300_000_000,
      only: (path) => /\.(?:xml|rels|png|jpe?g|gif|webp|svg|emf|wmf|bmp|tiff?)$/i.test(path) || /vbaProject/.test(path),
    });
  } catch (cause) {
    if (cause instanceof ZipError) throw wrongFile(`This file cannot be opened: ${cause.message}`, cause);
    throw cause;
  }
  const budget = new XmlBudget();
  const parsed = new Map<string, XmlElement>();
  const part = (path: string): XmlElement | undefined => {
    const known = parsed.get(path);
    if (known) return known;
    const body = files.get(path);
    if (body === undefined) return undefined;
    const element = parseXml(path, body, budget);
    parsed.set(path, element);
    return element;
  };
  const relationships = (path: string): ReadonlyMap<string, Relationship> => {
    const slash = path.lastIndexOf('/');
    const element = part(`${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`);
    const found = new Map<string, Relationship>();
    for (const each of element ? elements(element) : []) {
      const { Id, Type, Target, TargetMode } = each.attributes;
      if (Id === undefined || Target === undefined) continue;
      const external = TargetMode === 'External';
      found.set(Id, { type: Type ?? '', target: external ? Target : resolvePath(path, Target), external });
    }
    return found;
  };
  const main = [...relationships('').values()].find((each) => each.type.endsWith('/officeDocument'));
  const documentPath = main?.target ?? 'word/document.xml';
  const document = part(documentPath);
  if (document === undefined || document.name !== 'w:document' || child(document, 'w:body') === undefined)
    throw wrongFile('This is not a Word document');
  return {
    document,
    documentPath,
    part,
    bytes: (path) => files.get(path),
    has: (pattern) => [...files.keys()].some((path) => pattern.test(path)),
    relationships,
    related: (type) => [...relationships(documentPath).values()].find((each) => !each.external && each.type.endsWith(`/${type}`))?.target,
  };
}

/** A target is relative to its part, or absolute in the package; it can't leave the package. */
function resolvePath(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '.' && step !== '') base.push(step);
  }
  return base.join('/');
}
