/** Names for files in the book: plain ASCII, and no two alike on systems that ignore capitals. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** `fresh('images/Our Year.PNG', 'png')` gives `Our-Year.png`, then `Our-Year-2.png`. */
  fresh(path: string, extension: string): string {
    const base = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
    const plain = base
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    for (let n = 1; ; n += 1) {
      const name = `${plain || 'file'}${n === 1 ? '' : `-${n}`}.${extension}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
