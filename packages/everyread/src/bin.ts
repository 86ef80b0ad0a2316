#!/usr/bin/env node
import { main } from './cli/main.js';
import { exitCodes } from './cli/exit-codes.js';
import { optimiseLate } from './cli/v8-flags.js';

optimiseLate();

const controller = new AbortController();

function interrupt(): void {
  if (controller.signal.aborted) process.exit(exitCodes.interrupted);
  controller.abort();
}
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

// A reader that stops listening, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.fine);
  throw error;
});

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  readInput,
  out: (chunk) => new Promise((resolve) => void process.stdout.write(chunk, () => resolve())),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  signal: controller.signal,
});
process.off('SIGINT', interrupt);
process.off('SIGTERM', interrupt);
// A format that did not hear the signal must not keep the process.
if (controller.signal.aborted) process.exit(exitCodes.interrupted);
