// The server of the tests in a browser does what a good host does.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type StaticServer, serveFolder } from './static-server.ts';

const PAGE = `<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">`;

describe('a site that is served', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-server-'));
  let server: StaticServer;
  before(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, '404.html'), 'Page introuvable');
    writeFileSync(join(folder, 'assets/site.css'), 'p { color: red }');
    server = await serveFolder(folder);
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(server.origin + path, init);

  it('has its pages at the addresses of their folders, with their policy and a collector of its reports', async () => {
    const response = await get('/');
    assert.equal(await response.text(), PAGE);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'self'; report-uri /csp-report",
    );
    await get('/csp-report', { method: 'POST', body: '{"csp-report":{}}' });
    assert.deepEqual(server.reports, ['{"csp-report":{}}']);
  });

  it('is compressed for browsers that accept it, and its assets may be cached for ever', async () => {
    const response = await get('/assets/site.css', { headers: { 'Accept-Encoding': 'gzip, br' } });
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    assert.equal(await response.text(), 'p { color: red }');
  });

  for (const path of ['/nothing.html', '/nothing/', '/assets', '/%2e%2e/%2e%2e/etc/passwd'])
    it(`answers 404 for a page that does not exist: ${path}`, async () => {
      const response = await get(path);
      assert.equal(response.status, 404);
      assert.equal(await response.text(), 'Page introuvable');
    });
});
