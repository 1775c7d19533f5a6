// What readers get of the service of participation behind Caddy, as its documentation says, while it is there and while it is down.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { freePort } from '../free-port.ts';
import { programMissing } from '../servers/programs.ts';
import { startServer } from '../servers/start-server.ts';

/** What stands in the block of Caddy in the documentation, with the service at a port of this machine. */
function documentedLines(servicePort: number): string {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/participation.md'), 'utf8');
  const block = docs.split('```\n# Caddy:')[1]!.split('```')[0]!;
  return block
    .slice(block.indexOf('{') + 1, block.lastIndexOf('}'))
    .replace('127.0.0.1:8081', `127.0.0.1:${servicePort}`);
}

it('behind Caddy readers are told in French when the service is down, and what it says itself reaches them', {
  skip: programMissing('caddy'),
}, async () => {
  const port = await freePort();
  await using front = await startServer('caddy', tmpdir(), documentedLines(port));
  const send = () => fetch(`${front.origin}/commentaires`, { method: 'POST', body: 'text=Bonjour' });

  const down = await send();
  assert.equal(down.status, 503);
  assert.equal(down.headers.get('retry-after'), '300');
  assert.equal(down.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(await down.text(), /<html lang="fr">.*réessayez dans quelques minutes/);

  const service = createServer((request, response) => {
    response.writeHead(502, { 'content-type': 'text/plain' }).end(`${request.headers['x-forwarded-for']}`);
  }).listen(port, '127.0.0.1');
  try {
    const up = await send();
    assert.deepEqual([up.status, await up.text()], [502, '127.0.0.1']);
  } finally {
    service.close();
  }
});
