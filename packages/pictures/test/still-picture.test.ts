import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAsset, type Asset } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { isStillable, stillPicture } from '../src/index.js';

/**
 * The pictures were made by ffmpeg (libwebp) and ImageMagick of one drawing of 40 by 24 pixels: red, green and blue quarters, and one that lets
 * through. In the moving ones a white frame with a black edge comes second.
 */
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const asset = (name: string, body = bytes(name)): Asset => makeAsset(name, body)!;

/** The pixels of a PNG, as ImageMagick reads them. */
function pixelsOf(png: Uint8Array): { size: string; rgba: Uint8Array } {
  const path = join(mkdtempSync(join(tmpdir(), 'everyread-picture-')), 'a.png');
  writeFileSync(path, png);
  const size = execFileSync('identify', ['-format', '%wx%h', path], { encoding: 'utf8' });
  return { size, rgba: new Uint8Array(execFileSync('convert', [path, '-depth', '8', 'RGBA:-'])) };
}

const hasImageMagick = ((): boolean => {
  try {
    execFileSync('convert', ['-version']);
    return true;
  } catch {
    return false;
  }
})();

async function png(picture: Asset): Promise<Asset & { isAnimated: boolean }> {
  const still = await stillPicture(picture);
  if ('fault' in still) throw new Error(still.fault);
  return { ...still.png, isAnimated: still.isAnimated };
}

const colours = { red: [255, 0, 0, 255], green: [0, 255, 0, 255], blue: [0, 0, 255, 255], clear: [0, 0, 0, 0], yellow: [255, 255, 0, 255] };

describe.runIf(hasImageMagick)('a picture as PNG, read back by ImageMagick', () => {
  it.each([
    ['still.gif', 0, 'clear', false],
    ['interlaced.gif', 0, 'clear', false],
    ['moving.gif', 0, 'clear', true],
    ['lossless.webp', 0, 'clear', false],
    ['moving.webp', 0, 'clear', true],
    // YUV with half the colours: what is asked is that the middle of each quarter looks like it.
    ['lossy.webp', 4, 'yellow', false],
    ['lossy-alpha.webp', 4, 'clear', false],
  ] as const)('%s has the pixels of the drawing, but for %i steps', async (name, most, last, isAnimated) => {
    const made = await png(asset(name));
    const { size, rgba } = pixelsOf(made.body);
    expect([size, made.width, made.height, made.mediaType, made.path]).toEqual(['40x24', 40, 24, 'image/png', name]);
    expect(made.isAnimated).toBe(isAnimated);
    const at = (x: number, y: number): number[] => [...rgba.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
    for (const [x, y, colour] of [
      [10, 6, colours.red],
      [30, 6, colours.green],
      [10, 18, colours.blue],
      [30, 18, colours[last]],
    ] as const) {
      // Under full transparency colour says nothing.
      const channels = colour[3] === 0 ? [3] : [0, 1, 2, 3];
      for (const channel of channels) expect(Math.abs(at(x, y)[channel]! - colour[channel]!), `${x},${y}`).toBeLessThanOrEqual(most);
    }
    if (most > 0) return;
    const drawing = pixelsOf(bytes('expected.png')).rgba;
    const seen = (all: Uint8Array): number[] => [...all].map((value, index) => (all[index - (index % 4) + 3] === 0 ? 0 : value));
    expect(seen(rgba)).toEqual(seen(drawing));
  });
});

describe('a picture that can’t be decoded', () => {
  it('is called cut short or damaged, wherever it ends', async () => {
    for (const name of ['still.gif', 'interlaced.gif', 'lossless.webp', 'lossy.webp', 'lossy-alpha.webp']) {
      const whole = bytes(name);
      for (let length = 14; length < whole.length - 2; length += 1) {
        const cut = await stillPicture({ ...asset(name), body: whole.slice(0, length) });
        expect('fault' in cut ? cut.fault : `${name} at ${length}`).toMatch(/^is (?:cut short|damaged)$/);
      }
    }
  });

  it('ends in a picture or a fault, whatever its bytes are', async () => {
    let seed = 7;
    const chance = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const ends = { picture: 0, fault: 0 };
    for (const name of ['still.gif', 'moving.gif', 'moving.webp', 'lossless.webp', 'lossy-alpha.webp']) {
      for (let round = 0; round < 150; round += 1) {
        const body = bytes(name);
        for (let change = 0; change < 3; change += 1) body[10 + chance(body.length - 10)] = chance(256);
        const still = await stillPicture({ ...asset(name), body });
        if ('fault' in still) {
          expect(still.fault).toMatch(/^(?:is cut short|is damaged|has \d+ by \d+ pixels)/);
          ends.fault += 1;
        } else ends.picture += 1;
      }
    }
    expect(ends.fault).toBeGreaterThan(100);
    expect(ends.picture).toBeGreaterThan(20);
  });

  it('goes in no circle, where a table of codes is made to lead into itself', async () => {
    const colours = [0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0];
    const codes = [2, 2, 0xbc, 0x6f, 0];
    const circle = [71, 73, 70, 56, 57, 97, 8, 0, 8, 0, 0x81, 0, 0, ...colours, 0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, ...codes, 0x3b];
    expect(await stillPicture(asset('circle.gif', Uint8Array.from(circle)))).toEqual({ fault: 'is damaged' });
  });

  it('is refused for its size before memory is taken', async () => {
    const gif = bytes('still.gif');
    // The frame of 65,535 by 65,535 pixels would need 17 GB.
    gif.fill(255, 6, 10);
    const at = gif.indexOf(0x2c);
    gif.fill(255, at + 5, at + 9);
    const webp = bytes('lossy.webp');
    webp.set([0xff, 0x3f, 0xff, 0x3f], 26);
    const before = process.memoryUsage().rss;
    for (const [name, body] of [
      ['still.gif', gif],
      ['lossy.webp', webp],
    ] as const) {
      const still = await stillPicture(asset(name, body));
      expect('fault' in still && still.fault).toMatch(/^has (?:65535 by 65535|16383 by 16383) pixels, more than a page can show$/);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  it('is not a picture that already is PNG', async () => {
    const made = await png(asset('still.gif'));
    expect([isStillable(made), isStillable(asset('still.gif'))]).toEqual([false, true]);
    expect(await stillPicture(made)).toEqual({ fault: 'is image/png' });
  });
});

it('makes the same bytes each time, and smaller ones than its pixels', async () => {
  for (const name of ['lossless.webp', 'still.gif']) {
    const [one, two] = [await png(asset(name)), await png(asset(name))];
    expect(one.body).toEqual(two.body);
    expect(one.body.length).toBeLessThan(40 * 24);
  }
});
