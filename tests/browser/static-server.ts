// The folder of a built site becomes a server on this machine that does what a good host does, and that collects the
// reports of violations of the pages' Content-Security-Policy.
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pathInFolder } from '../../src/address/site-place.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Formats that are already compressed, and would gain nothing. */
const COMPRESSED = new Set(['.avif', '.ico', '.jpg', '.mp3', '.mp4', '.png', '.webm', '.webp', '.woff2']);

const REPORT_PATH = '/csp-report';

export interface StaticServer extends AsyncDisposable {
  /** `http://127.0.0.1:40001`, without a final slash. */
  readonly origin: string;
  /** The reports of browsers about violations of the policy, as JSON, oldest first. */
  readonly reports: string[];
}

/** The file of an address that is elsewhere than in the folder; null: there is none. */
type Elsewhere = (url: string) => Promise<string | null>;

/**
 * Serves `folder` at a free port, with files that are `elsewhere`; disposing of the server stops it. With `below` (`/journal`) the site is
 * in that folder of the host, which has nothing else.
 */
export async function serveFolder(
  folder: string,
  elsewhere: Elsewhere = async () => null,
  below = '',
): Promise<StaticServer> {
  const reports: string[] = [];
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === REPORT_PATH) collect(request, response, reports);
    else
      answer({ folder, elsewhere, below }, bodies, request, response).catch(error =>
        response.destroy(error as Error),
      );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function collect(request: IncomingMessage, response: ServerResponse, reports: string[]): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', chunk => {
    text += chunk;
  });
  request.on('end', () => {
    reports.push(text);
    response.writeHead(204).end();
  });
}

interface ServedFolder {
  readonly folder: string;
  readonly elsewhere: Elsewhere;
  readonly below: string;
}

async function answer(
  { folder, elsewhere, below }: ServedFolder,
  bodies: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const path = pathInFolder(asked, below);
  if (path === null) {
    response.writeHead(404, { 'Content-Type': TYPES['.txt'] }).end('beside the site');
    return;
  }
  const inFolder = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  const wanted = (await elsewhere(path)) ?? inFolder;
  const found = statSync(wanted, { throwIfNoEntry: false })?.isFile() ?? false;
  const file = found ? wanted : join(folder, '404.html');
  const type = extname(file);
  const bytes = readFileSync(file);
  const encoding = COMPRESSED.has(type) ? null : preferredEncoding(request);
  const policy = type === '.html' ? policyOf(bytes.toString('utf8')) : null;
  response.writeHead(found ? 200 : 404, {
    'Content-Type': TYPES[type] ?? 'application/octet-stream',
    // The address of an asset contains a hash of its content.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(policy !== null && { 'Content-Security-Policy': `${policy}; report-uri ${REPORT_PATH}` }),
    ...(encoding !== null && { 'Content-Encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : encode(bytes, encoding, file, bodies));
}

type Encoding = 'br' | 'gzip';

function preferredEncoding(request: IncomingMessage): Encoding | null {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function encode(bytes: Buffer, encoding: Encoding | null, file: string, bodies: Map<string, Buffer>): Buffer {
  if (encoding === null) return bytes;
  const key = `${encoding} ${file}`;
  const body = bodies.get(key) ?? (encoding === 'br' ? brotliCompressSync(bytes) : gzipSync(bytes));
  bodies.set(key, body);
  return body;
}

/** The Content-Security-Policy in a page's `<meta>`; null: the page has none. */
export function policyOf(html: string): string | null {
  const tag = /<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*>/i.exec(html)?.[0] ?? '';
  const content = /\scontent="([^"]*)"/.exec(tag)?.[1];
  if (content === undefined) return null;
  return content.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
