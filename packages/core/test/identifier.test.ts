import { describe, expect, it } from 'vitest';
import { directionOf, reportIdentifier, reportUuid } from '@everyread/core';

const meta = { title: 'Our year', lang: 'en-GB', publisher: 'A charity', date: '2024-03-22' };

describe('reportIdentifier', () => {
  it('is a UUID of version 8 that stays the same', () => {
    expect(reportIdentifier(meta, 'screen-reader')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(reportUuid({ ...meta }, 'screen-reader')).toBe(reportUuid(meta, 'screen-reader'));
  });

  it('differs by edition, title and language, and keeps what the author gave', () => {
    const all = [
      reportIdentifier(meta, 'screen-reader'),
      reportIdentifier(meta, 'summary'),
      reportIdentifier({ ...meta, title: 'Our years' }, 'screen-reader'),
      reportIdentifier({ ...meta, lang: 'cy' }, 'screen-reader'),
    ];
    expect(new Set(all).size).toBe(4);
    expect(reportIdentifier({ ...meta, identifier: 'urn:isbn:9780000000002' }, 'screen-reader')).toBe('urn:isbn:9780000000002');
  });
});

it('directionOf reads the language, and the script before it', () => {
  expect(['en-GB', 'ar', 'he-IL', 'ur', 'ur-Latn', 'az-Arab', 'pa-Arab-PK'].map(directionOf)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'rtl',
    'rtl',
  ]);
});
