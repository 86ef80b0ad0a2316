/** One stretch of sound for one sentence or block. */
export interface Clip {
  /** The `id` of the sentence node (or block) that is spoken. */
  id: string;
  /** Index into {@link Narration.files}. */
  file: number;
  /** Begin and end in milliseconds from the start of the file, the encoder's delay included. */
  beginMs: number;
  endMs: number;
}

/** One sound file of a narration, usually one for each main section. */
export interface NarrationFile {
  /** Name of the file, ASCII. */
  path: string;
  mediaType: 'audio/mpeg';
  durationMs: number;
  /** How many bytes `body` yields: some formats say so before they hold the sound. */
  byteLength: number;
  /** The `id` of the section it holds; absent for the opening (title and contents). */
  sectionId?: string;
  body: () => AsyncIterable<Uint8Array>;
}

/** A voice that was heard. */
export interface NarrationVoice {
  /** The name for people. */
  title: string;
  /** BCP 47 tag of what it speaks. */
  lang: string;
  /** Name and version of its engine. */
  engine: string;
}

/** A report spoken once, shared by MP3, DAISY, EPUB overlays and HTML read-aloud. */
export interface Narration {
  /** The name of the report's own voice; metadata names all that are heard, see `narratorsOf()`. */
  narrator: string;
  /** All voices that say something, the first heard first; absent where that is not known. */
  voices?: readonly NarrationVoice[];
  lang: string;
  files: NarrationFile[];
  /** In reading order; clips of one file abut. */
  clips: Clip[];
}

/** The names of the voices that say something, each once, the report's own first: what metadata calls narrators. */
export function narratorsOf({ narrator, voices }: Pick<Narration, 'narrator' | 'voices'>): string[] {
  const heard = new Set((voices ?? []).map(({ title }) => title));
  if (heard.size === 0) return [narrator];
  return [...(heard.has(narrator) ? [narrator] : []), ...[...heard].filter((title) => title !== narrator)];
}
