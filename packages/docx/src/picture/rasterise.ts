import { whyCostly } from './costly-drawing.js';

let engine: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** Starts the engine once; somebody else in the same process may have done so before. */
function start(): Promise<typeof import('@resvg/resvg-wasm')> {
  engine ??= load();
  return engine;
}

/** Loaded only by a report that has something to draw: the engine weighs two megabytes. */
async function load(): Promise<typeof import('@resvg/resvg-wasm')> {
  const [resvg, wasm] = await Promise.all([import('@resvg/resvg-wasm'), import('@resvg/resvg-wasm/index_bg.wasm')]);
  try {
    await resvg.initWasm(wasm.default);
  } catch (cause) {
    if (!/already/i.test(String(cause))) throw cause;
  }
  return resvg;
}

/**
 * Draws an SVG as PNG. Word shows SVG itself only since 2019, and in its own choice of typeface.
 *
 * @param svg - the drawing; it can reach no file and no network
 * @param fonts - TrueType files for its text
 * @param widthPx - width of the PNG
 * @throws {Error} when it is no drawing, or would take minutes to draw
 */
export async function rasterise(svg: string, fonts: readonly Uint8Array[], family: string, widthPx: number): Promise<Uint8Array> {
  const costly = whyCostly(svg);
  if (costly !== undefined) throw new Error(costly);
  const { Resvg } = await start();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(widthPx) },
    font: { fontBuffers: [...fonts], defaultFontFamily: family, sansSerifFamily: family, serifFamily: family, monospaceFamily: family },
  });
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawing.free();
  }
}
