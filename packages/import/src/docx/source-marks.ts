import type { NodeType } from '@everyread/core';
import { elements } from '../xml.js';
import type { WordPackage } from './package.js';

/** What a Word file that Everyread made keeps of a node: see `SourceMarks` of `@everyread/docx`. */
export interface SourceMark {
  type: NodeType;
  fields: Readonly<Record<string, string>>;
}

const inLine = new Set<NodeType>(['abbreviation', 'pronunciation', 'span', 'link', 'crossReference']);

/** Whether a mark is one of a line, not of blocks. */
export function isLineMark(mark: SourceMark): boolean {
  return inLine.has(mark.type);
}

/** Reads the marks by the names of their bookmarks. */
export function readSourceMarks(opened: WordPackage): ReadonlyMap<string, SourceMark> {
  const marks = new Map<string, SourceMark>();
  for (const { type, target, external } of opened.relationships(opened.documentPath).values()) {
    if (external || !type.endsWith('/customXml')) continue;
    const part = opened.part(target);
    if (part?.name !== 'everyread:source') continue;
    for (const { attributes } of elements(part)) {
      const { name, type: node, ...fields } = attributes;
      if (name !== undefined && node !== undefined) marks.set(name, { type: node as NodeType, fields });
    }
  }
  return marks;
}
