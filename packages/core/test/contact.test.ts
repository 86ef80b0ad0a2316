import { contactLine, makeEdition, prepare, toText, type ReportNode } from '@everyread/core';
import { describe, expect, it } from 'vitest';

const links = (contact: string): string[] =>
  (contactLine(contact, 'en-GB').children as ReportNode[]).flatMap((node) =>
    node.type === 'link' ? [`${toText(node)} → ${node.url}`] : [],
  );

describe('the contact line', () => {
  it.each([
    ['hello@example.org', 'To ask for this report in another format: hello@example.org', ['hello@example.org → mailto:hello@example.org']],
    [' 020  7946 0018\n', 'To ask for this report in another format: 020 7946 0018', ['020 7946 0018 → tel:02079460018']],
    [
      'https://example.org/ask?',
      'To ask for this report in another format: https://example.org/ask?',
      ['https://example.org/ask? → https://example.org/ask?'],
    ],
    ['Ring us.', 'Ring us.', []],
    [
      'Write to a@example.org, b@example.org or https://example.org/ask.',
      'Write to a@example.org, b@example.org or https://example.org/ask.',
      ['a@example.org → mailto:a@example.org', 'b@example.org → mailto:b@example.org', 'https://example.org/ask → https://example.org/ask'],
    ],
  ])('%j', (contact, text, expected) => {
    expect(toText(contactLine(contact, 'en-GB'))).toBe(text);
    expect(links(contact)).toEqual(expected);
  });

  it('marks words of ours that are not in the language of the report', () => {
    expect(contactLine('hello@example.org', 'cy').children[0]).toMatchObject({
      type: 'text',
      value: 'I ofyn am yr adroddiad hwn mewn fformat arall:',
    });
    expect(contactLine('hello@example.org', 'de').children[0]).toMatchObject({ type: 'span', lang: 'en' });
  });

  it('is one sentence in a narration, under a name that no heading takes, and absent where nothing is known', () => {
    const heading: ReportNode = { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Report contact' }] };
    const prepared = (contact?: string) =>
      prepare(
        {
          meta: { title: 'Our year', lang: 'en-GB', ...(contact === undefined ? {} : { contact }) },
          root: { type: 'root', children: [heading] },
        },
        makeEdition('audio'),
        { sentences: true },
      );
    expect(prepared('Ring us. Or write.').contact?.children).toMatchObject([{ type: 'sentence', id: 'report-contact' }]);
    expect(prepared('Ring us.').outline[0]?.id).not.toBe('report-contact');
    expect(prepared()).not.toHaveProperty('contact');
    expect(prepared(' ')).not.toHaveProperty('contact');
  });
});
