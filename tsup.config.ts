import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { nativeSpread } from './native-spread.js';
import { thirdPartyLicences } from './third-party-licences.js';

/**
 * One configuration for every package: ESM JavaScript from `src/`, typed by `tsc -b` (tsup's own
 * declarations race in arrays of configurations). A package adds entries or bundled assets through
 * the `everyread.build` key of its package.json:
 * `{ "entries": ["src/worker.ts"], "bundle": ["some-package"] }`. What is bundled need not be in `dependencies`: a command that reads
 * one file where it read a hundred starts sooner (docs/decisions/0043-small-packages-are-bundled.md).
 */
interface BuildNotes {
  entries?: string[];
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

const packages = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));

export default defineConfig(
  packages.map((name): Options => {
    const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as Manifest;
    const notes = manifest.everyread?.build ?? {};
    return {
      name,
      entry: ['src/index.ts', ...(notes.entries ?? [])].map((entry) => `packages/${name}/${entry}`),
      outDir: `packages/${name}/dist`,
      format: 'esm',
      target: 'es2022',
      platform: name === 'everyread' ? 'node' : 'neutral',
      tsconfig: `packages/${name}/tsconfig.json`,
      splitting: true,
      // Old JavaScript goes; the types beside it are another tool's.
      clean: ['!**/*.d.ts', '!.tsbuildinfo'],
      dts: false,
      external: externals(manifest),
      noExternal: (notes.bundle ?? []).map((name) => new RegExp(name)),
      esbuildPlugins: [nativeSpread, thirdPartyLicences(`packages/${name}/dist`)],
      // Typefaces are data: embedding them keeps every package free of file access.
      loader: { '.ttf': 'binary', '.woff2': 'binary', '.wasm': 'binary' },
    };
  }),
);
