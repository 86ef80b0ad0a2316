import { spawn } from 'node:child_process';

/**
 * Runs a program without a shell. An exit code is a result, not an exception; a program that hangs is ended.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('./contract.d.ts').RunOptions} [options]
 * @returns {Promise<import('./contract.d.ts').RunResult>}
 */
export function runTool(command, args, options = {}) {
  const { input, cwd, env, timeoutMs = 180_000, bytes = false } = options;
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const out = [];
    const err = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    const done = (code, note) => {
      clearTimeout(timer);
      const body = Buffer.concat(out);
      resolve({
        code,
        stdout: bytes ? '' : body.toString('utf8'),
        ...(bytes ? { body } : {}),
        stderr: Buffer.concat(err).toString('utf8') + (note ?? ''),
        seconds: (performance.now() - began) / 1000,
      });
    };
    child.on('error', (error) => done(127, `${command}: ${error.message}`));
    child.on('close', (code) => done(late ? 124 : (code ?? 1), late ? `\n${command} was stopped after ${timeoutMs / 1000} s` : ''));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
