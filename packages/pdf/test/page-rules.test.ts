import { describe, expect, it } from 'vitest';

/** The rules of the conformance check `pdf-pages` that no damage to a finished file can break alone. */
interface Rules {
  breaks(seen: Seen, promise: { headPt: number }): Iterable<string>;
  lengths(seen: Seen, promise: { longest: number; largePrint: boolean }): Iterable<string>;
}
interface Tag {
  type: string;
  objects: number[];
  children: (Tag | string)[];
}
interface Seen {
  pages: { lines: { baseline: number; glyphs: unknown[]; spaces: number; text: string }[] }[];
  top: Tag;
}

const { breaks, lengths } = (await import(new URL('../../../test/conformance/pdf/rules.mjs', import.meta.url).href)) as Rules;
const tag = (type: string, ...children: (Tag | string)[]): Tag => ({ type, objects: [], children });
const page = (...lines: string[]) => ({
  lines: lines.map((text, index) => ({
    baseline: 100 + index * 17,
    glyphs: [...text.replaceAll(' ', '')],
    spaces: text.split(' ').length,
    text: text.replaceAll(' ', ''),
  })),
});
const lines = [
  'A paragraph of four lines begins here and goes',
  'on with a second line of about as many words and',
  'a third one of the same kind that is not the last',
  'and a fourth that is.',
];
const paragraph = tag('P', lines.join(' '));
const look = (seen: Seen): string[] => [...breaks(seen, { headPt: 60 })];

describe('breaks of pages', () => {
  it('pass with two lines on each side', () => {
    expect(look({ top: tag('', paragraph), pages: [page('Before.', ...lines.slice(0, 2)), page(...lines.slice(2), 'After.')] })).toEqual(
      [],
    );
  });

  it('are noticed with one line before or after', () => {
    expect(look({ top: tag('', paragraph), pages: [page('Before.', lines[0]!), page(...lines.slice(1))] })).toEqual([
      expect.stringContaining('1 lines stand here and 3 on the next'),
    ]);
    expect(look({ top: tag('', paragraph), pages: [page(...lines.slice(0, 3)), page(lines[3]!, 'After.')] })).toEqual([
      expect.stringContaining('3 lines stand here and 1 on the next'),
    ]);
  });

  it('are noticed after a heading, though the contents have its words too', () => {
    const top = tag('', tag('H2', 'A heading'), paragraph);
    expect(look({ top, pages: [page('A heading ..... 2'), page('A heading', ...lines)] })).toEqual([]);
    expect(look({ top, pages: [page('A heading ..... 2'), page('Before.', 'A heading'), page(...lines)] })).toEqual([
      expect.stringContaining('The heading “A heading”'),
    ]);
  });
});

describe('lengths of lines', () => {
  it('are noticed when too many or too few characters stand in one', () => {
    const text = lines.join(' ').repeat(3);
    const one = { top: tag('', tag('P', text)), pages: [page(text.slice(0, 90), text.slice(90, 130))] };
    expect([...lengths(one, { longest: 70, largePrint: true })]).toEqual([expect.stringContaining('a line of 90 characters')]);
    const short = { top: tag('', tag('P', text)), pages: [page(...(text.match(/.{30}/g) ?? []))] };
    expect([...lengths(short, { longest: 70, largePrint: true })]).toEqual(['Half of the lines have fewer than 35 characters']);
  });
});
