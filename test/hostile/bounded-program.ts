import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Linux tells the most that this program took; the number of Node counts what the process was before it became this program. */
const measure = `import { existsSync as thereIs, readFileSync as readText } from 'node:fs';
const peak = () => Math.round((thereIs('/proc/self/status') ? Number(/VmHWM:\\s*(\\d+)/.exec(readText('/proc/self/status', 'utf8'))[1]) : process.resourceUsage().maxRSS) / 1024);`;

/** What a program printed, and the most memory that its process took, in MiB. */
export interface Bounded {
  said: string;
  peakMib: number;
}

/**
 * Makes a program of the sources, to be run in a process of its own: there its memory can be bounded and measured.
 *
 * @param source - TypeScript; what it puts into `said` is what it says
 * @param timeout - after so many milliseconds it is ended, which is an error
 */
export async function boundedProgram(source: string, timeout = 120_000): Promise<(file: string, heapMib: number) => Promise<Bounded>> {
  const folder = await mkdtemp(join(tmpdir(), 'everyread-'));
  await writeFile(join(folder, 'entry.ts'), `${source}\n${measure}\nconsole.log(JSON.stringify({ said, peakMib: peak() }));`);
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(folder, 'entry.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    nodePaths: [join(root, 'node_modules')],
    plugins: [
      {
        name: 'sources',
        setup: (bundle) =>
          bundle.onResolve({ filter: /^@everyread\// }, ({ path }) => ({ path: `${root}packages/${path.slice(11)}/src/index.ts` })),
      },
    ],
  });
  return async (file, heapMib) => {
    const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${heapMib}`, outfile, file], {
      timeout,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Bounded;
  };
}
