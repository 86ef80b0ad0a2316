import { unzip } from '@everyread/zip';
import { Packer, type Document } from 'docx';

/** The parts of a package by their paths: XML as text, all else as bytes. */
export type Parts = Map<string, string | Uint8Array>;

interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array | ArrayBuffer>;
}

/**
 * The parts as `docx` makes them. Its packer gives a ZIP archive only; what the packer puts in is taken before it is
 * compressed, for it would have to be unpacked straight away.
 *
 * @param compiler - the packer's inner half, which is no part of what `docx` promises: without it the archive is unpacked
 */
export async function partsOf(
  document: Document,
  compiler = (Packer as unknown as { compiler?: Partial<Compiler> }).compiler,
): Promise<Parts> {
  if (typeof compiler?.compile !== 'function') return unpacked(new Uint8Array(await Packer.toArrayBuffer(document)));
  const parts: Parts = new Map();
  for (const [path, data] of compiler.compile(document)) parts.set(path, data instanceof ArrayBuffer ? new Uint8Array(data) : data);
  return parts;
}

function unpacked(archive: Uint8Array): Parts {
  const decoder = new TextDecoder();
  const isXml = /\.(?:xml|rels)$/;
  return new Map([...unzip(archive)].map(([path, data]) => [path, isXml.test(path) ? decoder.decode(data) : data]));
}
