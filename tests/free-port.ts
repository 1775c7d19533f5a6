// A port for a server that a test starts in another process.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to connections: one of these could be taken again before the server listens. */
const FIRST = 10_000;
const LAST = 29_999;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
    return true;
  } catch {
    return false;
  }
}
