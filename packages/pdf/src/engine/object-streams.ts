import type { PdfKitDocument, PdfRef } from './pdfkit.js';

const encoder = new TextEncoder();
const perStream = 200;

/**
 * Packs the objects that hold no stream into object streams and writes a cross-reference stream
 * (ISO 32000-1 7.5.7, 7.5.8): pdfkit writes each object alone, which makes a tagged file three times as large.
 */
export function packObjects(document: PdfKitDocument): void {
  const place = new Map<number, { stream: number; index: number }>();
  let pending: { id: number; body: Uint8Array }[] = [];
  const makeRef = document.ref.bind(document);

  const writePacked = (): void => {
    if (pending.length === 0) return;
    const objects = pending;
    pending = [];
    const stream = makeRef({});
    let header = '';
    let length = 0;
    objects.forEach(({ id, body }, index) => {
      header += `${id} ${length} `;
      length += body.length;
      place.set(id, { stream: stream.id, index });
    });
    const head = encoder.encode(header);
    stream.data = { Type: 'ObjStm', N: objects.length, First: head.length };
    stream.write(head);
    for (const { body } of objects) stream.write(body);
    stream.end();
  };

  document.ref = (data?: unknown): PdfRef => {
    const ref = makeRef(data ?? {});
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        finalize();
        return;
      }
      // pdfkit's serialiser can't be called alone, so its three writes are caught and the middle one kept.
      const written: (Uint8Array | string)[] = [];
      const write = document._write;
      document._write = (chunk) => void written.push(chunk);
      try {
        // Counted as waiting until the whole is written: the last object must not end the file too early.
        finalize();
      } finally {
        document._write = write;
      }
      pending.push({ id: ref.id, body: toBytes(written[1] ?? 'null') });
      if (pending.length >= perStream) writePacked();
    };
    return ref;
  };

  document._finalize = () => {
    writePacked();
    const table = makeRef({});
    const start = document._offset;
    const size = document._offsets.length + 1;
    const rows = new Uint8Array(size * 7);
    const view = new DataView(rows.buffer);
    view.setUint16(5, 65535);
    for (let id = 1; id < size; id += 1) {
      const at = id * 7;
      const packed = place.get(id);
      view.setUint8(at, packed ? 2 : 1);
      view.setUint32(at + 1, packed ? packed.stream : id === table.id ? start : (document._offsets[id - 1] ?? 0));
      view.setUint16(at + 5, packed ? packed.index : 0);
    }
    table.data = { Type: 'XRef', Size: size, W: [1, 4, 2], Root: document._root, Info: document._info, ID: [document._id, document._id] };
    table.write(rows);
    table.end();
    document._write('startxref');
    document._write(String(start));
    document._write('%%EOF');
    (document as unknown as { push(chunk: null): void }).push(null);
  };
}

function toBytes(chunk: Uint8Array | string): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  const bytes = new Uint8Array(chunk.length + 1);
  for (let at = 0; at < chunk.length; at += 1) bytes[at] = chunk.charCodeAt(at) & 0xff;
  bytes[chunk.length] = 10;
  return bytes;
}
