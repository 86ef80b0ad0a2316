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
  /** Whether its numbers hold those of the levels above: 1.1. */
  compound: boolean;
}

/** Counts the items of lists as Word does. */
export interface Numbering {
  level(numId: string, level: number): ListLevel | undefined;
  /** The number that Word prints at the next item; items must come in the order of the document. */
  next(numId: string, level: number): number;
  /** Counts on, and says what Word prints before the words: “3.2”, “Appendix A”; empty where it prints nothing that is read. */
  nextLabel(numId: string, level: number): string;
}

interface Definition {
  ordered: boolean;
  unmarked: boolean;
  lettered: boolean;
  /** Value of `w:numFmt` (17.18.59). */
  format: string;
  /** What stands before the words, with %1 for the number of the first level (17.9.11). */
  text: string;
  /** All numbers in it are decimal (17.9.4). */
  legal: boolean;
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
  const next = (numId: string, level: number): number => {
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
  };
  return {
    level(numId, level) {
      const instance = instances.get(numId);
      const found = instance && definitionOf(instance.abstractId, level);
      return instance && found
        ? {
            ordered: found.ordered,
            unmarked: found.unmarked,
            lettered: found.lettered,
            compound: /%\d.*%\d/.test(found.text),
            abstractId: instance.abstractId,
          }
        : undefined;
    },
    next,
    nextLabel(numId, level) {
      const { abstractId } = instances.get(numId) ?? { abstractId: '' };
      next(numId, level);
      const own = definitionOf(abstractId, level);
      if (own === undefined || !own.ordered) return '';
      return own.text
        .replace(/%([1-9])/g, (_, digit: string) => {
          const definition = definitionOf(abstractId, Number(digit) - 1);
          const number = counters.get(abstractId)?.[Number(digit) - 1] ?? definition?.start ?? 1;
          return inFormat(number, own.legal ? 'decimal' : (definition?.format ?? 'decimal'));
        })
        .replace(/\s+/g, ' ')
        .trim();
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
      format,
      text: value(level, 'w:lvlText') ?? '',
      legal: child(level, 'w:isLgl') !== undefined,
      start: Number(value(level, 'w:start') ?? 1),
      restart: restart === undefined ? undefined : Number(restart),
    });
  }
  return levels;
}

const romanParts = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** A number as Word prints it: letters are doubled after z (17.18.59, lowerLetter). */
function inFormat(number: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  const isUpper = format.startsWith('upper');
  let said = String(number);
  if (/Letter$/.test(format) && number > 0 && number < 500)
    said = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
  if (/Roman$/.test(format) && number > 0 && number < 5000) {
    let left = number;
    said = romanParts
      .map(([value, letters]) => {
        const times = Math.floor(left / value);
        left -= times * value;
        return letters.repeat(times);
      })
      .join('');
  }
  return isUpper ? said.toUpperCase() : said;
}
