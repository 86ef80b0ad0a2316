import type { KnipConfig } from 'knip';

/** Unused files, exports and dependencies. Exports of a package's index are its interface, so they count as used. */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['test/*.test.ts', 'test/packages/*.mjs', 'test/lint/*.js', 'bench/*.mjs', 'docs/*.mjs', 'examples/**/*.{ts,js,mjs}'],
      project: ['test/*.ts', 'test/packages/**', 'test/lint/**', 'bench/**', 'docs/**/*.mjs', '*.{ts,js}'],
    },
    'packages/*': {
      entry: ['src/index.ts', 'src/bin.ts', 'test/**/*.test.ts'],
      project: ['src/**/*.ts', 'test/**/*.ts'],
    },
  },
  ignoreWorkspaces: ['test/conformance'],
  ignore: ['**/*.d.ts'],
  // Embedded as bytes by the build, which knip does not follow.
  ignoreDependencies: ['@expo-google-fonts/.+', '@fontsource/.+'],
  ignoreExportsUsedInFile: true,
  exclude: ['types', 'exports', 'enumMembers', 'duplicates'],
};

export default config;
