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
