import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { frameScript, makeFrame, type FrameState } from './frame.js';

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  brf: 'text/plain; charset=us-ascii',
};

/** Serves the editions to the author's own browser. */
export interface WatchServer {
  /** Address of the page that shows editions and messages. */
  url: string;
  /** Tells open pages what is new. */
  update(state: FrameState): void;
  close(): Promise<void>;
}

/**
 * Serves a folder on the loopback interface only.
 *
 * @param port - 0 takes any that is free
 * @throws {EveryreadError} code `io`, when the port is taken
 */
export async function serve(folder: string, port: number): Promise<WatchServer> {
  let state: FrameState = { title: '', editions: [], messages: [] };
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => send(response, 500, 'text/plain', 'This page could not be read.'));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another site must not reach the draft by a name that leads here.
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost') return send(response, 403, 'text/plain', 'Only this computer may read the draft.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'Only reading is possible.');
    const path = decodePath(request.url);
    if (path === '/') return send(response, 200, 'text/html; charset=utf-8', makeFrame(state));
    if (path === '/everyread/watch.js') return send(response, 200, 'text/javascript; charset=utf-8', frameScript);
    if (path === '/everyread/state') return send(response, 200, 'application/json', JSON.stringify(state));
    if (path === '/everyread/events') return listen(response);
    const body = path === undefined ? undefined : await readPage(folder, path);
    if (!body) return send(response, 404, 'text/plain', 'There is no such page.');
    return send(response, 200, mediaTypes[path!.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream', body);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  await start(server, port);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/`,
    update(next) {
      state = next;
      for (const each of listeners) each.write('data: new\n\n');
    },
    close() {
      for (const each of listeners) each.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A file of the folder, or of an EPUB in it: `/report.epub/EPUB/nav.xhtml`. */
async function readPage(folder: string, path: string): Promise<Uint8Array | undefined> {
  const parts = path.slice(1).split('/');
  const book = parts.findIndex((part, index) => part.endsWith('.epub') && index < parts.length - 1);
  const file = join(folder, ...(book < 0 ? parts : parts.slice(0, book + 1)));
  // A link in the folder may lead out of it.
  const [inside, real] = await Promise.all([folder, file].map((each) => realpath(each).catch(() => undefined)));
  if (inside === undefined || !real?.startsWith(inside + sep)) return undefined;
  const body = await readFile(real).catch(() => undefined);
  if (!body || book < 0) return body;
  return unzip(body).get(parts.slice(book + 1).join('/'));
}

function decodePath(url: string | undefined): string | undefined {
  try {
    const path = decodeURIComponent((url ?? '/').replace(/[?#].*$/, ''));
    return path.includes('\0') ||
      path.includes('\\') ||
      path.split('/').some((part) => part === '..' || (part.startsWith('.') && part !== ''))
      ? undefined
      : path;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Nor may a page of another site show the draft, or its pictures, within itself.
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "frame-ancestors 'self'",
  });
  response.end(body);
}

function start(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new EveryreadError('io', taken ? `The port ${port} is taken` : `The preview can't be served (${cause.code ?? 'unknown reason'})`, {
          hint: 'Choose another with --port, or --port 0 for any.',
          cause,
        }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
