/** What can go wrong with an archive. */
export type ZipErrorCode =
  /** The bytes are no ZIP archive. */
  | 'zip-not'
  /** The end of the archive is missing, or entries reach over it. */
  | 'zip-truncated'
  /** Sizes, checksums or compressed data contradict each other. */
  | 'zip-damaged'
  /** An entry is encrypted, split, ZIP64 or compressed by a method other than deflate. */
  | 'zip-unsupported'
  /** A path is absolute, climbs out with `..`, or is not writable on every system. */
  | 'zip-path'
  /** Two entries have the same path. */
  | 'zip-duplicate'
  /** More entries or bytes than the caller allows, or than a ZIP archive without ZIP64 can hold. */
  | 'zip-too-big';

/** An archive that can't be read or written. `hint` says what to do about it. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly code: ZipErrorCode;
  readonly hint: string;

  constructor(code: ZipErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}
