import { deflateSync, inflateSync } from 'node:zlib';
import type { Damage } from './damages.js';

type Change = readonly [pattern: string | RegExp, replacement: string];

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/**
 * A damage to the streams of a PDF, among them those that hold its other objects. The damaged streams are appended with a
 * table of their own, as an editor saves a change (ISO 32000-1, 7.5.6). Objects in a stream stand at fixed offsets, so a change
 * there keeps its length: it is filled up with blanks.
 */
export const inPdf = (name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil(bytes) {
    const file = latin(bytes);
    const changed = new Map<number, string>();
    for (const found of file.matchAll(/(?<=\n)(\d+) 0 obj\s*(<<(?:(?!endobj)[^])*?>>)\s*(stream\r?\n|endobj)/g)) {
      const [head, number, dictionary, follow] = found as unknown as [string, string, string, string];
      const id = Number(number);
      const start = found.index + head.length;
      if (follow === 'endobj') {
        const after = spoilText(name, dictionary, changes, false);
        if (after !== dictionary) changed.set(id, `${id} 0 obj\n${after}\nendobj\n`);
        continue;
      }
      if (!dictionary.includes('/FlateDecode') || /\/Type \/XRef|\/Subtype \/Image/.test(dictionary)) continue;
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
      const before = latin(inflateSync(bytes.subarray(start, start + length)));
      const after = spoilText(name, before, changes, dictionary.includes('/ObjStm'));
      if (after === before) continue;
      const body = deflateSync(Buffer.from(after, 'latin1'));
      const kept = dictionary.replace(/\/Length \d+/, `/Length ${body.length}`);
      changed.set(id, `${id} 0 obj\n${kept}\nstream\n${body.toString('latin1')}\nendstream\nendobj\n`);
    }
    if (changed.size === 0) throw new Error(`The damage “${name}” touches nothing`);
    return append(file, changed);
  },
});

function spoilText(name: string, before: string, changes: readonly Change[], keepLength: boolean): string {
  return changes.reduce(
    (text, [pattern, replacement]) =>
      text.replace(pattern, (match: string, ...groups: unknown[]) => {
        const put = replacement.replace(/\$(\d)/g, (_, n: string) => String(groups[Number(n) - 1]));
        if (keepLength && put.length > match.length) throw new Error(`The damage “${name}” makes an object longer`);
        return keepLength ? put.padEnd(match.length) : put;
      }),
    before,
  );
}

function append(file: string, objects: ReadonlyMap<number, string>): Uint8Array {
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)![1];
  const root = /\/Root (\d+ 0 R)/.exec(file)![1];
  const info = /\/Info (\d+ 0 R)/.exec(file)![1];
  let text = `${file}\n`;
  let table = 'xref\n';
  for (const [id, object] of objects) {
    table += `${id} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += object;
  }
  const end = `trailer\n<</Size 100000/Root ${root}/Info ${info}/Prev ${last}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + table + end, 'latin1'));
}
