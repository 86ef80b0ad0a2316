import { build, type PhrasingContent } from '@everyread/core';
import { descendant, elements, type XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/** A picture in the text: `decorative` is kept apart from a text alternative that was forgotten. */
export interface WordPicture {
  src: string;
  alt: string;
  decorative: boolean;
}

/** Pictures that say of themselves that they are decorative, by the image node that stands for them. */
const decorativeImages = new WeakSet<object>();

export function isDecorative(node: object): boolean {
  return decorativeImages.has(node);
}

/** Reads a drawing (DrawingML) or an old picture (VML); what it holds besides is read by the caller. */
export function readPicture(element: XmlElement, reader: Reader): PhrasingContent[] {
  const pictures = descendantsOf(element, 'pic:pic');
  if (pictures.length > 1) return readGroup(element, pictures, reader);
  const properties = descendant(element, 'wp:docPr');
  const letters = descendant(element, 'v:textpath')?.attributes['string']?.trim();
  if (letters) {
    reader.findings.say('import-changed', 'Drawn letters became text', letters.slice(0, 60));
    return [build.text({ value: letters })];
  }
  const blip = descendant(element, 'a:blip');
  const old = descendant(element, 'v:imagedata');
  const alt = writtenAlt((properties?.attributes.descr ?? descendant(element, 'v:shape')?.attributes.alt ?? '').trim(), reader);
  const flag = descendant(element, 'adec:decorative')?.attributes.val;
  const decorative = flag === '1' || flag === 'true';
  const embedded = blip?.attributes['r:embed'] ?? old?.attributes['r:id'];
  if (embedded === undefined) {
    const linked = blip?.attributes['r:link'];
    if (linked !== undefined) {
      const target = reader.relationships.get(linked)?.target ?? '';
      reader.findings.say('import-external', `A linked picture was not fetched: ${target.slice(-60)}`, alt || undefined);
      return alt === '' ? [] : [build.text({ value: alt })];
    }
    if (alt !== '' && !descendant(element, 'w:txbxContent')) {
      reader.findings.say('import-not-kept', `A drawing was left out; its text alternative is kept: ${alt}`);
      return [build.text({ value: alt })];
    } else if (!descendant(element, 'w:txbxContent'))
      reader.findings.count('import-not-kept', 'A drawing without a text alternative was left out');
    return [];
  }
  const src = keepPicture(embedded, reader, reader.source.pictures.get(properties?.attributes.name ?? ''));
  if (src === undefined) return alt === '' ? [] : [build.text({ value: alt })];
  const { place } = reader.findings;
  const image = { ...build.image({ url: src, alt }), ...(place ? { position: { start: place, end: place } } : {}) };
  if (decorative) decorativeImages.add(image);
  return [image];
}

function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((each) => (each.name === name ? [each] : descendantsOf(each, name)));
}

/** Pictures that are grouped in one drawing: each by itself; the text alternative of the group is that of the first. */
function readGroup(element: XmlElement, pictures: readonly XmlElement[], reader: Reader): PhrasingContent[] {
  const ofGroup = writtenAlt((descendant(element, 'wp:docPr')?.attributes.descr ?? '').trim(), reader);
  reader.findings.say('import-changed', `A group of ${pictures.length} pictures became pictures of their own`, ofGroup.slice(0, 60));
  const { place } = reader.findings;
  return pictures.flatMap((picture, index): PhrasingContent[] => {
    const embedded = descendant(picture, 'a:blip')?.attributes['r:embed'];
    const own = writtenAlt((descendant(picture, 'pic:cNvPr')?.attributes['descr'] ?? '').trim(), reader);
    const alt = own === '' && index === 0 ? ofGroup : own;
    const src = embedded === undefined ? undefined : keepPicture(embedded, reader, undefined);
    if (src === undefined) return alt === '' ? [] : [build.text({ value: alt })];
    return [{ ...build.image({ url: src, alt }), ...(place ? { position: { start: place, end: place } } : {}) }];
  });
}

/** What Word puts behind the words that it guessed itself. */
const byProgram =
  /[\s.,;:–-]*\b(?:descriptions? (?:automatically generated|generated with (?:very high|high|medium|low) confidence)|AI-generated content may be incorrect|disgrifiad wedi(?:’|')i gynhyrchu(?:’|')n awtomatig|automatisch generierte Beschreibung|description générée automatiquement)\b\.?/gi;

/** A text alternative without the note that a program made it, which is said to the editor and not to each reader. */
export function writtenAlt(alt: string, { findings, source }: Reader): string {
  if (source.own) return alt;
  const written = alt.replace(byProgram, '').trim();
  if (written !== alt) findings.say('import-made-alt', `A program made the text alternative “${written.slice(0, 80)}”`);
  return written;
}

function keepPicture(id: string, reader: Reader, wanted: string | undefined): string | undefined {
  const relationship = reader.relationships.get(id);
  if (relationship === undefined) {
    reader.findings.count('import-not-kept', 'A picture is missing in the file');
    return undefined;
  }
  if (relationship.external) {
    reader.findings.say('import-external', 'A picture that lies outside the document was not fetched', relationship.target.slice(0, 80));
    return undefined;
  }
  const path = reader.pictures.keep(relationship.target, reader.package.bytes(relationship.target), wanted);
  if (path === undefined) {
    reader.findings.say(
      'import-not-kept',
      `The picture ${relationship.target.split('/').at(-1)} is of a kind that no edition can show (such as EMF or WMF)`,
    );
  }
  return path;
}

/** Text boxes inside a drawing. */
export function textBoxes(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each) => (each.name === 'w:txbxContent' ? [each] : textBoxes(each)));
}
