import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packAll, root } from './pack.mjs';

/**
 * Judges every package as it would be published: publint and “are the types wrong” on its tarball, and what is in it.
 * The packages are ESM only, so attw is asked about ESM only.
 */
const run = promisify(execFile);
const bin = (name) => join(root, 'node_modules/.bin', name);
const out = mkdtempSync(join(tmpdir(), 'everyread-pack-'));
const problems = [];
let passed = 0;

async function judge(what, work) {
  try {
    await work();
    passed += 1;
  } catch (error) {
    problems.push(`error ${what}: ${`${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || error.message}`);
  }
}

try {
  for (const pack of await packAll(out)) {
    await judge(`${pack.name} contents`, async () => {
      const wanted = ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'];
      const lacking = wanted.filter((file) => !pack.files.includes(file));
      const strange = pack.files.filter(
        (file) =>
          !/^(?:package\.json|README\.md|LICENSE(?:-\w+\.txt)?|NOTICE\.md|docs\/[\w-]+\.md|bin\/[\w-]+\.js|dist\/.*\.(?:js|d\.ts|json|wasm|css|txt|bin|LICENSE))$/.test(
            file,
          ),
      );
      if (lacking.length > 0) throw new Error(`lacks ${lacking.join(', ')}`);
      if (strange.length > 0) throw new Error(`should not hold ${strange.join(', ')}`);
    });
    await judge(`${pack.name} notices of what it bundles`, () => {
      const { everyread } = JSON.parse(readFileSync(join(pack.folder, 'package.json'), 'utf8'));
      const bundled = everyread?.build?.bundle ?? [];
      if (bundled.length === 0) return;
      const notices = 'dist/THIRD-PARTY-LICENCES.txt';
      if (!pack.files.includes(notices)) throw new Error(`lacks ${notices}`);
      const text = readFileSync(join(pack.folder, notices), 'utf8');
      const silent = bundled.filter((pattern) => !new RegExp(`^${pattern.replace(/^\^/, '')}.* \\d`, 'm').test(text));
      if (silent.length > 0) throw new Error(`${notices} says nothing of ${silent.join(', ')}`);
    });
    await judge(`${pack.name} publint`, () => run(bin('publint'), ['--strict', pack.tarball]));
    await judge(`${pack.name} attw`, () =>
      run(bin('attw'), ['--profile', 'esm-only', '--no-emoji', '--no-color', pack.tarball], { maxBuffer: 64e6 }),
    );
    console.log(`checked ${pack.name}, ${(pack.size / 1024).toFixed(0)} kB packed`);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
for (const problem of problems) console.log(problem);
console.log(`\n${passed} passed, ${problems.length} failed`);
process.exit(problems.length > 0 ? 1 : 0);
