import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Grade } from '@everyread/braille';
import { dirname, join } from 'node:path';
import { version } from '../version.js';

/** A package that stands behind an edition. */
export interface PackageVersion {
  name: string;
  version: string;
}

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const packageOf: Readonly<Record<string, string>> = {
  docx: '@everyread/docx',
  pdf: '@everyread/pdf',
  html: '@everyread/html',
  epub: '@everyread/epub',
  mobi: '@everyread/mobi',
  azw3: '@everyread/mobi',
  mp3: '@everyread/audio',
  'daisy-2.02': '@everyread/daisy',
  'daisy-3': '@everyread/daisy',
  brf: '@everyread/braille',
  pef: '@everyread/braille',
  ebrl: '@everyread/braille',
};

/** What a run used. */
export interface UsedPackages {
  /** Names of the formats that were made. */
  formats: readonly string[];
  /** Whether any of them was spoken. */
  spoken: boolean;
  /** Name of the report's file: Markdown and foreign files have readers of their own. */
  source: string;
}

/** Everyread, the packages of the formats and the engines and tables that are installed with them, by name. */
export async function packageVersions({ formats, spoken, source }: UsedPackages): Promise<PackageVersion[]> {
  const found = new Map<string, string>([['everyread', version]]);
  const wanted = new Set(['@everyread/core', '@everyread/check', ...formats.flatMap((format) => packageOf[format] ?? [])]);
  if (spoken) wanted.add('@everyread/audio');
  if (/\.(?:docx|html?)$/i.test(source)) wanted.add('@everyread/import');
  else if (!/\.json$/i.test(source)) wanted.add('@everyread/markdown');
  for (const name of wanted) {
    const path = await manifestPath(name, import.meta.url);
    const manifest = path && (await readManifest(path));
    if (!manifest) continue;
    found.set(name, manifest.version);
    const engines = Object.keys(manifest.dependencies ?? {}).filter((each) => !/^@(?:everyread|types)\//.test(each));
    for (const engine of engines) {
      const enginePath = await manifestPath(engine, path);
      const engineManifest = enginePath && (await readManifest(enginePath));
      if (engineManifest) found.set(engine, engineManifest.version);
    }
    for (const [engine, each] of await bundledWith(path)) if (manifest.devDependencies?.[engine] !== undefined) found.set(engine, each);
  }
  return [...found].map(([name, each]) => ({ name, version: each })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The tables that the Braille of a report is written with, where nothing else is configured: that of its language, and of its parts.
 *
 * @param grades - those of the editions that were made; none where there is no Braille
 */
export async function brailleTables(lang: string, parts: Iterable<string>, grades: Iterable<Grade>): Promise<PackageVersion[]> {
  const found = new Map<string, string>();
  for (const grade of grades) {
    const { brailleCodeFor, gradeOf, tableFilesFor } = await import('@everyread/braille');
    for (const [index, each] of [...new Set([lang, ...parts])].entries()) {
      const code = brailleCodeFor(each);
      if (!code) continue;
      const [table, corrections] = tableFilesFor(code, gradeOf(code, index === 0 ? grade : 1));
      const name = typeof table === 'string' ? table : table!.name;
      found.set(`Braille table ${name}`, `that of liblouis-build${corrections ? ', with corrections of @everyread/braille' : ''}`);
    }
  }
  return [...found].map(([name, version]) => ({ name, version }));
}

/** What a package of ours holds copies of, by the notices that the build wrote: name and version. */
async function bundledWith(manifest: string): Promise<Map<string, string>> {
  const notices = await readFile(join(dirname(manifest), 'dist/THIRD-PARTY-LICENCES.txt'), 'utf8').catch(() => '');
  const heads = notices.split(/\n-{80}\n/).slice(1);
  return new Map(heads.flatMap((part) => [...part.matchAll(/^\n(\S+) (\d\S*)\n/g)].map(([, name, version]) => [name!, version!] as const)));
}

/** Looks where Node would look; a package need not export its manifest. */
async function manifestPath(name: string, from: string): Promise<string | undefined> {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const path = join(folder, name, 'package.json');
    if (await readManifest(path)) return path;
  }
  return undefined;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Manifest,
    () => undefined,
  );
}
