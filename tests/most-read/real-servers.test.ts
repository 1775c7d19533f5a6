// Logs that nginx, Apache and Caddy really write, of requests with the worst names.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { countLogs } from '../../src/most-read/count-logs.ts';
import { NO_COUNTS } from '../../src/most-read/hour-counts.ts';
import { HOUR } from '../../src/time/durations.ts';
import { programMissing } from '../servers/programs.ts';
import { startServer } from '../servers/start-server.ts';
import { FIREFOX } from './made-logs.ts';

const root = mkdtempSync(join(tmpdir(), 'quotidien-server-logs-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PORT = '/chine/2014/05/20/port.html';
mkdirSync(join(root, 'chine/2014/05/20'), { recursive: true });
writeFileSync(join(root, PORT), '<!doctype html><title>Le port</title>');

const LOGGING = {
  nginx: (log: string) => `access_log ${log} combined;`,
  // As Debian has it.
  apache2: (log: string) =>
    `LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined\nCustomLog ${log} combined`,
  caddy: (log: string) => `file_server\n    log {\n        output file ${log}\n    }`,
} as const;

/** Node's own client sends what it is told, and as it is told. */
function ask(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(origin, { path, method, headers, agent: false }, response => {
      response.resume().on('end', () => resolve(response.statusCode!));
    });
    asked.on('error', reject).end();
  });
}

for (const server of ['nginx', 'apache2', 'caddy'] as const)
  describe(`a log of ${server}`, { skip: programMissing(server) }, () => {
    it('says who read what, whatever they are called and however they ask', async () => {
      const log = join(root, `${server}.log`);
      const agents = [
        FIREFOX,
        'Mozilla/5.0 (dit "le Grand" \\ [x])',
        Buffer.from('Mozilla/5.0 (Élan) Firefox/120.0').toString('latin1'),
        `${FIREFOX} ${'o'.repeat(3000)}`,
      ];
      {
        await using running = await startServer(server, root, LOGGING[server](log));
        const { origin } = running;
        for (const agent of agents)
          assert.equal(
            await ask(origin, `${PORT}?lu="oui"`.replaceAll('"', '%22'), { 'user-agent': agent }),
            200,
          );
        assert.equal(await ask(origin, '/chine/2014/05/20/%70ort.html', { 'user-agent': FIREFOX }), 200);
        // None of these is a reading.
        assert.equal(await ask(origin, PORT, { 'user-agent': 'curl/8.5.0' }), 200);
        assert.equal(await ask(origin, PORT, {}), 200);
        assert.equal(
          await ask(origin, PORT, { 'user-agent': 'Mozilla/5.0 (partie)', range: 'bytes=0-3' }),
          206,
        );
        assert.equal(await ask(origin, PORT, { 'user-agent': 'Mozilla/5.0 (tout)' }, 'HEAD'), 200);
        assert.equal(await ask(origin, '/chine/2014/05/20/quai.html', { 'user-agent': FIREFOX }), 404);
        for (let tries = 0; !existsSync(log) && tries < 100; tries++) await wait(20);
      }
      const now = Date.now() + HOUR;
      const site = {
        baseUrl: 'https://portail.example',
        timeZone: 'UTC',
        mostReadHours: 48,
        mostReadWindow: 24,
        logFields: null,
      };
      const { tally, outcomes, counts } = await countLogs(
        [{ name: log, source: log }],
        NO_COUNTS,
        now,
        site,
        () => null,
      );
      assert.equal(outcomes[0]!.format, server === 'caddy' ? 'caddy' : 'combined');
      assert.equal(tally.malformed, 0);
      const readers = [...counts.hours.values()].flatMap(hour => [...hour.readers]);
      const addresses = new Set(readers.map(([address]) => address));
      assert.deepEqual([...addresses], [PORT]);
      // Midnight may pass meanwhile: then one of them may count twice.
      const total = readers.reduce((sum, [, count]) => sum + count, 0);
      assert.ok(total === agents.length || total === agents.length + 1, String(total));
    });
  });
