import type { Narration } from '@everyread/core';
import { base64 } from '../page/data-url.js';

/** Where the sound goes in a printed page. Raw HTML is refused in reports, so no text of theirs can hold it. */
export const soundPlace = 'everyread-sound';

/**
 * The page as bytes, with the sound of a narration in `template` elements: no browser shows or loads them, and a page
 * that is sent by mail still has its voice. Written piece by piece, so that hours of sound need no memory.
 *
 * @param page - the printed page, with `<!--everyread-sound-->` where the sound goes
 */
export async function* withSound(page: string, narration: Narration): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const mark = `<!--${soundPlace}-->`;
  const at = page.lastIndexOf(mark);
  yield encoder.encode(page.slice(0, at));
  for (const file of narration.files) {
    yield encoder.encode(`<template class="sound" data-ms="${Math.round(file.durationMs)}">`);
    for await (const piece of inThrees(file.body())) yield encoder.encode(base64(piece));
    yield encoder.encode('</template>\n');
  }
  yield encoder.encode(page.slice(at + mark.length));
}

/** The same bytes in pieces of three times some length: base64 of the pieces is base64 of the whole (RFC 4648, 4). */
async function* inThrees(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array(0);
  for await (const chunk of body) {
    const joined = new Uint8Array(rest.length + chunk.length);
    joined.set(rest);
    joined.set(chunk, rest.length);
    const whole = joined.length - (joined.length % 3);
    yield joined.subarray(0, whole);
    rest = joined.slice(whole);
  }
  yield rest;
}
