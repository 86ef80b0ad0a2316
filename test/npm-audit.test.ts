import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('packages/audit.mjs', import.meta.url));
const advisory = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-0000',
  title: 'Reads past the end',
  severity: 'high',
  vulnerable_versions: '<99',
  cwe: [],
  cvss: { score: 7.5 },
};

/** A registry that answers the bulk advisory endpoint as npm's does, and nothing else; what npm asked it for. */
async function withRegistry(status: number, answer: object): Promise<{ out: string; code: number; asked: string[][] }> {
  const asked: string[][] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const bulk = request.url === '/-/npm/v1/security/advisories/bulk';
      const body = Buffer.concat(parts);
      if (bulk)
        asked.push(
          Object.keys(JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()) as object),
        );
      response.writeHead(bulk ? status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(bulk ? answer : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // npm keeps advisories.
  const cache = await mkdtemp(join(tmpdir(), 'everyread-test-'));
  const env = {
    ...process.env,
    CI: 'true',
    npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    npm_config_fetch_retries: '0',
    npm_config_cache: cache,
  };
  try {
    return await new Promise((resolve) =>
      execFile(process.execPath, [script], { env }, (error, out) => resolve({ out, code: error ? Number(error.code) : 0, asked })),
    );
  } finally {
    server.close();
    await rm(cache, { recursive: true, force: true });
  }
}

describe('audit of the published dependencies', () => {
  it('passes where npm knows of no fault, and asks for what users install and for what is bundled', async () => {
    const { out, code, asked } = await withRegistry(200, {});
    expect(out).toMatch(/^1 passed, 0 failed$/m);
    expect(code).toBe(0);
    const [installed, everything] = asked;
    expect(installed).toEqual(expect.arrayContaining(['fflate', 'pdfkit']));
    expect(installed).not.toContain('vitest');
    expect(everything).toEqual(expect.arrayContaining(['micromark', 'vitest']));
  });

  it('fails with the fault, its versions and its address', async () => {
    const { out, code } = await withRegistry(200, { fflate: [advisory] });
    expect(out).toContain('error fflate: high: Reads past the end, <99, https://github.com/advisories/GHSA-0000');
    expect(out).toMatch(/^0 passed, [1-9]\d* failed$/m);
    expect(code).toBe(1);
  });

  it('fails for a fault of what is bundled; one of our tools is a notice', async () => {
    expect(existsSync(new URL('../packages/markdown/dist/THIRD-PARTY-LICENCES.txt', import.meta.url)), 'npm run build:js').toBe(true);
    const { out, code } = await withRegistry(200, { micromark: [advisory], prettier: [advisory] });
    expect(out).toContain('error micromark: high: Reads past the end');
    expect(out).toContain('notice of a tool: prettier: high: Reads past the end');
    expect(out).not.toContain('error prettier');
    expect(code).toBe(1);
  });

  it('counts neither way where the registry offers no audit', async () => {
    const { out, code } = await withRegistry(405, {});
    expect(out).toContain('notice: not answerable here');
    expect(out).toMatch(/^0 passed, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('fails in CI where a registry that has one does not answer', async () => {
    const { out, code } = await withRegistry(503, {});
    expect(out).toContain('error: not answerable here');
    expect(code).toBe(1);
  });
}, 60_000);
