import { Canvas } from '../engine/canvas.js';
import { Raw } from '../engine/pdf-string.js';
import type { PdfImage, PdfKitDocument, PdfPage, PdfRef } from '../engine/pdfkit.js';
import type { FaceBook } from '../text/face-book.js';
import { drawSvg, type SvgPen } from './draw-svg.js';
import { NotDrawable, readSvg } from './read-svg.js';

/**
 * Why a drawing can't be drawn as lines, surfaces and words; nothing where it can.
 *
 * @param svg - the text of the file
 * @param width - of the whole, in its own units
 * @returns words that follow “it”: `uses <filter>`
 */
export function whyNotDrawable(svg: string, width = 100, height = 100): string | undefined {
  try {
    drawSvg(readSvg(svg), width, height, { canvas: undefined, book: undefined, opacities: new Map() });
    return undefined;
  } catch (error) {
    if (error instanceof NotDrawable) return error.message;
    throw error;
  }
}

/**
 * Puts a drawing into the file as a form (ISO 32000-1 8.10): lines and surfaces stay sharp at any size. Its unit square is
 * that of a picture, so that it is placed like one.
 *
 * @throws {NotDrawable} with the reason
 */
export function embedSvg(svg: string, width: number, height: number, book: FaceBook, document: PdfKitDocument, label: string): PdfImage {
  const root = readSvg(svg);
  // Looked over first: an object that is begun has to be ended.
  drawSvg(root, width, height, { canvas: undefined, book: undefined, opacities: new Map() });
  const obj = makeForm(
    document,
    book,
    [0, 0, width, height],
    { Matrix: new Raw(`[${exact(1 / width)} 0 0 ${exact(-1 / height)} 0 1]`) },
    (pen) => drawSvg(root, width, height, pen),
  );
  return { label, width, height, obj, embed: () => undefined };
}

/** A layer reaches as far as a drawing may: what is outside the drawing is cut off by its own form. */
const everywhere = [-32_000, -32_000, 32_000, 32_000];

/** Writes a form and, before it, the layers in it. */
function makeForm(
  document: PdfKitDocument,
  book: FaceBook,
  box: readonly number[],
  more: Record<string, unknown>,
  draw: (pen: SvgPen) => void,
): PdfRef {
  const form = document.ref({});
  const fonts: Record<string, PdfRef> = {};
  const xobjects: Record<string, PdfRef> = {};
  const opacities = new Map<string, string>();
  const content = { end: () => undefined };
  const page: PdfPage = {
    dictionary: form,
    width: 0,
    height: 0,
    fonts,
    xobjects,
    annotations: [],
    content,
    write: (bytes) => form.write(bytes),
  };
  const canvas = new Canvas(page, -1);
  const layer = (inner: (pen: SvgPen) => void): string => {
    const name = `L${Object.keys(xobjects).length + 1}`;
    xobjects[name] = makeForm(document, book, everywhere, { Group: new Raw('<</S/Transparency>>') }, inner);
    return name;
  };
  draw({ canvas, book, opacities, layer });
  canvas.finish();
  const states = [...opacities].map(([state, name]) => `/${name}<</Type/ExtGState${state}>>`);
  const named = (kind: string, refs: Record<string, PdfRef>): string =>
    dictionary(
      kind,
      Object.entries(refs).map(([name, ref]) => `/${name} ${ref}`),
    );
  // Beside the filter that writing has put there.
  Object.assign(form.data as object, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
    ...more,
    Resources: new Raw(`<<${named('Font', fonts)}${named('XObject', xobjects)}${dictionary('ExtGState', states)}>>`),
  });
  form.end();
  return form;
}

const dictionary = (kind: string, entries: readonly string[]): string => (entries.length === 0 ? '' : `/${kind}<<${entries.join('')}>>`);

/** More places than lengths need. */
const exact = (value: number): string => value.toFixed(9).replace(/0+$/, '');
