// Serves a folder on this machine and reloads the pages that browsers have open.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import EleventyDevServer from '@11ty/eleventy-dev-server';

export interface DevServer {
  reload(): void;
}

/** Answers a request, or hands it on. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** `before` is asked before the folder is looked into. `onTaken` is called instead when something else listens on the port. */
export async function startServer(
  dir: string,
  port: number,
  before: Middleware,
  onTaken: () => never,
): Promise<DevServer> {
  if (!(await isFree(port))) onTaken();
  const server = EleventyDevServer.getServer('quotidien', dir, {
    domDiff: false,
    messageOnStart: () => '',
    middleware: [before],
  });
  server.serve(port);
  await server.ready();
  return { reload: () => server.reload({}) };
}

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once('error', () => resolve(false));
  probe.listen(port, () => probe.close(() => resolve(true)));
  return promise;
}
