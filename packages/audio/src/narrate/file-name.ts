/** A short ASCII name for a sound file, such as `03-our-year.mp3`. */
export function soundFileName(index: number, title: string, total: number): string {
  const digits = String(Math.max(99, total)).length;
  const words = title
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `${String(index + 1).padStart(digits, '0')}${words === '' ? '' : `-${words}`}.mp3`;
}
