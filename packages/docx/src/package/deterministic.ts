/**
 * The parts of the package as `docx` writes them bear random names for relationships, font keys of the day and counters that
 * run on from the document before. Here each is counted anew, so that the same report gives the same bytes.
 */

/**
 * Names what `docx` counts across documents anew, in order of appearance, in one pass over the part: bookmarks, drawings,
 * relationships. The namespace that imported pieces bring along is taken out again: the root has declared it.
 *
 * @param relationships - old name → new name, for the part's list of relationships
 * @param before - how many bookmarks the parts before have
 */
export function renumber(xml: string, relationships: ReadonlyMap<string, string>, before = 0): { xml: string; bookmarks: number } {
  const bookmarks = new Map<string, number>();
  const contents = new Map<string, number>();
  let drawings = 0;
  let declared = false;
  const count = (known: Map<string, number>, id: string): number => {
    if (!known.has(id)) known.set(id, known.size + 1);
    return known.get(id)!;
  };
  const numbered = xml.replace(
    places,
    (found, bookmark?: string, bookmarkId?: string, drawing?: string, contentsId?: string, relation?: string, relationId?: string) => {
      if (bookmark !== undefined) return `${numberContents(bookmark, contents, count)}${before + count(bookmarks, bookmarkId!)}"`;
      if (drawing !== undefined) return `${drawing}${(drawings += 1)}"`;
      if (contentsId !== undefined) return contentsName(count(contents, contentsId));
      if (relation !== undefined) return `${relation}${relationships.get(relationId!) ?? relationId!}"`;
      if (declared) return '';
      declared = true;
      return found;
    },
  );
  return { xml: numbered, bookmarks: before + bookmarks.size };
}

const places =
  /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(-?\d+)"|(<wp:docPr\b[^>]*?\bid=")[^"]*"|\b_Toc(\d+)\b|(\br:(?:id|embed|link)=")([^"]*)"| xmlns:w="[^"]*"(?=[ />])/g;

const contentsName = (n: number): string => `_Toc${String(n).padStart(6, '0')}`;

/** A bookmark of the contents list has its name in the same tag. */
function numberContents(tag: string, contents: Map<string, number>, count: (known: Map<string, number>, id: string) => number): string {
  return tag.replace(/\b_Toc(\d+)\b/, (_all, id: string) => contentsName(count(contents, id)));
}

/** New names for the relationships of a part, in the order of its list: `rId1`, `rId2` … */
export function relationshipNames(rels: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, id] of rels.matchAll(/<Relationship\b[^>]*?\bId="([^"]*)"/g)) names.set(id!, `rId${names.size + 1}`);
  return names;
}

/** Puts the new names into a list of relationships. */
export function renameInList(rels: string, names: ReadonlyMap<string, string>): string {
  return rels.replace(
    /(<Relationship\b[^>]*?\bId=")([^"]*)(")/g,
    (_all, before: string, id: string, after: string) => `${before}${names.get(id) ?? id}${after}`,
  );
}
