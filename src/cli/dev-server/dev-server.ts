// Serves the folder of a site to the person at this machine, and reloads the pages that browsers have open.

import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import send from 'send';
import { HOME_URL, NOT_FOUND_URL } from '../../address/addresses.ts';
import { type PublishedUrl, pathInFolder, publishedUrl } from '../../address/site-place.ts';
import type { ImageWhenAsked } from '../../engine/images/images-when-asked.ts';
import { ContentChanged } from '../../engine/reading/content-changed.ts';
import { devWords } from '../../locale/dev-words.ts';
import { findFile } from './find-file.ts';
import { type LiveReload, liveReload } from './live-reload.ts';
import type { PanelReport } from './panel-report.ts';
import { putPartsIn } from './put-parts-in.ts';
import { type HostRule, hostRule, isLoopback, isTrusted } from './trusted-request.ts';

/** Both, since a browser may take `localhost` for either. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** What the system says where there is no IPv6. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

export interface ServedSite {
  /** The built site. */
  readonly dir: string;
  /** That of the site on its host, where it is here too; ''. It may change with a build. */
  readonly folder: () => string;
  /** Where to listen: `localhost` is this machine alone. */
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Asked before the folder is looked into. */
  readonly image: ImageWhenAsked;
  /** Told, in French, what went wrong with a request. */
  readonly onTrouble: (line: string) => void;
}

export interface DevServer {
  readonly port: number;
  /** Loads the pages that browsers show again. */
  reload(): void;
  /** What pages show over themselves, those too that are opened later; null: all is well. */
  tell(report: PanelReport | null): void;
  close(): Promise<void>;
}

/**
 * Rejects with the system's error when it can't listen there. From then on nothing that is sent to it ends the process: what is
 * not for us or not understood is refused, and what fails is told.
 */
export async function startServer(site: ServedSite): Promise<DevServer> {
  const reloading = liveReload();
  const rule = hostRule(site.host);
  const answerTo: RequestListener = (request, response) => {
    // The other side may be gone at any moment.
    response.on('error', () => {});
    answer(site, rule, reloading, request, response).catch((error: unknown) => {
      const isPassing = error instanceof ContentChanged;
      if (!isPassing)
        site.onTrouble(devWords.requestFailed(printable(request.url), printable(String(error))));
      if (response.headersSent) response.destroy();
      // The photograph changed since the build, which another one is about to see.
      else refuse(response, isPassing ? 503 : 500, devWords.failed);
    });
  };
  const [first, ...others] = isLoopback(site.host) ? LOOPBACK : [site.host];
  const servers = [await listen(answerTo, first!, site.port)];
  const { port } = servers[0]!.address() as AddressInfo;
  try {
    for (const host of others) servers.push(await listen(answerTo, host, port));
  } catch (error) {
    if (!NO_SUCH_ADDRESS.has((error as NodeJS.ErrnoException).code ?? '')) {
      await Promise.all(servers.map(stop));
      throw error;
    }
  }
  // Such as too many open files: the next connection may be taken again.
  for (const server of servers)
    server.on('error', error => site.onTrouble(devWords.listening(error.message)));
  return {
    port,
    reload: reloading.reload,
    tell: reloading.tell,
    async close() {
      reloading.close();
      await Promise.all(servers.map(stop));
    },
  };
}

function listen(answerTo: RequestListener, host: string, port: number): Promise<Server> {
  const { promise, resolve, reject } = Promise.withResolvers<Server>();
  const server = createServer(answerTo);
  server.once('error', reject);
  server.listen(port, host, () => {
    server.off('error', reject);
    resolve(server);
  });
  return promise;
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  site: ServedSite,
  rule: HostRule,
  reloading: LiveReload,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers, url: target = '' } = request;
  if (!isTrusted(headers, rule)) {
    refuse(response, 403, devWords.notForUs);
    return;
  }
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, devWords.onlyReading);
    return;
  }
  if (reloading.answer(target, response)) return;
  const folder = site.folder();
  const within = pathInFolder(target, folder);
  if (folder !== '' && [HOME_URL, folder].includes(pathOf(target))) {
    redirect(publishedUrl(HOME_URL, folder), response);
    return;
  }
  const image = within === null ? null : await site.image(pathOf(within));
  if (image !== null) {
    sendBytes(200, image.type, image.bytes, response);
    return;
  }
  const found = within === null ? null : await findFile(site.dir, within);
  if (found?.kind === 'redirect') {
    redirect(publishedUrl(found.to, folder), response);
    return;
  }
  const file = found ?? (await findFile(site.dir, NOT_FOUND_URL));
  if (file?.kind !== 'file') {
    sendPage(reloading.withScript(devWords.noPage), 404, response);
    return;
  }
  if (found !== null && !file.path.endsWith('.html')) {
    await sendFile(file.root, file.path, request, response);
    return;
  }
  const html = await putPartsIn(await readFile(join(file.root, file.path), 'utf8'), address =>
    textAt(site, address),
  );
  // What a script fetches it wants as it is.
  const isShown = (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate';
  sendPage(isShown ? reloading.withScript(html) : html, found === null ? 404 : 200, response);
}

/** Of a part of pages; null: the site has none there. */
async function textAt(site: ServedSite, address: string): Promise<string | null> {
  const within = pathInFolder(address, site.folder());
  const part = within === null ? null : await findFile(site.dir, within);
  return part?.kind === 'file' ? readFile(join(part.root, part.path), 'utf8') : null;
}

function pathOf(target: string): string {
  return target.replace(/[?#].*/s, '');
}

function redirect(to: PublishedUrl, response: ServerResponse): void {
  response.writeHead(302, { Location: to }).end();
}

function sendPage(html: string, status: number, response: ServerResponse): void {
  sendBytes(status, 'text/html; charset=utf-8', Buffer.from(html), response);
}

/** Not kept by the browser: a page names the build that it is of. */
function sendBytes(status: number, type: string, bytes: Uint8Array, response: ServerResponse): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': bytes.byteLength,
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}

/** Films are asked for in parts, which `send` knows how to give. */
function sendFile(
  root: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  response.setHeader('Cache-Control', 'no-cache');
  response.once('close', resolve);
  const address = path.split(sep).map(encodeURIComponent).join('/');
  send(request, address, { root, dotfiles: 'allow', index: false, cacheControl: false })
    .on('error', (error: { readonly status?: number }) => {
      // Of the browser's making: a part that the file does not have, or a condition that does not hold.
      if (error.status === undefined || error.status >= 500) reject(error);
      else refuse(response, error.status, devWords.failed);
    })
    .on('directory', () => reject(new Error('a folder where a file was')))
    .pipe(response);
  return promise;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  sendBytes(status, 'text/plain; charset=utf-8', Buffer.from(`${words}\n`), response);
}

/** What others sent, without the control characters by which it could write over the terminal, and not all of it. */
function printable(text = ''): string {
  return text.replace(/\p{C}/gu, '�').slice(0, 200);
}
