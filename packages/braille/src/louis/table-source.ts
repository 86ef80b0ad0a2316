/**
 * Where liblouis' table files come from: a folder of `node_modules`, files fetched by a page, an object in
 * memory. A name is a bare file name such as `en-ueb-g2.ctb`.
 */
export interface TableSource {
  /** The bytes of a table file, or `undefined` where there is none of that name. */
  load(name: string): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** Tables held in memory: for browsers and tests. */
export function memoryTables(files: Readonly<Record<string, Uint8Array | string>>): TableSource {
  const encoder = new TextEncoder();
  return {
    load(name) {
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      return typeof file === 'string' ? encoder.encode(file) : file;
    },
  };
}

/** Names of the files that a table includes. */
export function includesOf(table: Uint8Array): string[] {
  const names: string[] = [];
  const text = new TextDecoder('utf-8').decode(table);
  for (const match of text.matchAll(/^[ \t]*include[ \t]+(\S+)/gm)) names.push(match[1]!);
  return names;
}
