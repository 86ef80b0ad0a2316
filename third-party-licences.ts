import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

interface Manifest {
  name: string;
  version: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  repository?: string | { url?: string };
}

/** The folder of the package that a bundled file is of. */
const packageOf = (path: string): string | undefined => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

/** The folders of packages that a package has copied into a file of its own, as bundlers note it: `// node_modules/nanoid/index.js`. */
function copiedInto(path: string): string[] {
  const folder = packageOf(path);
  if (folder === undefined || !/\.m?js$/.test(path)) return [];
  const names = [...readFileSync(path, 'utf8').matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(([, name]) => name!);
  return names.map((name) => [join(folder, 'node_modules', name), join('node_modules', name)].find(existsSync)!).filter(Boolean);
}

/** What a package says of its licence: its own files, else its manifest. */
function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const one = (value: Manifest['license']): string => (typeof value === 'string' ? value : (value?.type ?? ''));
  const licence = one(manifest.license) || (manifest.licenses ?? []).map(one).join(' OR ');
  const source = (typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url)
    ?.replace(/^git\+|\.git$/g, '')
    .replace(/^(?:git@github\.com:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/');
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file) && !file.endsWith('.js'));
  return [
    `${manifest.name} ${manifest.version}`,
    `Licence: ${licence}${source === undefined ? '' : `\nSource: ${source}`}`,
    ...files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()),
  ].join('\n\n');
}

/** Writes `THIRD-PARTY-LICENCES.txt` beside the bundle: the notices of every package whose code or typefaces are in it. */
export function thirdPartyLicences(outDir: string): Plugin {
  return {
    name: 'third-party licences',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        const files = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) => Object.keys(inputs));
        const named = [...files.map(packageOf), ...files.flatMap(copiedInto)];
        const folders = [...new Set(named)].filter((folder) => folder !== undefined && existsSync(folder)) as string[];
        if (folders.length === 0) return;
        const notices = folders.sort().map(noticeOf);
        const rule = `\n\n${'-'.repeat(80)}\n\n`;
        const head = 'This package holds code or typefaces of the packages below, each under its own licence.';
        // On a fresh clone this ends before the first file is written.
        mkdirSync(outDir, { recursive: true });
        writeFileSync(join(outDir, 'THIRD-PARTY-LICENCES.txt'), `${[head, ...notices].join(rule)}\n`);
      });
    },
  };
}
