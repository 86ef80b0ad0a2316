import { directionOf, reportUuid, type PreparedReport } from '@everyread/core';
import type { ExthRecord } from './bytes/exth.js';

/** What readers show of the book, the same in both halves. */
export function metadataOf(report: PreparedReport, cover: number | undefined): ExthRecord[] {
  const { meta } = report;
  const text = (type: ExthRecord['type'], value: string | undefined): ExthRecord[] =>
    value === undefined || value === '' ? [] : [{ type, value }];
  return [
    ...text('title', meta.title),
    ...text('author', meta.author ?? meta.publisher),
    ...text('publisher', meta.publisher),
    ...text('description', meta.description),
    ...text('rights', meta.rights),
    ...text('published', meta.date),
    ...text('asin', reportUuid(meta, report.edition.name)),
    ...text('language', meta.lang),
    { type: 'kind', value: 'EBOK' },
    { type: 'speechForbidden', value: Uint8Array.of(0) },
    ...(directionOf(meta.lang) === 'rtl'
      ? [
          { type: 'writingMode' as const, value: 'horizontal-rl' },
          { type: 'pageDirection' as const, value: 'rtl' },
        ]
      : []),
    ...(cover === undefined
      ? []
      : [
          { type: 'cover' as const, value: cover - 1 },
          { type: 'thumbnail' as const, value: cover - 1 },
          { type: 'fakeCover' as const, value: 0 },
        ]),
    { type: 'creatorSoftware', value: 201 },
    { type: 'creatorMajor', value: 2 },
    { type: 'creatorMinor', value: 9 },
    { type: 'creatorBuild', value: 0 },
  ];
}

/** A number that stays the same for the book: its UUID's first 32 bits. */
export function uniqueIdOf(report: PreparedReport): number {
  return Number.parseInt(reportUuid(report.meta, report.edition.name).slice(0, 8), 16);
}
