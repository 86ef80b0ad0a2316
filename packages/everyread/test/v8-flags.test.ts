import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inlineFlag, lateFlag } from '../src/cli/v8-flags.js';

/** What this Node prints when V8 is given a flag. */
function said(flag: string): string {
  const script = 'require("node:v8").setFlagsFromString(process.argv[1])';
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, '--', flag], { encoding: 'utf8' });
  return stdout + stderr;
}

describe('how V8 optimises', () => {
  it('gives V8 only flags that it knows', () => {
    for (const flag of [lateFlag(process.versions.node), inlineFlag(process.versions.node)])
      if (flag !== undefined) expect(said(flag)).toBe('');
    expect(said('--no-such-flag=1')).toContain('unrecognized');
  });

  it('leaves a version alone that nobody has tried', () => {
    expect(lateFlag('99.0.0')).toBeUndefined();
    expect(inlineFlag('99.0.0')).toBeUndefined();
    expect(lateFlag('20.19.0')).toMatch(/^--/);
  });
});
