import type { Document, LineCounter } from 'yaml';

let last: { text: string; document: Document; lines: LineCounter } | undefined;

/**
 * The line and column of a value in JSON text. YAML contains JSON, so its parser, which keeps places, is loaded
 * when there is a fault to report, and only then. Files above 5 MB are told by their path alone.
 */
export async function locate(text: string, pointer: readonly (string | number)[]): Promise<{ line: number; column: number }> {
  const top = { line: 1, column: 1 };
  if (text.length > 5_000_000) return top;
  if (last?.text !== text) {
    const yaml = await import('yaml');
    const lines = new yaml.LineCounter();
    try {
      last = { text, document: yaml.parseDocument(text, { lineCounter: lines, schema: 'json', uniqueKeys: false }), lines };
    } catch {
      return top;
    }
  }
  for (let length = pointer.length; length > 0; length -= 1) {
    const node = last.document.getIn(pointer.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (!node?.range) continue;
    const { line, col } = last.lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return top;
}
