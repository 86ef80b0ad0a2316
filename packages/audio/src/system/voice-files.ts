import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { VoiceFolder } from './voice-folder.js';

/** The files that make the sound of a voice; the data of espeak-ng are a folder of their own. */
export function voiceFiles({ source, tokens, voices, lexicons }: VoiceFolder): string[] {
  return [source, tokens, ...(voices === undefined ? [] : [voices]), ...lexicons];
}

/** A name for the files as they are now, without reading them: what was found out of them holds until one changes. */
export async function stateOf(found: VoiceFolder): Promise<string> {
  const states = await Promise.all(
    voiceFiles(found).map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  return [found.kind, found.data ?? '', ...states].join('\n');
}

/** SHA-256 of the bytes of all files, in hexadecimal: part of the key of each sentence, since other files are another voice. */
export async function hashOf(found: VoiceFolder): Promise<string> {
  const hash = createHash('sha256');
  for (const path of voiceFiles(found)) {
    hash.update(`${(await stat(path)).size}\n`);
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  }
  return hash.digest('hex');
}
