/** A path as one word of a command that people copy: in quotation marks where a shell would split or read it. */
export function shellWord(path: string): string {
  if (/^[\p{L}\p{N}._/\\:@%+=,-]+$/u.test(path)) return path;
  // Double ones are understood by Windows too; single ones keep what they would not.
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}
