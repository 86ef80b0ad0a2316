import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const found = (command) =>
  command.includes('/') || (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The kilobytes that a process and those it started have held at most, each by itself (Linux; 0 elsewhere). */
function peakOf(pid) {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
    );
    return Math.max(peak, ...children.filter(Boolean).map(peakOf));
  } catch {
    // The process has ended, or this is no Linux.
    return 0;
  }
}

/** The seconds of user time in the last line that `times` of the shell prints: those of the processes it waited for. */
const userSeconds = (text) => {
  const [, minutes = '0', seconds = '0'] = /(\d+)m([\d.]+)s\s+\d+m[\d.]+s\s*$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

/**
 * Runs a command to its end, under a shell that says how much processor time it took: on a machine that others use too,
 * that is the honest figure. The peak of memory is that of the largest process, read from the kernel while it runs.
 */
function once([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', command, ...args], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let peakKb = 0;
    let errors = '';
    const timer = setInterval(() => (peakKb = Math.max(peakKb, peakOf(child.pid))), 15);
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, cpuS: userSeconds(errors), peakMb: peakKb / 1024 });
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
      cpu: [],
      peaks: [],
      skipped: found(each.command[0]) ? undefined : `${each.command[0]} is not installed`,
    }));
    for (let round = 0; round <= runs; round += 1) {
      for (const result of results.filter((one) => !one.skipped && round <= (one.each.runs ?? runs))) {
        try {
          const { seconds, cpuS, peakMb } = await once(result.each.command, {
            cwd: result.each.cwd ?? dir,
            env: { ...process.env, ...result.each.env },
          });
          // The first round fills the caches of the disk.
          if (round > 0) {
            result.times.push(seconds);
            result.cpu.push(cpuS);
            result.peaks.push(peakMb);
          }
        } catch (error) {
          result.skipped = `failed: ${error.message.replaceAll('\n', ' ')}`;
          result.failed = !result.each.peer;
        }
      }
    }
    const medians = results.map(({ name, times, cpu, peaks, skipped, failed }) =>
      skipped
        ? { name, skipped, failed }
        : {
            name,
            medianS: median(times),
            leastS: Math.min(...times),
            mostS: Math.max(...times),
            cpuS: median(cpu),
            peakMb: Math.max(...peaks),
            runs: times.length,
          },
    );
    return { results: medians, notes: (await bench.notes?.(kit, medians)) ?? [] };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
