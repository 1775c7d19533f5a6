// A small server on this machine that keeps what it was asked, and answers as a test says: by words, or by a fault of the network.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A reply, or what befalls the connection. */
export type Told =
  | {
      readonly status: number;
      readonly body?: object | string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is cut before anything is said, or in the middle of the reply; nothing is ever said. */
  | 'cut'
  | 'half'
  | 'silent';

export interface LocalCdn {
  readonly url: string;
  /** In the order in which they came. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export async function localCdn(tell: (asked: Asked, count: number) => Told): Promise<LocalCdn> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece);
    } catch {
      // The client went away.
      return;
    }
    asked.push({
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body: Buffer.concat(pieces).toString(),
    });
    answer(response, tell(asked.at(-1)!, asked.length));
  });
  // Node's parser knows the methods that IANA does, and BAN is none of them.
  server.on('clientError', (error: Error & { rawPacket?: Buffer }, socket: Socket) => {
    const [first = '', ...lines] = (error.rawPacket?.toString() ?? '').split('\r\n');
    const [, method, path] = /^(BAN) (\S+) HTTP\/1\.1$/.exec(first) ?? [];
    if (method === undefined || path === undefined) return socket.destroy();
    const headers = Object.fromEntries(
      lines
        .filter(line => line.includes(': '))
        .map(line => {
          const [name = '', value = ''] = line.split(/: (.*)/);
          return [name.toLowerCase(), value];
        }),
    );
    asked.push({ method, path, headers, body: '' });
    answerByHand(socket, tell(asked.at(-1)!, asked.length));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerByHand(socket: Socket, told: Told): void {
  if (told === 'silent') return;
  if (typeof told === 'string') {
    socket.destroy();
    return;
  }
  const body = typeof told.body === 'string' ? told.body : JSON.stringify(told.body ?? '');
  const lines = Object.entries({
    ...told.headers,
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
  });
  socket.end([`HTTP/1.1 ${told.status} Told`, ...lines.map(line => line.join(': ')), '', body].join('\r\n'));
}

function answer(response: ServerResponse, told: Told): void {
  if (told === 'silent') return;
  if (told === 'cut') {
    response.socket!.destroy();
    return;
  }
  if (told === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"success": tr', () => response.socket!.destroy());
    return;
  }
  const { status, body = '', headers = {} } = told;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}
