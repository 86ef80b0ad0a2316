import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pack.mjs';

/** Answers of registries, such as mirrors, that have no audit to give. */
const notOffered = /\b(?:404|405|501)\b/;

/**
 * Asks the registry for known faults of what a user gets: dependencies, and packages that are bundled into ours. A registry that
 * offers no audit is a notice: nothing is known then, and saying “clean” would be a lie. One that should answer and does not is a
 * failure in CI.
 */
const installed = audit('--omit=dev');
const everything = audit();
const faults = new Map(Object.entries(installed.vulnerabilities ?? {}));
for (const name of bundled()) if (everything.vulnerabilities?.[name]) faults.set(name, everything.vulnerabilities[name]);
const silent = [installed, everything].find((report) => report.metadata?.vulnerabilities === undefined);
if (silent) {
  const reason = String(silent.message ?? 'no answer').slice(0, 160);
  const missing = !notOffered.test(reason) && process.env.CI === 'true';
  console.log(`${missing ? 'error' : 'notice'}: not answerable here, nothing is known of the dependencies (${reason})`);
  finish(0, missing ? 1 : 0);
} else {
  for (const [name, fault] of faults) console.log(`error ${describe(name, fault)}`);
  // Nobody who installs Everyread gets our tools: their faults are ours to mend, and no reason to hold a release back.
  for (const [name, fault] of Object.entries(everything.vulnerabilities))
    if (!faults.has(name)) console.log(`notice of a tool: ${describe(name, fault)}`);
  finish(faults.size === 0 ? 1 : 0, faults.size);
}

/** A package is listed too because it depends on one that has a fault. */
function describe(name, { severity, via }) {
  const why = via.map((each) => (typeof each === 'string' ? `through ${each}` : `${each.title}, ${each.range}, ${each.url}`));
  return `${name}: ${severity}: ${why.join('; ')}`;
}

function audit(...flags) {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json', ...flags], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: stderr.trim().split('\n')[0] };
  }
}

/** Names of the packages whose code is in ours, from the notices beside each bundle. */
function bundled() {
  const names = new Set();
  for (const each of readdirSync(join(root, 'packages'))) {
    const notices = join(root, 'packages', each, 'dist/THIRD-PARTY-LICENCES.txt');
    if (!existsSync(notices)) continue;
    for (const part of readFileSync(notices, 'utf8')
      .split(/\n-{80}\n/)
      .slice(1))
      names.add(part.trim().split(' ')[0]);
  }
  return names;
}

function finish(passed, failed) {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
