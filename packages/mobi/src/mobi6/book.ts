import type { PreparedReport } from '@everyread/core';
import { boundaryRecord, endRecord, fcisRecord, flisRecord } from '../bytes/fixed-records.js';
import { makeRecordZero } from '../bytes/record-zero.js';
import { makeTextRecords } from '../bytes/text-records.js';
import { flatIndexing } from '../bytes/trailing-index.js';
import { metadataOf, uniqueIdOf } from '../metadata.js';
import type { MobiOptions } from '../options.js';
import type { Part } from '../text/content.js';
import { flatContents, labelsOf } from '../text/index-entries.js';
import type { Pictures } from '../text/pictures.js';
import { mobi6Contents } from './contents-index.js';
import { printMobi6 } from './text.js';

/** Makes the records of a MOBI 6 book. With `hybrid` it ends in a boundary, after which a KF8 book is to follow. */
export function mobi6Records(
  report: PreparedReport,
  parts: readonly Part[],
  pictures: Pictures,
  options: MobiOptions,
  hybrid: boolean,
): Uint8Array[] {
  const text = printMobi6(report, parts);
  const contents = flatContents(
    report.outline,
    options.contentsDepth ?? 3,
    (id) => text.places.get(id) ?? 0,
    text.bytes.length,
    labelsOf(report),
  );
  const spans = contents.map((entry, index) => ({ index, begin: entry.at, end: entry.end }));
  const textRecords = makeTextRecords(text.bytes, (record) => flatIndexing(spans, record));
  const ncx = contents.length > 0 ? mobi6Contents(contents) : [];
  const images = pictures.assets.map((asset) => asset.body);
  const firstIndex = 1 + textRecords.length;
  const firstImage = firstIndex + ncx.length;
  const flis = firstImage + images.length;
  // In a hybrid the KF8 book's record 0 comes after FLIS, FCIS and the boundary.
  const kf8At = flis + 3;
  const zero = makeRecordZero({
    version: 6,
    title: report.meta.title,
    lang: report.meta.lang,
    uniqueId: uniqueIdOf(report),
    textBytes: text.bytes.length,
    textRecords: textRecords.length,
    firstImage,
    lastContent: flis - 1,
    flis,
    fcis: flis + 1,
    ...(ncx.length > 0 ? { ncx: firstIndex } : {}),
    hybrid,
    exth: [
      ...metadataOf(report, pictures.cover),
      { type: 'startReading', value: text.startAt },
      { type: 'resources', value: images.length },
      { type: 'unknown131', value: 0 },
      ...(hybrid ? [{ type: 'kf8Boundary' as const, value: kf8At }] : []),
    ],
  });
  return [zero, ...textRecords, ...ncx, ...images, flisRecord(), fcisRecord(text.bytes.length, 6), hybrid ? boundaryRecord() : endRecord()];
}
