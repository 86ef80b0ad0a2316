import { child, elements, value, type XmlElement } from '../xml.js';

/** One level of a list. */
export interface ListLevel {
  ordered: boolean;
  /** The list that the numbers belong to: several ids may count on in one (ISO/IEC 29500-1, 17.9.1). */
  abstractId: string;
  /** Whether it prints no mark at all, as pandoc sets the further paragraphs of an item. */
  unmarked: boolean;
  /** Whether it counts with letters or Roman numerals. */
  lettered: boolean;
}

/** Counts the items of lists as Word does. */
export interface Numbering {
  level(numId: string, level: number): ListLevel | undefined;
  /** The number that Word prints at the next item; items must come in the order of the document. */
  next(numId: string, level: number): number;
}

interface Definition {
  ordered: boolean;
  unmarked: boolean;
  lettered: boolean;
  start: number;
  /** The level whose items begin this one anew; 0 for none (17.9.10). */
  restart: number | undefined;
}

/** Reads the definitions of lists (ISO/IEC 29500-1, 17.9). */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const abstract = new Map<string, Map<number, Definition>>();
  const instances = new Map<string, { abstractId: string; starts: Map<number, number> }>();
  const links = new Map<string, string>();
  const styles = new Map<string, string>();
  for (const each of part ? elements(part) : []) {
    if (each.name === 'w:abstractNum') {
      const id = each.attributes['w:abstractNumId'] ?? '';
      abstract.set(id, readLevels(each));
      const link = value(each, 'w:numStyleLink');
      if (link !== undefined) links.set(id, link);
      const style = value(each, 'w:styleLink');
      if (style !== undefined) styles.set(style, id);
    }
    if (each.name === 'w:num') {
      const starts = new Map<number, number>();
      for (const override of elements(each).filter((element) => element.name === 'w:lvlOverride')) {
        const start = value(override, 'w:startOverride');
        if (start !== undefined) starts.set(Number(override.attributes['w:ilvl'] ?? 0), Number(start));
      }
      instances.set(each.attributes['w:numId'] ?? '', { abstractId: value(each, 'w:abstractNumId') ?? '', starts });
    }
  }
  const definitionOf = (abstractId: string, level: number): Definition | undefined =>
    abstract.get(abstractId)?.get(level) ?? abstract.get(styles.get(links.get(abstractId) ?? '') ?? '')?.get(level);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    level(numId, level) {
      const instance = instances.get(numId);
      const found = instance && definitionOf(instance.abstractId, level);
      return instance && found
        ? { ordered: found.ordered, unmarked: found.unmarked, lettered: found.lettered, abstractId: instance.abstractId }
        : undefined;
    },
    next(numId, level) {
      const { abstractId, starts } = instances.get(numId) ?? { abstractId: '', starts: new Map<number, number>() };
      const counter = counters.get(abstractId) ?? [];
      counters.set(abstractId, counter);
      const override = starts.get(level);
      const isNew = override !== undefined && !begun.has(`${numId} ${level}`);
      begun.add(`${numId} ${level}`);
      const before = isNew ? undefined : counter[level];
      const number = before === undefined ? (override ?? definitionOf(abstractId, level)?.start ?? 1) : before + 1;
      counter[level] = number;
      for (let deeper = level + 1; deeper < counter.length; deeper += 1) {
        const restart = definitionOf(abstractId, deeper)?.restart;
        if (restart === undefined || (restart > 0 && level < restart)) counter[deeper] = undefined;
      }
      return number;
    },
  };
}

function readLevels(element: XmlElement): Map<number, Definition> {
  const levels = new Map<number, Definition>();
  for (const level of elements(element).filter((each) => each.name === 'w:lvl')) {
    const format = value(level, 'w:numFmt') ?? 'decimal';
    const restart = value(level, 'w:lvlRestart');
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
      ordered: format !== 'bullet' && format !== 'none',
      unmarked: format === 'bullet' && value(level, 'w:lvlText')?.trim() === '' && !child(level, 'w:lvlPicBulletId'),
      lettered: /^(?:lower|upper)(?:Letter|Roman)$/.test(format),
      start: Number(value(level, 'w:start') ?? 1),
      restart: restart === undefined ? undefined : Number(restart),
    });
  }
  return levels;
}
