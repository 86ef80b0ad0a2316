const ascii = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;
const blank = '\u2800';

/** A line of Braille ASCII as cells. */
export const cellsOf = (line) => [...line].map((character) => String.fromCharCode(0x2800 + Math.max(0, ascii.indexOf(character)))).join('');

/**
 * The print that liblouis makes of a Braille file: contracted Unified English Braille in Braille ASCII.
 *
 * @param {string} brf
 * @param {import('./contract.d.ts').Kit} kit
 */
export async function backTranslate(brf, kit) {
  const cells = brf
    .replace(/\f/g, '\r\n')
    .split('\r\n')
    .map(cellsOf)
    .join(blank)
    .replace(/⠰⠔(⠼[⠁-⠚]+)/g, '⠀$1')
    .split(/⠀+/);
  const lines = [];
  for (let at = 0; at < cells.length; at += 60) lines.push(cells.slice(at, at + 60).join(' '));
  return (await kit.runTool('lou_translate', ['-b', 'unicode.dis,en-ueb-g2.ctb'], { input: `${lines.join('\n')}\n` })).stdout;
}
