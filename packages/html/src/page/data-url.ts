/** Bytes as a `data:` URL. */
export function dataUrl(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${base64(bytes)}`;
}

/** Bytes as base64 (RFC 4648, 4). */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  // `apply` bears some tens of thousands of arguments.
  for (let at = 0; at < bytes.length; at += 0x6000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x6000));
  return btoa(binary);
}
