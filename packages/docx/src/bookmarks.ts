/**
 * Names for places as Word takes them: a letter first, then letters, digits and underscores, at most 40 characters, and
 * no two alike when capitals are ignored (ECMA-376 17.13.6.2, and what Word itself accepts).
 */
export class BookmarkNames {
  readonly #byId = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The name of a place, the same each time. */
  of(id: string): string {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const stem = `p_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 34);
    let name = stem;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${stem}_${n}`;
    this.#taken.add(name.toLowerCase());
    this.#byId.set(id, name);
    return name;
  }

  /** The names whose place is not to be read in them, with the place. */
  obscure(): [name: string, id: string][] {
    return [...this.#byId].flatMap(([id, name]) =>
      name.replace(/^p_/, '').replaceAll('_', '-') === id ? [] : [[name, id] as [string, string]],
    );
  }
}
