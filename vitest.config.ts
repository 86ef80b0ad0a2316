import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const packages = fileURLToPath(new URL('packages/', import.meta.url));

/** Tests run on the sources, so that a failing line is the line that one edits. */
const alias = [
  ...readdirSync(packages).map((name) => ({
    find: new RegExp(`^${name === 'everyread' ? 'everyread' : `@everyread/${name}`}$`),
    replacement: `${packages}${name}/src/index.ts`,
  })),
  { find: /^@everyread\/([^/]+)\/([^/.]+)$/, replacement: `${packages}$1/src/$2.ts` },
];

/** The same as the `binary` loader of the build: a typeface is a byte array. */
const binary: Plugin = {
  name: 'binary',
  enforce: 'pre',
  load(id) {
    if (!/\.(ttf|woff2|wasm)$/.test(id)) return null;
    const base64 = readFileSync(id).toString('base64');
    return `export default Uint8Array.from(atob(${JSON.stringify(base64)}), (c) => c.charCodeAt(0));`;
  },
};

export default defineConfig({
  plugins: [binary],
  resolve: { alias },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/*.test.ts'],
    server: { deps: { inline: [/@expo-google-fonts/, /@fontsource/, /@resvg/, /@cwasm/] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
