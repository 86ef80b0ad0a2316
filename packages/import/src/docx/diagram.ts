import { build, type FlowContent, type List, type ListItem } from '@everyread/core';
import { child, elements, textOf, type XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/** Deeper levels are put beside the deepest. */
const maxDepth = 8;

/**
 * Reads a SmartArt diagram: the words of its boxes as a list, what hangs below a box below it (ISO/IEC 29500-1, 21.4.2.10,
 * `dataModel`).
 *
 * @param alt - the text alternative of the drawing
 */
export function readDiagram(part: XmlElement, alt: string, reader: Reader): FlowContent[] {
  const points = new Map<string, { type: string; text: string }>();
  for (const each of elements(child(part, 'dgm:ptLst') ?? part)) {
    if (each.name !== 'dgm:pt') continue;
    const words = child(each, 'dgm:t');
    points.set(each.attributes['modelId'] ?? '', { type: each.attributes['type'] ?? 'node', text: words ? linesOf(words) : '' });
  }
  const below = new Map<string, { id: string; order: number }[]>();
  for (const each of elements(child(part, 'dgm:cxnLst') ?? part)) {
    const { type = 'parOf', srcId = '', destId = '', srcOrd } = each.attributes;
    if (each.name !== 'dgm:cxn' || type !== 'parOf') continue;
    below.set(srcId, [...(below.get(srcId) ?? []), { id: destId, order: Number(srcOrd ?? 0) }]);
  }
  const seen = new Set<string>();
  const items = (id: string, depth: number): ListItem[] =>
    [...(below.get(id) ?? [])]
      .sort((a, b) => a.order - b.order)
      .flatMap(({ id: each }): ListItem[] => {
        const point = points.get(each);
        if (point === undefined || seen.has(each) || depth > 200) return [];
        seen.add(each);
        const inner = items(each, depth + 1);
        if (point.text === '') return inner;
        const line = build.paragraph({}, [build.text({ value: point.text })]);
        if (depth >= maxDepth) return [build.listItem({ spread: false }, [line]), ...inner];
        return [build.listItem({ spread: false }, [line, ...(inner.length > 0 ? [listOf(inner)] : [])])];
      });
  const root = [...points].find(([, { type }]) => type === 'doc')?.[0] ?? '';
  const found = items(root, 0);
  // Words that no line leads to are words all the same.
  const loose = [...points].filter(([id, { type, text }]) => !seen.has(id) && text !== '' && (type === 'node' || type === 'asst'));
  const all = [
    ...found,
    ...loose.map(([, { text }]) => build.listItem({ spread: false }, [build.paragraph({}, [build.text({ value: text })])])),
  ];
  const said = alt === '' ? [] : [build.paragraph({}, [build.text({ value: alt })])];
  if (all.length === 0) {
    reader.findings.say('import-not-kept', 'A SmartArt diagram without words was left out', alt.slice(0, 60));
    return said;
  }
  reader.findings.say(
    'import-changed',
    'A SmartArt diagram became a list of its words: say in words what its arrows and places say',
    linesOfItem(all[0]!),
  );
  return [...said, listOf(all)];
}

function listOf(items: ListItem[]): List {
  return build.list({ ordered: false, spread: false }, items);
}

function linesOfItem(item: ListItem): string {
  const [first] = item.children;
  return first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value.slice(0, 60) : '';
}

/** The paragraphs of a box in one line. */
function linesOf(words: XmlElement): string {
  const text = (element: XmlElement): string =>
    elements(element)
      .map((each) => (each.name === 'a:t' ? textOf(each) : each.name === 'a:br' ? ' ' : text(each)))
      .join('');
  return elements(words)
    .filter((each) => each.name === 'a:p')
    .map((each) => text(each).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
}
