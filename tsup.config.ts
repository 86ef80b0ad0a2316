import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { nativeSpread } from './native-spread.js';
import { thirdPartyLicences } from './third-party-licences.js';

/**
 * One configuration for every package: ESM JavaScript from `src/`, typed by `tsc -b` (tsup's own
 * declarations race in arrays of configurations). A package adds entries or bundled assets through
 * the `everyread.build` key of its package.json:
 * `{ "entries": ["src/worker.ts"], "commands": ["src/bin.ts"], "bundle": ["some-package"] }`. A command shares no file with the
 * other entries, and what is bundled need not be in `dependencies`: a command that reads one file where it read a hundred starts
 * sooner (docs/decisions/0043-small-packages-are-bundled.md).
 */
interface BuildNotes {
  entries?: string[];
  commands?: string[];
  bundle?: string[];
}

interface Manifest {
  everyread?: { build?: BuildNotes };
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** What a package names in its manifest is installed beside it, and never copied into it. */
function externals(manifest: Manifest): RegExp[] {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies });
  return names.map((name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`));
}

/** Old JavaScript goes before anything is built; the types beside it are another tool's. */
function clean(folder: string): void {
  if (!existsSync(folder)) return;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.js') || path.endsWith('.txt')) rmSync(`${folder}/${path}`);
}

const requireInModules = "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

const packages = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));

export default defineConfig(
  packages.flatMap((name): Options[] => {
    const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest;
    const notes = manifest.everyread?.build ?? {};
    const common: Options = {
      name,
      outDir: `packages/${name}/dist`,
      format: 'esm',
      target: 'es2022',
      platform: name === 'everyread' ? 'node' : 'neutral',
      tsconfig: `packages/${name}/tsconfig.json`,
      splitting: true,
      dts: false,
      external: externals(manifest),
      // What is bundled for Node may ask for its built-ins as CommonJS does.
      ...(name === 'everyread' ? { banner: { js: requireInModules } } : {}),
      noExternal: (notes.bundle ?? []).map((name) => new RegExp(name)),
      esbuildPlugins: [nativeSpread, thirdPartyLicences(`packages/${name}/dist`)],
      // Typefaces are data: embedding them keeps every package free of file access.
      loader: { '.ttf': 'binary', '.woff2': 'binary', '.wasm': 'binary' },
    };
    clean(`packages/${name}/dist`);
    const passes = [['src/index.ts', ...(notes.entries ?? [])], ...(notes.commands ? [notes.commands] : [])];
    return passes.map((entries) => ({ ...common, entry: entries.map((entry) => `packages/${name}/${entry}`) }));
  }),
);
