import { PdfFile, Ref, Text, type Dict, type Value } from './objects.js';
import { readPage, type PageContent } from './content.js';

/** One element of the structure tree as a reader sees it. */
export interface Tag {
  type: string;
  id: number;
  lang?: string;
  alt?: string;
  actual?: string;
  expansion?: string;
  name?: string;
  attributes: Dict;
  /** Elements, text in reading order, and annotations. */
  kids: (Tag | string | Annotation)[];
}

export interface Annotation {
  annotation: Dict;
  page: number;
  ref: number;
}

/** A file read back. */
export interface ReadPdf {
  file: PdfFile;
  pages: Dict[];
  contents: PageContent[];
  top: Tag;
  /** The element that owns each piece of content, by page and MCID. */
  owners: number[][];
  faults: string[];
}

/** Reads a PDF of ours through its structure tree, and checks that tree and parent tree agree. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = new PdfFile(bytes);
  const pageRefs = file.dict(file.root.Pages).Kids as Ref[];
  const pages = pageRefs.map((ref) => file.dict(ref));
  const contents = pages.map((page) => readPage(file, page));
  const faults: string[] = [];
  const root = file.dict(file.root.StructTreeRoot);
  const parents = new Map<number, Value>();
  const nums = file.dict(root.ParentTree).Nums as Value[];
  for (let at = 0; at < nums.length; at += 2) parents.set(nums[at] as number, nums[at + 1]!);
  const seen = new Set<string>();
  const pageOf = (ref: Value | undefined): number => pageRefs.findIndex((page) => ref instanceof Ref && page.id === ref.id);

  const content = (page: number, mcid: number, owner: number): string => {
    const key = `${page}/${mcid}`;
    if (seen.has(key)) faults.push(`The content ${key} has two owners`);
    seen.add(key);
    const owners = parents.get(pages[page]!.StructParents as number) as Ref[];
    if (owners[mcid]?.id !== owner) faults.push(`The parent tree says another owner of ${key}`);
    const text = contents[page]!.texts.get(mcid);
    if (text === undefined) faults.push(`The content ${key} is not on its page`);
    return text ?? '';
  };

  const read = (ref: Ref, parent: number): Tag => {
    const dict = file.dict(ref);
    if ((dict.P as Ref).id !== parent) faults.push(`The element ${ref.id} names another parent`);
    const attributes: Dict = {};
    const objects = file.get(dict.A);
    for (const object of Array.isArray(objects) ? objects : objects === null ? [] : [objects]) Object.assign(attributes, file.dict(object));
    const tag: Tag = { type: (dict.S as string).slice(1), id: ref.id, attributes, kids: [] };
    for (const [key, name] of [
      ['Lang', 'lang'],
      ['Alt', 'alt'],
      ['ActualText', 'actual'],
      ['E', 'expansion'],
      ['ID', 'name'],
    ] as const) {
      if (dict[key] instanceof Text) tag[name] = (dict[key] as Text).value;
    }
    const kids = dict.K === undefined ? [] : Array.isArray(dict.K) ? dict.K : [dict.K];
    for (const kid of kids) {
      if (typeof kid === 'number') tag.kids.push(content(pageOf(dict.Pg), kid, ref.id));
      else if (kid instanceof Ref) tag.kids.push(read(kid, ref.id));
      else {
        const inner = kid as Dict;
        if (inner.Type === '/MCR') tag.kids.push(content(pageOf(inner.Pg), inner.MCID as number, ref.id));
        else {
          const object = inner.Obj as Ref;
          const annotation = file.dict(object);
          const page = pageOf(inner.Pg);
          if ((parents.get(annotation.StructParent as number) as Ref | undefined)?.id !== ref.id)
            faults.push(`The annotation ${object.id} has another owner`);
          if (!((pages[page]?.Annots ?? []) as Ref[]).some((each) => each.id === object.id))
            faults.push(`The annotation ${object.id} is not on the page its OBJR names`);
          tag.kids.push({ annotation, page, ref: object.id });
        }
      }
    }
    return tag;
  };
  const rootRef = file.root.StructTreeRoot as Ref;
  const top = read(root.K as Ref, rootRef.id);
  contents.forEach((page, index) => {
    for (const mcid of page.texts.keys()) if (!seen.has(`${index}/${mcid}`)) faults.push(`The content ${index}/${mcid} has no owner`);
    if (page.untagged > 0) faults.push(`Page ${index + 1} has content in no sequence`);
  });
  const owners = pages.map((page) => (parents.get(page.StructParents as number) as Ref[]).map((owner) => owner.id));
  return { file, pages, contents, top, owners, faults };
}

export const isTag = (kid: Tag['kids'][number]): kid is Tag => typeof kid === 'object' && 'type' in kid;

/** All elements below, in reading order. */
export function tagsOf(top: Tag, type?: string): Tag[] {
  const out: Tag[] = [];
  const walk = (tag: Tag): void => {
    if (type === undefined || tag.type === type) out.push(tag);
    for (const kid of tag.kids) if (isTag(kid)) walk(kid);
  };
  walk(top);
  return out;
}

/** The text in reading order. `skip` leaves elements out; the content of figures is said by their alternative. */
export function textOf(tag: Tag, skip: (tag: Tag) => boolean = () => false): string {
  if (skip(tag)) return '';
  if (tag.actual !== undefined) return tag.actual;
  if (tag.type === 'Figure' || tag.type === 'Formula') return '';
  return tag.kids.map((kid) => (typeof kid === 'string' ? kid : isTag(kid) ? textOf(kid, skip) : '')).join('');
}
