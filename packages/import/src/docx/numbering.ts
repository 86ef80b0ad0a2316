import { child, elements, value, type XmlElement } from '../xml.js';

/** One level of a list. */
export interface ListLevel {
  ordered: boolean;
  start: number;
}

/** Looks up the levels of lists by numbering id (ISO/IEC 29500-1, 17.9). */
export function readNumbering(part: XmlElement | undefined): (numId: string, level: number) => ListLevel | undefined {
  const abstract = new Map<string, Map<number, ListLevel>>();
  const instances = new Map<string, { abstractId: string; starts: Map<number, number> }>();
  for (const each of part ? elements(part) : []) {
    if (each.name === 'w:abstractNum') abstract.set(each.attributes['w:abstractNumId'] ?? '', readLevels(each));
    if (each.name === 'w:num') {
      const starts = new Map<number, number>();
      for (const override of elements(each).filter((element) => element.name === 'w:lvlOverride')) {
        const start = value(override, 'w:startOverride') ?? value(child(override, 'w:lvl'), 'w:start');
        if (start !== undefined) starts.set(Number(override.attributes['w:ilvl'] ?? 0), Number(start));
      }
      instances.set(each.attributes['w:numId'] ?? '', { abstractId: value(each, 'w:abstractNumId') ?? '', starts });
    }
  }
  return (numId, level) => {
    const instance = instances.get(numId);
    if (instance === undefined) return undefined;
    const found = abstract.get(instance.abstractId)?.get(level);
    if (found === undefined) return undefined;
    return { ordered: found.ordered, start: instance.starts.get(level) ?? found.start };
  };
}

function readLevels(element: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const level of elements(element).filter((each) => each.name === 'w:lvl')) {
    const format = value(level, 'w:numFmt') ?? 'decimal';
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
      ordered: format !== 'bullet' && format !== 'none',
      start: Number(value(level, 'w:start') ?? 1),
    });
  }
  return levels;
}
