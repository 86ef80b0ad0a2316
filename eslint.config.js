import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './test/lint/house-rules.js';

/**
 * One rule set for the whole workspace. The doors between packages are those of each package.json: what a
 * package does not name as a dependency it can't import, and the test `test/boundaries.test.ts` compares
 * those names with the table in docs/architecture.md.
 */
const packages = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));
const manifestOf = (name) => JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
const published = new Map(packages.map((name) => [name, manifestOf(name).name]));

/** Where Node itself may be used besides packages/everyread: the engines of the machine, each behind an entry of its own. */
const machineEngines = ['audio', 'braille'].flatMap((name) => [`packages/${name}/src/system*.ts`, `packages/${name}/src/system*/**/*.ts`]);

const nodeOnly = {
  regex: '^node:',
  message: 'Only packages/everyread and the engines of the machine may use Node: everything else runs in a browser too.',
};

/** The packages of the workspace that one of them may not import. */
function closedDoors(name) {
  const manifest = manifestOf(name);
  const open = new Set([
    manifest.name,
    ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies }),
  ]);
  return [...published.values()]
    .filter((other) => !open.has(other))
    .map((other) => ({
      regex: `^${other}(/|$)`,
      message: `${manifest.name} does not name ${other} in its package.json: see docs/architecture.md.`,
    }));
}

const throughTheDoor = {
  regex: '^(\\.\\./)+(?:packages/)?(?:' + packages.join('|') + ')/(?:src|dist)/',
  message: 'Import another package by its name, not by a path into it.',
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/out/**',
      '**/*.generated.*',
      'packages/fonts/src/faces/**',
      'test/conformance/java/target/**',
      'test/conformance/packed/**',
      'tmp/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs}'],
    plugins: { house: houseRules },
    rules: {
      'house/file-name': 'error',
      'house/no-default-export': 'error',
      'no-console': 'off',
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A handler that does nothing for a node says so with an empty body.
      '@typescript-eslint/no-empty-function': 'off',
      // Augmenting mdast's maps needs interfaces without members of their own.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Reading hostile bytes means naming control characters.
      'no-control-regex': 'off',
    },
  },
  {
    // A configuration file is read by its tool through the default export.
    files: ['*.config.{js,ts}', '**/everyread.config.{js,ts}'],
    rules: { 'house/no-default-export': 'off' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { 'house/no-default-export': 'off' },
  },
  ...packages.flatMap((name) => {
    const doors = closedDoors(name);
    const src = [`packages/${name}/src/**/*.ts`];
    return [
      {
        files: src,
        ignores: name === 'everyread' ? [] : machineEngines,
        rules: {
          '@typescript-eslint/no-restricted-imports': [
            'error',
            { patterns: [...doors, throughTheDoor, ...(name === 'everyread' ? [] : [nodeOnly])] },
          ],
          ...(name === 'everyread'
            ? {}
            : {
                'no-console': 'error',
                'no-restricted-globals': [
                  'error',
                  { name: 'process', message: 'Libraries run in a browser too: take what you need as a parameter.' },
                  { name: 'Buffer', message: 'Use Uint8Array: libraries run in a browser too.' },
                  { name: '__dirname', message: 'Libraries know no folder.' },
                  { name: 'require', message: 'Use import.' },
                ],
                'no-restricted-properties': [
                  'error',
                  { object: 'Math', property: 'random', message: 'Same input, same bytes.' },
                  { object: 'Date', property: 'now', message: 'Same input, same bytes: use context.now.' },
                ],
                'no-restricted-syntax': [
                  'error',
                  {
                    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
                    message: 'Same input, same bytes: use context.now.',
                  },
                ],
              }),
        },
      },
      {
        files: machineEngines.filter((glob) => glob.startsWith(`packages/${name}/`)),
        rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...doors, throughTheDoor] }] },
      },
    ].filter((entry) => entry.files.length > 0);
  }),
);
