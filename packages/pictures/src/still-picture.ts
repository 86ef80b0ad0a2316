import type { Asset } from '@everyread/core';
import { UnreadablePicture, type Pixels } from './pixels.js';

/** The first frame of a picture, and whether others follow. */
export interface FirstFrame {
  pixels: Pixels;
  isAnimated: boolean;
}

/** A picture as PNG, or why it is none: `fault` reads on after “it”, such as `is damaged`. */
export type StillPicture = { png: Asset; isAnimated: boolean } | { fault: string };

/** Whether {@link stillPicture} can make a PNG of it. */
export const isStillable = (asset: Asset): boolean => asset.mediaType === 'image/gif' || asset.mediaType === 'image/webp';

/**
 * Makes a PNG of a GIF or WebP picture, of its first frame where it moves. The decoders are loaded when the first such picture comes. The
 * same picture gives the same bytes everywhere.
 *
 * @param asset - the picture; its size in pixels is looked at before memory is taken for it, at most 40 million pixels
 * @returns the PNG with the path of the picture, or what is wrong with it
 */
export async function stillPicture(asset: Asset): Promise<StillPicture> {
  try {
    const { pixels, isAnimated } = await firstFrame(asset);
    const { encodePng } = await import('./png.js');
    return {
      png: { path: asset.path, mediaType: 'image/png', body: encodePng(pixels), width: pixels.width, height: pixels.height },
      isAnimated,
    };
  } catch (error) {
    if (error instanceof UnreadablePicture) return { fault: error.message };
    throw error;
  }
}

async function firstFrame({ mediaType, body }: Asset): Promise<FirstFrame> {
  if (mediaType === 'image/gif') return (await import('./gif.js')).firstFrameOfGif(body);
  if (mediaType === 'image/webp') return (await import('./webp.js')).firstFrameOfWebp(body);
  throw new UnreadablePicture(`is ${mediaType}`);
}
