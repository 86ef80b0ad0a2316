import { spawnSync } from 'node:child_process';
import { root } from './pack.mjs';

/**
 * Asks the registry for known faults of what a user installs. A registry that has no answer (a mirror, say) is a
 * notice: nothing is known then, and saying “clean” would be a lie.
 */
const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = undefined;
}
const counts = report?.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log(
    `notice: the registry gives no audit here (${(report?.message ?? stderr.trim().split('\n')[0] ?? 'no answer').slice(0, 120)})`,
  );
  // Nothing was learnt, so nothing counts as passed.
  console.log('\n0 passed, 0 failed');
} else {
  for (const [name, fault] of Object.entries(report.vulnerabilities ?? {})) console.log(`error ${name}: ${fault.severity}, ${fault.range}`);
  console.log(`\n${counts.total === 0 ? 1 : 0} passed, ${counts.total} failed`);
  process.exitCode = counts.total === 0 ? 0 : 1;
}
