import { build, makeEdition, prepare, toText, walk } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { expect, it } from 'vitest';

const shortForms = (text: string): { words: string; at: string }[] => {
  const { report } = readMarkdown(`---\ntitle: A\nlang: en-GB\n---\n\n${text}`);
  const found: { words: string; at: string }[] = [];
  walk(prepare(report, makeEdition('screen-reader')).root.children, (node) => {
    if (node.type !== 'abbreviation') return;
    const end = node.children.at(-1)?.position;
    found.push({ words: toText(node), at: `${end?.start.column}-${end?.end.column}` });
  });
  return found;
};

it('takes the end of a word into its short form, with its place', () => {
  expect(shortForms(':abbr[NGO]{title="a"}s, :abbr[UCL]{title="b"}-based, :abbr[CIC]{title="c"}’s.')).toEqual([
    { words: 'NGOs', at: '22-23' },
    { words: 'UCL-based', at: '46-52' },
    { words: 'CIC’s', at: '75-77' },
  ]);
});

it('leaves what stands apart, and the report that it was given', () => {
  expect(shortForms(':abbr[NGO]{title="a"} s :abbr[NGO]{title="a"}: :abbr[NGO]{title="a"}').map(({ words }) => words)).toEqual([
    'NGO',
    'NGO',
    'NGO',
  ]);
  const paragraph = build.paragraph({}, [build.abbreviation({ title: 'a' }, [build.text({ value: 'NGO' })]), build.text({ value: 's' })]);
  const report = { meta: { title: 'A', lang: 'en' }, root: { type: 'root' as const, children: [paragraph] } };
  const prepared = prepare(report, makeEdition('screen-reader'));
  expect(toText(prepared.root)).toBe('NGOs');
  expect(paragraph.children).toHaveLength(2);
});
