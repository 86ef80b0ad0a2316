import { describe, expect, it } from 'vitest';
import type { Parts } from '../src/package/parts.js';
import { PictureFiles } from '../src/picture/picture-files.js';

describe('pictures of a Word file', () => {
  it('come back in the place of what stands for them, each with its own bytes', () => {
    const files = new PictureFiles();
    const pictures = Array.from({ length: 12 }, (_, index) => Uint8Array.of(index, 1, 2));
    const parts: Parts = new Map<string, string | Uint8Array>(
      pictures.map((data, index) => [`word/media/image${index}.png`, files.standIn(data)]),
    );
    parts.set('word/fonts/font1.odttf', Uint8Array.of(1));
    parts.set('word/document.xml', '<w:document/>');
    files.putInto(parts);
    expect([...parts.values()]).toEqual([...pictures, Uint8Array.of(1), '<w:document/>']);
  });

  it('have one stand-in for the same bytes, another for other bytes of the same length', () => {
    const files = new PictureFiles();
    const first = files.standIn(Uint8Array.of(1, 2, 3));
    expect(files.standIn(Uint8Array.of(1, 2, 3))).toEqual(first);
    expect(files.standIn(Uint8Array.of(1, 2, 4))).not.toEqual(first);
  });
});
