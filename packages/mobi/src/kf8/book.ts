import type { PreparedReport } from '@everyread/core';
import { joinBytes } from '../bytes/byte-writer.js';
import { endRecord, fcisRecord, fdstRecord, flisRecord } from '../bytes/fixed-records.js';
import { makeRecordZero } from '../bytes/record-zero.js';
import { makeTextRecords } from '../bytes/text-records.js';
import { nestedIndexing } from '../bytes/trailing-index.js';
import { metadataOf, uniqueIdOf } from '../metadata.js';
import type { MobiOptions } from '../options.js';
import type { Part } from '../text/content.js';
import { labelsOf, nestedContents } from '../text/index-entries.js';
import type { Pictures } from '../text/pictures.js';
import { base32 } from './base32.js';
import { fragmentIndex, guideIndex, kf8Contents, skeletonIndex } from './indexes.js';
import { printKf8 } from './text.js';

/**
 * Makes the records of a KF8 book. Index numbers count from its own record 0.
 *
 * @param shared - the pictures are in the MOBI 6 book before it
 */
export function kf8Records(
  report: PreparedReport,
  parts: readonly Part[],
  pictures: Pictures,
  options: MobiOptions,
  shared: boolean,
): Uint8Array[] {
  const text = printKf8(report, parts, (picture) => pictures.assets[picture - 1]?.mediaType ?? 'image/jpeg');
  const whole = joinBytes(text.flows);
  const placeOf = (id: string) => text.places.get(id) ?? text.start;
  const contents = nestedContents(
    report.outline,
    options.contentsDepth ?? 3,
    (id) => placeOf(id).at,
    text.flows[0]!.length,
    labelsOf(report),
  );
  const spans = contents.map((entry, index) => ({
    index,
    begin: entry.at,
    end: entry.end,
    ...(entry.parent === undefined ? {} : { parent: entry.parent }),
  }));
  const textRecords = makeTextRecords(whole, (record) => nestedIndexing(spans, record));
  const fragments = fragmentIndex(text);
  const skeletons = skeletonIndex(text);
  const guide = guideIndex(text, { contents: report.words.contents, start: report.meta.title });
  const ncx = contents.length > 0 ? kf8Contents(contents, placeOf) : [];
  const images = shared ? [] : pictures.assets.map((asset) => asset.body);
  const fragmentsAt = 1 + textRecords.length;
  const skeletonsAt = fragmentsAt + fragments.length;
  const guideAt = skeletonsAt + skeletons.length;
  const ncxAt = guideAt + guide.length;
  const firstImage = ncxAt + ncx.length;
  const fdst = firstImage + images.length;
  const zero = makeRecordZero({
    version: 8,
    title: report.meta.title,
    lang: report.meta.lang,
    uniqueId: uniqueIdOf(report),
    textBytes: whole.length,
    textRecords: textRecords.length,
    firstImage,
    lastContent: fdst - 1,
    flis: fdst + 1,
    fcis: fdst + 2,
    ...(ncx.length > 0 ? { ncx: ncxAt } : {}),
    exth: [
      ...metadataOf(report, pictures.cover),
      ...(pictures.cover === undefined ? [] : [{ type: 'coverUri' as const, value: `kindle:embed:${base32(pictures.cover, 4)}` }]),
      { type: 'resources', value: images.length },
      { type: 'unknown131', value: 0 },
    ],
    kf8: { fdst, flows: text.flows.length, fragments: fragmentsAt, skeletons: skeletonsAt, guide: guideAt },
  });
  return [
    zero,
    ...textRecords,
    ...fragments,
    ...skeletons,
    ...guide,
    ...ncx,
    ...images,
    fdstRecord(text.flows.map((flow) => flow.length)),
    flisRecord(),
    fcisRecord(whole.length, 8),
    endRecord(),
  ];
}
