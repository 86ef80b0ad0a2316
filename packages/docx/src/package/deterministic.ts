/**
 * The parts of the package as `docx` writes them bear random names for relationships, font keys of the day and counters that
 * run on from the document before. Here each is counted anew, so that the same report gives the same bytes.
 */

/** Renumbers what `docx` counts across documents, in order of appearance. */
export function renumber(xml: string): string {
  const bookmarks = new Map<string, number>();
  const contents = new Map<string, number>();
  const drawings = { next: 0 };
  return xml
    .replace(/\b_Toc(\d+)\b/g, (_all, id: string) => {
      if (!contents.has(id)) contents.set(id, contents.size + 1);
      return `_Toc${String(contents.get(id)!).padStart(6, '0')}`;
    })
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(-?\d+)(")/g, (_all, before: string, id: string, after: string) => {
      if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
      return `${before}${bookmarks.get(id)!}${after}`;
    })
    .replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*(")/g, (_all, before: string, after: string) => `${before}${(drawings.next += 1)}${after}`)
    .replace(/ xmlns:w="[^"]*"(?=[ />])/g, keepFirst());
}

/** Imported pieces bring the namespace again, which the root has declared. */
function keepFirst(): (found: string) => string {
  let seen = false;
  return (found) => {
    if (seen) return '';
    seen = true;
    return found;
  };
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

/** Puts the new names into the part that uses them. */
export function renameInPart(xml: string, names: ReadonlyMap<string, string>): string {
  return xml.replace(
    /(\br:(?:id|embed|link)=")([^"]*)(")/g,
    (_all, before: string, id: string, after: string) => `${before}${names.get(id) ?? id}${after}`,
  );
}
