import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './pack.mjs';

/** Runs `npm test` and says in one plain line how many tests passed and failed. */
const home = mkdtempSync(join(tmpdir(), 'everyread-tests-'));
const report = join(home, 'tests.json');
const { status } = spawnSync('npm', ['test', '--silent', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
  cwd: root,
  stdio: 'inherit',
});
try {
  const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
  process.exitCode = numTotalTests === 0 ? 1 : (status ?? 1);
} catch {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
