import { build, makeEdition, prepare, toText } from '@everyread/core';
import { expect, it } from 'vitest';

it('nests sections, numbers notes and resolves references', () => {
  const text = (value: string) => build.text({ value });
  const report = {
    meta: { title: 'Report', lang: 'en-GB' },
    root: {
      type: 'root' as const,
      children: [
        build.heading({ depth: 2 }, [text('Our year')]),
        build.paragraph({}, [text('See '), build.link({ url: '#money' }, [text('page 3')]), build.footnoteReference({ identifier: 'a' })]),
        build.heading({ depth: 4 }, [text('Money')]),
        build.footnoteDefinition({ identifier: 'a' }, [build.paragraph({}, [text('A note.')])]),
      ],
    },
  };
  const before = JSON.stringify(report);
  const messages: string[] = [];
  const prepared = prepare(report, makeEdition('screen-reader'), { message: (m) => messages.push(String(m.ruleId)) });
  expect(JSON.stringify(report)).toBe(before);
  expect(prepared.outline).toMatchObject([{ id: 'our-year', depth: 1, children: [{ id: 'money', depth: 2 }] }]);
  expect(messages).toEqual(['head-skip']);
  expect(prepared.notes[0]).toMatchObject({ number: 1, referenceIds: ['note-mark-1'] });
  expect(toText(prepared.root)).toBe('Our year See page 3 Money');
});

it('takes into the summary only the notes that it marks', () => {
  const text = (value: string) => build.text({ value });
  const mark = (identifier: string) => build.footnoteReference({ identifier });
  const note = (identifier: string, ...children: Parameters<typeof build.paragraph>[1]) =>
    build.footnoteDefinition({ identifier }, [build.paragraph({}, [text(`Note ${identifier}.`), ...children])]);
  const report = {
    meta: { title: 'Report', lang: 'en-GB' },
    root: {
      type: 'root' as const,
      children: [
        build.paragraph({}, [text('Left out.'), mark('a')]),
        build.summary({}, [build.paragraph({}, [text('In short.'), mark('b')])]),
        note('a'),
        note('b', mark('c')),
        note('c'),
      ],
    },
  };
  const messages: string[] = [];
  const prepared = prepare(report, makeEdition('summary'), { message: (message) => messages.push(String(message)) });
  expect(prepared.notes.map(({ definition }) => definition.identifier)).toEqual(['b', 'c']);
  expect(messages).toEqual([]);
});
