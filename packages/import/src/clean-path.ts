/**
 * A path beside a document, or below it.
 *
 * @param address - a relative address; what follows `?` or `#` is left out
 * @returns the path with `/`, or nothing where it leads elsewhere
 */
export function cleanPath(address: string): string | undefined {
  let path = address.replace(/[?#].*$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A per cent sign that stands for itself.
  }
  const steps = path
    .replace(/\\/g, '/')
    .split('/')
    .filter((step) => step !== '.' && step !== '');
  if (/^[/\\]|^[a-z]:/i.test(path) || steps.includes('..') || /[\u0000-\u001f]/.test(path) || steps.length === 0) return undefined;
  return steps.join('/');
}
