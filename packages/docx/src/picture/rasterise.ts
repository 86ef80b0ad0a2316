import { Resvg, initWasm } from '@resvg/resvg-wasm';
import wasm from '@resvg/resvg-wasm/index_bg.wasm';

let ready: Promise<void> | undefined;

/** Starts the engine once; somebody else in the same process may have done so before. */
function start(): Promise<void> {
  ready ??= initWasm(wasm).catch((cause: unknown) => {
    if (!/already/i.test(String(cause))) throw cause;
  });
  return ready;
}

/**
 * Draws an SVG as PNG. Word shows SVG itself only since 2019, and in its own choice of typeface.
 *
 * @param svg - the drawing; it can reach no file and no network
 * @param fonts - TrueType files for its text
 * @param widthPx - width of the PNG
 */
export async function rasterise(svg: string, fonts: readonly Uint8Array[], family: string, widthPx: number): Promise<Uint8Array> {
  await start();
  const engine = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(widthPx) },
    font: { fontBuffers: [...fonts], defaultFontFamily: family, sansSerifFamily: family, serifFamily: family, monospaceFamily: family },
  });
  try {
    const image = engine.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    engine.free();
  }
}
