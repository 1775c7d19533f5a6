// The handler on a port of this machine, by Node: with times after which slow senders are let go, and an end that loses nothing.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { FetchHandler } from './service.ts';

export interface Served {
  readonly port: number;
  /** Takes no more connections, and ends when the last answer is sent or 5 s later. */
  close(): Promise<void>;
}

/** A form of 40 kB on the slowest of lines, in ms. */
const REQUEST_TIME = 20_000;
const HEADERS_TIME = 10_000;
const CLOSE_TIME = 5_000;

export async function serveService(
  handle: FetchHandler,
  { host, port }: { readonly host: string; readonly port: number },
  { requestTime = REQUEST_TIME } = {},
): Promise<Served> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve(
    {
      fetch: (request, { incoming }) => handle(request, { address: incoming.socket.remoteAddress ?? '' }),
      hostname: host,
      port,
      serverOptions: {
        requestTimeout: requestTime,
        headersTimeout: Math.min(HEADERS_TIME, requestTime),
        connectionsCheckingInterval: Math.min(1_000, requestTime),
        maxHeaderSize: 16 * 1024,
      },
    },
    resolve,
  ) as Server;
  server.on('error', reject);
  const address = await promise;
  return {
    port: address.port,
    close: () =>
      new Promise(done => {
        const late = setTimeout(() => server.closeAllConnections(), CLOSE_TIME);
        server.close(() => {
          clearTimeout(late);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}
