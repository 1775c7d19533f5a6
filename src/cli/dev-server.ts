// Serves a folder on this machine and reloads the pages that browsers have open.
import { createServer } from 'node:net';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import type { Middleware } from '../engine/images/images-when-asked.ts';

export interface DevServer {
  reload(): void;
}

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
