import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lateFlag } from '../src/cli/v8-flags.js';

/** What this Node prints when V8 is given a flag. */
function said(flag: string): string {
  const script = 'require("node:v8").setFlagsFromString(process.argv[1])';
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, '--', flag], { encoding: 'utf8' });
  return stdout + stderr;
}

describe('optimising late', () => {
  it('gives V8 only a flag that it knows', () => {
    const flag = lateFlag(process.versions.node);
    if (flag !== undefined) expect(said(flag)).toBe('');
    expect(said('--no-such-flag=1')).toContain('unrecognized');
  });

  it('leaves a version alone that nobody has tried', () => {
    expect(lateFlag('99.0.0')).toBeUndefined();
    expect(lateFlag('20.19.0')).toMatch(/^--/);
  });
});
