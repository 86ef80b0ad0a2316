const encoder = new TextEncoder();

/**
 * A small ICC profile for sRGB (ICC.1:2001-04, matrix and curve): the output intent that PDF/A asks for
 * (ISO 19005-2 6.2.3). Made here rather than carried as a file: it is 3 kB of which 2 kB are one curve.
 */
export function srgbProfile(): Uint8Array {
  const text = (value: string): Uint8Array => {
    const ascii = encoder.encode(`${value}\0`);
    const out = new Uint8Array(12 + ascii.length + 78);
    out.set(encoder.encode('desc'));
    new DataView(out.buffer).setUint32(8, ascii.length);
    out.set(ascii, 12);
    return out;
  };
  const copyright = (value: string): Uint8Array => {
    const ascii = encoder.encode(`${value}\0`);
    const out = new Uint8Array(8 + ascii.length);
    out.set(encoder.encode('text'));
    out.set(ascii, 8);
    return out;
  };
  const xyz = (x: number, y: number, z: number): Uint8Array => {
    const out = new Uint8Array(20);
    out.set(encoder.encode('XYZ '));
    const view = new DataView(out.buffer);
    [x, y, z].forEach((value, index) => view.setInt32(8 + index * 4, Math.round(value * 65536)));
    return out;
  };
  const curve = new Uint8Array(12 + 1024 * 2);
  curve.set(encoder.encode('curv'));
  const curveView = new DataView(curve.buffer);
  curveView.setUint32(8, 1024);
  for (let index = 0; index < 1024; index += 1) {
    const value = index / 1023;
    curveView.setUint16(12 + index * 2, Math.round(65535 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)));
  }
  const tags: [string, Uint8Array][] = [
    ['desc', text('sRGB')],
    ['cprt', copyright('Public domain')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const places = new Map<Uint8Array, number>();
  let length = 128 + 4 + tags.length * 12;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, length);
    length += padded(body.length);
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  view.setUint32(0, length);
  view.setUint32(8, 0x02100000);
  profile.set(encoder.encode('mntrRGB XYZ '), 12);
  [2000, 1, 1, 0, 0, 0].forEach((part, index) => view.setUint16(24 + index * 2, part));
  profile.set(encoder.encode('acsp'), 36);
  profile.set(xyz(0.9642, 1, 0.8249).subarray(8), 68);
  view.setUint32(128, tags.length);
  tags.forEach(([name, body], index) => {
    const at = 132 + index * 12;
    profile.set(encoder.encode(name), at);
    view.setUint32(at + 4, places.get(body)!);
    view.setUint32(at + 8, body.length);
    profile.set(body, places.get(body)!);
  });
  return profile;
}
