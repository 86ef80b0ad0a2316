import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const found = (command) =>
  command.includes('/') || (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Runs a process to its end; its peak of memory is read from the kernel while it runs (Linux; 0 elsewhere). */
function once([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let peakKb = 0;
    let errors = '';
    const look = () => {
      try {
        peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch {
        // The process has ended, or this is no Linux.
      }
    };
    const timer = setInterval(look, 15);
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, peakMb: peakKb / 1024 });
      else reject(new Error(`${command} ended with ${code}: ${errors.slice(-500)}`));
    });
  });
}

/** Times the cases of one bench in turns. */
export async function measure(bench, { root, report }) {
  const dir = mkdtempSync(join(tmpdir(), 'everyread-bench-'));
  const kit = { dir, root, report };
  try {
    await bench.prepare?.(kit);
    const cases = typeof bench.cases === 'function' ? await bench.cases(kit) : bench.cases;
    const runs = bench.runs ?? 5;
    const results = cases.map((each) => ({
      name: each.name,
      each,
      times: [],
      peaks: [],
      skipped: found(each.command[0]) ? undefined : `${each.command[0]} is not installed`,
    }));
    for (let round = 0; round <= runs; round += 1) {
      for (const result of results.filter((one) => !one.skipped)) {
        try {
          const { seconds, peakMb } = await once(result.each.command, {
            cwd: result.each.cwd ?? dir,
            env: { ...process.env, ...result.each.env },
          });
          // The first round fills the caches of the disk.
          if (round > 0) {
            result.times.push(seconds);
            result.peaks.push(peakMb);
          }
        } catch (error) {
          result.skipped = `failed: ${error.message.replaceAll('\n', ' ')}`;
          result.failed = !result.each.peer;
        }
      }
    }
    return results.map(({ name, times, peaks, skipped, failed }) =>
      skipped
        ? { name, skipped, failed }
        : {
            name,
            medianS: median(times),
            leastS: Math.min(...times),
            mostS: Math.max(...times),
            peakMb: Math.max(...peaks),
            runs: times.length,
          },
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
