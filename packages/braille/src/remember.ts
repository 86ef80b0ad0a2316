import type { LoadedTable, Run, Translation, Translator } from './translator.js';

/** How many characters of print are remembered with their cells before all is forgotten: some 300 pages of print. */
const mostCharacters = 1_000_000;

/**
 * The same translator, which compiles a table once and remembers what it translated: BRF, PEF and eBraille of one report
 * hold the same lines.
 */
export function remembering(translator: Translator): Translator {
  const opened = new Map<string, Promise<LoadedTable>>();
  return {
    info: translator.info,
    open(files) {
      const key = JSON.stringify(files);
      const table = opened.get(key) ?? translator.open(files).then((each) => rememberLines(each));
      opened.set(key, table);
      table.catch(() => opened.delete(key));
      return table;
    },
  };
}

/** @param most - how many characters to remember */
export function rememberLines(table: LoadedTable, most = mostCharacters): LoadedTable {
  const known = new Map<string, Translation>();
  let characters = 0;
  return {
    files: table.files,
    sha256: table.sha256,
    backTranslate: (cells) => table.backTranslate(cells),
    knows: (character) => table.knows(character),
    translate(runs) {
      const key = keyOf(runs);
      const before = known.get(key);
      if (before) return before;
      const translation = table.translate(runs);
      if (characters + key.length > most) {
        known.clear();
        characters = 0;
      }
      if (key.length <= most) {
        known.set(key, translation);
        characters += key.length;
      }
      return translation;
    },
  };
}

const keyOf = (runs: readonly Run[]): string => JSON.stringify(runs.map(({ text, emphasis }) => [text, emphasis ?? '']));
