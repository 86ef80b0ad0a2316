import { directionOf, type Meta } from '@everyread/core';
import { el, type Markup, xmlFile, type XmlChild } from '../xml.js';
import { conformanceClaim, type AccessibilityMetadata } from './features.js';
import type { ManifestItem } from './manifest.js';

/** What the package document says. */
export interface PackageInput {
  meta: Meta;
  identifier: string;
  /** Last change: the report's date, never the clock. */
  modified: Date;
  accessibility: AccessibilityMetadata;
  accessibilitySummary: { text: string; lang: string };
  items: readonly ManifestItem[];
  /** Names the print edition whose page numbers the book keeps. */
  pageBreakSource?: string;
  narration?: { narrators: readonly string[]; totalMs: number; overlays: readonly { id: string; durationMs: number }[] };
}

const property = (name: string, value: string, more: Readonly<Record<string, string>> = {}): Markup =>
  el('meta', { property: name, ...more }, value);

/** The package document (EPUB 3.3, 5). */
export function makePackage(input: PackageInput): Uint8Array {
  const { meta, items } = input;
  const direction = directionOf(meta.lang);
  const spine = items.filter((item) => item.spine).map((item) => el('itemref', { idref: item.id }));
  const root = el(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'pub-id',
      'xml:lang': meta.lang,
      dir: direction,
      prefix: 'a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
    },
    el('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, described(input), accessible(input), narrated(input)),
    el('manifest', {}, items.map(manifestItem)),
    el('spine', { toc: 'ncx', 'page-progression-direction': direction === 'rtl' ? 'rtl' : undefined }, spine),
  );
  return xmlFile(root);
}

function described({ meta, identifier, modified, pageBreakSource }: PackageInput): XmlChild {
  const people: [string, string | undefined][] = [['creator', meta.author]];
  return [
    el('dc:identifier', { id: 'pub-id' }, identifier),
    el('dc:title', { id: 'title' }, meta.title),
    property('title-type', 'main', { refines: '#title' }),
    meta.subtitle === undefined
      ? undefined
      : [el('dc:title', { id: 'subtitle' }, meta.subtitle), property('title-type', 'subtitle', { refines: '#subtitle' })],
    el('dc:language', {}, meta.lang),
    people.map(([name, value]) =>
      value === undefined
        ? undefined
        : [el(`dc:${name}`, { id: name }, value), property('role', 'aut', { refines: `#${name}`, scheme: 'marc:relators' })],
    ),
    meta.publisher === undefined ? undefined : el('dc:publisher', {}, meta.publisher),
    meta.date === undefined ? undefined : el('dc:date', {}, meta.date),
    meta.description === undefined ? undefined : el('dc:description', {}, meta.description),
    meta.rights === undefined ? undefined : el('dc:rights', {}, meta.rights),
    // EPUB Accessibility 1.1, 2.4: where the page numbers come from.
    pageBreakSource === undefined ? undefined : [el('dc:source', {}, pageBreakSource), property('pageBreakSource', pageBreakSource)],
    property('dcterms:modified', modified.toISOString().replace(/\.\d+Z$/, 'Z')),
  ];
}

function accessible({ meta, accessibility, accessibilitySummary }: PackageInput): XmlChild {
  const statement = meta.accessibility;
  return [
    accessibility.accessMode.map((mode) => property('schema:accessMode', mode)),
    accessibility.accessModeSufficient.map((modes) => property('schema:accessModeSufficient', modes)),
    accessibility.accessibilityFeature.map((feature) => property('schema:accessibilityFeature', feature)),
    accessibility.accessibilityHazard.map((hazard) => property('schema:accessibilityHazard', hazard)),
    property('schema:accessibilitySummary', accessibilitySummary.text, { 'xml:lang': accessibilitySummary.lang }),
    // A claim needs somebody who answers for it (EPUB Accessibility 1.1, 3.3).
    statement?.certifier === undefined
      ? undefined
      : [
          property('dcterms:conformsTo', conformanceClaim, { id: 'conformance' }),
          property('a11y:certifiedBy', statement.certifier, { refines: '#conformance', id: 'certifier' }),
          statement.certifierCredential === undefined
            ? undefined
            : property('a11y:certifierCredential', statement.certifierCredential, { refines: '#certifier' }),
          statement.certifierReport === undefined
            ? undefined
            : el('link', { rel: 'a11y:certifierReport', refines: '#certifier', href: statement.certifierReport }),
        ],
  ];
}

function narrated({ narration }: PackageInput): XmlChild {
  if (narration === undefined) return undefined;
  return [
    narration.overlays.map((overlay) => property('media:duration', clockValue(overlay.durationMs), { refines: `#${overlay.id}` })),
    property('media:duration', clockValue(narration.totalMs)),
    narration.narrators.map((name) => property('media:narrator', name)),
    property('media:active-class', 'spoken-now'),
    property('media:playback-active-class', 'spoken'),
  ];
}

/** A SMIL clock value to the millisecond (SMIL 3.0, 5.4.1). */
export function clockValue(ms: number): string {
  const whole = Math.round(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3_600_000)}:${two(Math.floor(whole / 60_000) % 60)}:${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`;
}

function manifestItem(item: ManifestItem): Markup {
  return el('item', {
    id: item.id,
    href: item.href,
    'media-type': item.mediaType,
    properties: item.properties?.length ? item.properties.join(' ') : undefined,
    'media-overlay': item.mediaOverlay,
  });
}
