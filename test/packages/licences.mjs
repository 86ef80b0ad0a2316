import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pack.mjs';

/**
 * What a user installs, and under which licences: walks the lock file from the published packages.
 * `node test/packages/licences.mjs --write` writes docs/licences.md.
 */

/** Licences whose packages say it in words of their own. */
const spelling = { BSD: 'BSD-3-Clause', 'Apache 2.0': 'Apache-2.0', 'MIT*': 'MIT' };

/** Packages whose package.json is silent: where it is written instead. */
const writtenElsewhere = {
  // LICENSE in the package.
  'png-js': 'MIT',
  // A build of liblouis, whose library and tables are under the LGPL (COPYING.LESSER of liblouis); loaded as it is, replaceable.
  'liblouis-build': 'LGPL-2.1-or-later',
};

/** Packages that name the licence of their own code alone, and hold a program that is under another. */
const holds = {
  // LAME, whose sources are under the GNU Library General Public License 2 or later; a package of its own, which anybody can replace.
  'wasm-media-encoders': 'LGPL-2.0-or-later',
  // libwebp; its notice is packages/pictures/LICENSE-libwebp.txt.
  '@cwasm/webp': 'BSD-3-Clause',
};

/** The licence that a package names, and that of a program which it holds. */
export function licenceOf(manifest) {
  const own = ownLicence(manifest);
  return holds[manifest.name] ? `${own} AND ${holds[manifest.name]}` : own;
}

/** Old packages hold an object or a list. */
function ownLicence(manifest) {
  const one = (value) => (typeof value === 'string' ? value : (value?.type ?? ''));
  const text = Array.isArray(manifest.licenses) ? manifest.licenses.map(one).join(' OR ') : one(manifest.license ?? manifest.licenses);
  return spelling[text] ?? (text || (writtenElsewhere[manifest.name] ?? ''));
}

/** The folder of a dependency as Node finds it from a folder of the lock file. */
function resolve(lock, from, name) {
  let base = from;
  for (;;) {
    const path = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (lock.packages[path]) return lock.packages[path].link ? lock.packages[path].resolved : path;
    if (base === '') return undefined;
    const cut = base.lastIndexOf('/node_modules/');
    base = cut === -1 ? '' : base.slice(0, cut);
  }
}

/** What a package of ours holds a copy of: what its manifest tells the build to bundle (tsup.config.ts). */
function bundledWith(lock, room) {
  const { everyread } = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
  const patterns = (everyread?.build?.bundle ?? []).map((pattern) => new RegExp(pattern));
  const names = { ...lock.packages[''].devDependencies, ...lock.packages[room].devDependencies };
  return Object.fromEntries(Object.entries(names).filter(([name]) => patterns.some((pattern) => pattern.test(name))));
}

/** Whether a folder of the lock file is a package of ours, and none that lies in one. */
const isOurs = (path) => path.startsWith('packages/') && !path.includes('/node_modules/');

/**
 * Every package of other people that comes with `npm install everyread`.
 *
 * @returns {{ name: string, version: string, licence: string, optional: boolean, usedBy: string[] }[]} by name
 */
export function installedPackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  const rooms = new Set(['packages/everyread']);
  /** Packages whose code is in a package of ours, so that nothing is installed for them. */
  const bundled = new Set();
  const visit = (path, via) => {
    const entry = lock.packages[path];
    const needs = { ...entry.dependencies, ...entry.optionalDependencies, ...(rooms.has(path) ? bundledWith(lock, path) : {}) };
    for (const [name, peer] of Object.entries(entry.peerDependencies ?? {}))
      if (!entry.peerDependenciesMeta?.[name]?.optional) needs[name] = peer;
    for (const name of Object.keys(needs)) {
      // No code of theirs gets into a bundle.
      if (bundled.has(path) && name.startsWith('@types/')) continue;
      const target = resolve(lock, path, name);
      if (target === undefined) continue;
      if (isOurs(target)) {
        if (!rooms.has(target)) {
          rooms.add(target);
          visit(target, target.replace('packages/', ''));
        }
        continue;
      }
      if (bundled.has(path) || (rooms.has(path) && name in bundledWith(lock, path))) bundled.add(target);
      const known = found.get(target);
      if (known) {
        known.usedBy.add(via);
        continue;
      }
      const folder = join(root, target, 'package.json');
      const manifest = existsSync(folder) ? JSON.parse(readFileSync(folder, 'utf8')) : {};
      const each = lock.packages[target];
      found.set(target, {
        name,
        version: each.version,
        licence: licenceOf({ license: each.license, ...manifest }),
        optional: Boolean(each.optional),
        usedBy: new Set([via]),
      });
      visit(target, via);
    }
  };
  visit('packages/everyread', 'everyread');
  const rows = new Map();
  for (const each of found.values()) {
    const key = `${each.name} ${each.version}`;
    const same = rows.get(key);
    if (same) for (const via of each.usedBy) same.usedBy.add(via);
    else rows.set(key, each);
  }
  return [...rows.values()]
    .map((each) => ({ ...each, usedBy: [...each.usedBy].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The page docs/licences.md. */
export function licencesPage() {
  const rows = installedPackages().map(
    ({ name, version, licence, usedBy }) => `| ${name} | ${version} | ${licence} | ${usedBy.join(', ')} |`,
  );
  return `# Licences of what is installed with Everyread

Everyread itself is under the MIT licence. Made by \`npm run licences\` from the lock file; \`test/licences.test.ts\` fails when it is
old, or when a licence is not one that a charity may use and pass on without a second thought.

| package | version | licence | comes with |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/licences.md'), licencesPage());
