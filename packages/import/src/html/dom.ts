import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type DomNode = Tree.ChildNode;
export type DomElement = Tree.Element;
export type DomParent = Tree.ParentNode;

export function isElement(node: unknown): node is DomElement {
  return typeof node === 'object' && node !== null && 'tagName' in node;
}

/** The value of an attribute; `epub:type` and `xml:lang` by the name that is written. */
export function attribute(element: DomElement, name: string): string | undefined {
  return element.attrs.find((each) => (each.prefix ? `${each.prefix}:${each.name}` : each.name) === name)?.value;
}

/** The words of an attribute that holds a list. */
export function words(element: DomElement, name: string): string[] {
  return attribute(element, name)?.split(/\s+/).filter(Boolean) ?? [];
}

export function hasClass(element: DomElement, name: string): boolean {
  return words(element, 'class').includes(name);
}

/** The child nodes; those of a `template` are a program's, not a reader's. */
export function childNodes(parent: DomParent): readonly DomNode[] {
  return parent.childNodes;
}

export function childElements(parent: DomParent): DomElement[] {
  return parent.childNodes.filter(isElement);
}

/** All elements inside, in the order of the document. */
export function descendants(parent: DomParent): DomElement[] {
  const found: DomElement[] = [];
  const open: DomNode[] = [...parent.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) open.push(node.childNodes[at]!);
  }
  return found;
}

/** The first element inside that fits. */
export function find(parent: DomParent, fits: (element: DomElement) => boolean): DomElement | undefined {
  return descendants(parent).find(fits);
}

export function findClass(parent: DomParent, name: string): DomElement | undefined {
  return find(parent, (element) => hasClass(element, name));
}

/** The text inside, white space folded. */
export function textOf(node: DomNode | DomParent): string {
  const parts: string[] = [];
  const open: (DomNode | DomParent)[] = [node];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.nodeName === '#text' && 'value' in each) parts.push(each.value);
    if (isElement(each) && (each.tagName === 'script' || each.tagName === 'style')) continue;
    if ('childNodes' in each) for (let at = each.childNodes.length - 1; at >= 0; at -= 1) open.push(each.childNodes[at]!);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Where an element stands in the file. */
export function placeOf(node: DomNode): { line: number; column: number } | undefined {
  const location = node.sourceCodeLocation;
  return location ? { line: location.startLine, column: location.startCol } : undefined;
}

/** How many levels of elements there are, counted without recursion. */
export function depthOf(parent: DomParent): number {
  let deepest = 0;
  const open: { node: DomParent; depth: number }[] = [{ node: parent, depth: 0 }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    deepest = Math.max(deepest, each.depth);
    for (const child of each.node.childNodes) if ('childNodes' in child) open.push({ node: child, depth: each.depth + 1 });
  }
  return deepest;
}
