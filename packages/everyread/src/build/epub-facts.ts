import type { EpubAccessibility } from '@everyread/html';
import { unzip } from '@everyread/zip';

/** What an EPUB says of its accessibility, read from its package document: the page repeats what the book claims. */
export function epubAccessibility(epub: Uint8Array): EpubAccessibility | undefined {
  const [, bytes] = [...unzip(epub)].find(([path]) => path.endsWith('.opf')) ?? [];
  if (!bytes) return undefined;
  const opf = new TextDecoder().decode(bytes);
  const metas = [...opf.matchAll(/<meta\s[^>]*?property="([^"]+)"[^>]*>([^<]*)<\/meta>/g)].map(
    ([, property, value]) => [property!, decode(value!)] as const,
  );
  const all = (name: string): string[] => metas.filter(([property]) => property === name).map(([, value]) => value);
  const [summary] = all('schema:accessibilitySummary');
  const [conformsTo] = all('dcterms:conformsTo');
  const [certifiedBy] = all('a11y:certifiedBy');
  return {
    accessModes: all('schema:accessMode'),
    accessModesSufficient: all('schema:accessModeSufficient'),
    features: all('schema:accessibilityFeature'),
    hazards: all('schema:accessibilityHazard'),
    ...(summary ? { summary } : {}),
    ...(conformsTo ? { conformsTo } : {}),
    ...(certifiedBy ? { certifiedBy } : {}),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
}
