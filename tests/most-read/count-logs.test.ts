// Whole logs, in any format and packing, to what is counted of them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { randomFrom } from '../../bench/random.ts';
import type { PresentAddress } from '../../src/most-read/asked-article.ts';
import { type CountingSite, countLogs, type Log } from '../../src/most-read/count-logs.ts';
import { NO_COUNTS } from '../../src/most-read/hour-counts.ts';
import { LONGEST_LINE } from '../../src/most-read/line-splitter.ts';
import { HOUR, MINUTE } from '../../src/time/durations.ts';
import { howMany } from '../soak/how-many.ts';
import { caddy, cloudfront, combined, FIELDS_LINE, FIREFOX, logpush, type Reading } from './made-logs.ts';

const dir = mkdtempSync(join(tmpdir(), 'quotidien-logs-'));
after(() => rmSync(dir, { recursive: true, force: true }));

const NOW = Date.UTC(2014, 4, 20, 8);
const PORT = '/chine/2014/05/20/port.html';
const QUAI = '/chine/2014/05/20/quai.html';
const SITE: CountingSite = {
  baseUrl: 'https://portail.example',
  timeZone: 'Asia/Shanghai',
  mostReadHours: 48,
  mostReadWindow: 24,
  logFields: null,
};

const inMemory = (text: string | Buffer): Log => ({
  name: 'log',
  source: Readable.from([Buffer.from(text as string)]),
});

/** By hours before `NOW`, the readers of each article. */
async function countedIn(
  logs: readonly Log[],
  site: Partial<CountingSite> = {},
  presentAddress: PresentAddress = () => null,
) {
  const settings = { ...SITE, ...site };
  const { counts, tally, outcomes } = await countLogs(logs, NO_COUNTS, NOW, settings, presentAddress);
  const hours = Object.fromEntries(
    [...counts.hours]
      .filter(([, { readers }]) => readers.size > 0)
      .map(([hour, { readers }]) => [hour - NOW / HOUR, Object.fromEntries([...readers].sort())]),
  );
  return { hours, tally, outcomes };
}

const countsOf = async (readings: readonly Reading[], site: Partial<CountingSite> = {}) =>
  (await countedIn([inMemory(readings.map(each => `${combined(each)}\n`).join(''))], site)).hours;

describe('of readers', () => {
  const time = NOW - 30 * MINUTE;

  it('each is counted once a day for an article, in the hour in which they came first', async () => {
    const again = [time, time + MINUTE, time - 2 * HOUR, time - 3 * HOUR].map(each => ({ time: each }));
    assert.deepEqual(await countsOf(again), { '-4': { [PORT]: 1 } });
  });

  it('each is counted once for an article of which they asked by an old address too, whatever its form', async () => {
    const old = ['/chine/2014/05/19/vieux.html', '/vieux/', '/vieux'];
    const asked = [...old, PORT].map((path, at) => ({ time: time + at, path }));
    const text = [...asked, { time, path: '/vieux/', client: '198.18.7.9' }].map(
      each => `${combined(each)}\n`,
    );
    const { hours } = await countedIn([inMemory(text.join(''))], {}, url =>
      old.includes(url) ? PORT : null,
    );
    assert.deepEqual(hours, { '-1': { [PORT]: 2 } });
  });

  it('each is counted anew on another day of the site’s own', async () => {
    // Midnight in Shanghai is 16 h in UTC.
    const evening = Date.UTC(2014, 4, 19, 15, 59, 59);
    const both = [{ time: evening }, { time: evening + 1000 }];
    assert.deepEqual(await countsOf(both), { '-17': { [PORT]: 1 }, '-16': { [PORT]: 1 } });
    assert.deepEqual(await countsOf(both, { timeZone: 'UTC' }), { '-17': { [PORT]: 1 } });
  });

  it('two are told apart by their networks or their browsers, and by nothing else', async () => {
    const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36';
    const four = [
      { time },
      { time, client: '203.0.113.9' },
      { time, client: '203.0.114.7' },
      { time, agent: chrome },
      { time, client: '2001:db8:1::7' },
      { time, client: '2001:db8:1:ffff::9' },
    ];
    assert.deepEqual(await countsOf(four), { '-1': { [PORT]: 4 } });
  });

  it('programs are none, and nobody without a browser is', async () => {
    const bots = [
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36 (compatible; bingbot/2.0)',
      'GPTBot/1.2',
      'facebookexternalhit/1.1',
      'curl/8.5.0',
      'Wget/1.21',
      'python-requests/2.31.0',
      'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36',
      'UptimeRobot/2.0',
      '-',
      '',
      ' ',
    ];
    assert.deepEqual(await countsOf(bots.map(agent => ({ time, agent }))), {});
  });

  it('those of other pages, and of pages that were not given, are not counted', async () => {
    const paths = [
      '/',
      '/chine/',
      '/chine/2014/05/',
      '/assets/quotidien.js',
      '/chine/2014/13/20/port.html',
      '/chine/2014/05/20/port.html.bak',
      '*',
    ];
    assert.deepEqual(await countsOf(paths.map(path => ({ time, path }))), {});
    assert.deepEqual(await countsOf([206, 301, 404, 500].map(status => ({ time, status }))), {});
  });

  it('an article is the same however its address is written', async () => {
    const paths = [
      PORT,
      `${PORT}?utm_source=lettre`,
      `${PORT}#suite`,
      `/${PORT}`,
      '/chine//2014/05/20///port.html',
      '/chine/2014/05/20/%70%6Frt.html',
      `https://portail.example${PORT}?a`,
      `HTTP://portail.example:8080${PORT}`,
      // Some hosts give articles without their ending.
      '/chine/2014/05/20/port',
    ];
    const readers = paths.map((path, index) => ({ time, path, client: `198.51.${index}.1` }));
    assert.deepEqual(await countsOf(readers), { '-1': { [PORT]: paths.length } });
    const others = [
      '/chine/2014/05/20/%zz.html',
      '/chine/2014/05/20/%2e%2e/port.html',
      '/Chine/2014/05/20/port.html',
    ];
    assert.deepEqual(await countsOf(others.map(path => ({ time, path }))), {});
  });

  it('the most read articles of an hour are told, and their number has an end', async () => {
    const paths = Array.from({ length: 5000 }, (_, index) => `/chine/2014/05/20/n${index}.html`);
    const readings = [...paths, ...paths.slice(4500)].map((path, index) => ({
      time,
      path,
      client: `198.51.${index % 200}.1`,
    }));
    const ofHour = (await countsOf(readings))[-1]!;
    assert.equal(Object.keys(ofHour).length, 2000);
    for (const path of paths.slice(4500)) assert.equal(ofHour[path], 2, path);
  });

  it('of a site in a folder only what is below it counts', async () => {
    const site = { baseUrl: 'https://exemple.fr/journal' };
    const paths = [`/journal${PORT}`, `//journal/${QUAI}`, PORT, `/journaliste${PORT}`];
    assert.deepEqual(
      await countsOf(
        paths.map(path => ({ time, path })),
        site,
      ),
      { '-1': { [PORT]: 1, [QUAI]: 1 } },
    );
  });

  it('those to come, and of long ago, are not counted', async () => {
    const { hours, tally } = await countedIn([
      inMemory([NOW, NOW + HOUR, NOW - 97 * HOUR].map(each => `${combined({ time: each })}\n`).join('')),
    ]);
    assert.deepEqual(hours, {});
    assert.equal(tally.later, 2);
    assert.equal(tally.newest, NOW - 97 * HOUR);
  });
});

const READINGS: readonly Reading[] = Array.from({ length: 300 }, (_, index) => ({
  time: NOW - (1 + (index % 20)) * 17 * MINUTE,
  client: `198.51.${index % 100}.1`,
  path: index % 3 === 0 ? QUAI : PORT,
}));
const lines = (format: (reading: Reading) => string): string =>
  READINGS.map(each => `${format(each)}\n`).join('');
const LOGS = {
  combined: lines(combined),
  caddy: lines(caddy),
  cloudfront: `${FIELDS_LINE}\n${lines(cloudfront)}`,
  logpush: lines(logpush),
  named: lines(each =>
    JSON.stringify({ t: each.time, who: each.client, m: 'GET', u: each.path, s: 200, a: FIREFOX }),
  ),
} as const;
const logFields = { time: 't', client: 'who', method: 'm', url: 'u', status: 's', agent: 'a', purpose: null };

/** In zlib’s words. */
const DAMAGE: Readonly<Record<string, string>> = { gzip: 'Z_BUF_ERROR', zstd: 'Z_BUF_ERROR' };

describe('a log', () => {
  for (const [format, text] of Object.entries(LOGS))
    it(`is known as ${format} by its first lines, and says what the others do`, async () => {
      const { hours, tally, outcomes } = await countedIn([inMemory(text)], { logFields });
      assert.deepEqual(outcomes, [{ name: 'log', format, damage: null }]);
      assert.deepEqual([tally.malformed, tally.reads], [0, 300]);
      assert.deepEqual(hours, (await countedIn([inMemory(LOGS.combined)])).hours);
    });

  for (const [packing, pack] of Object.entries({ gzip: gzipSync, zstd: zstdCompressSync })) {
    it(`may be packed by ${packing}, in several pieces too`, async () => {
      const file = join(dir, `log.${packing}`);
      const half = LOGS.combined.length / 2;
      writeFileSync(
        file,
        Buffer.concat([pack(LOGS.combined.slice(0, half)), pack(LOGS.combined.slice(half))]),
      );
      const plain = (await countedIn([inMemory(LOGS.combined)])).hours;
      assert.deepEqual((await countedIn([{ name: 'log', source: file }])).hours, plain);
    });

    it(`is counted as far as it goes when what ${packing} packed is cut or spoilt`, async () => {
      // Of which nothing can be packed together, so that there are many blocks.
      const random = randomFrom(7);
      const agent = (): string => `${FIREFOX} ${Array.from({ length: 20 }, random).join('')}`;
      const text = Array.from(
        { length: 3000 },
        (_, index) => `${combined({ time: NOW - index * 1000, agent: agent() })}\n`,
      );
      const packed = pack(text.join(''));
      const cut = packed.subarray(0, packed.length - 5000);
      const spoilt = Buffer.from(packed).fill(0x55, packed.length - 9000, packed.length - 6000);
      for (const bytes of [cut, spoilt]) {
        const { tally, outcomes } = await countedIn([inMemory(bytes)]);
        assert.match(outcomes[0]!.damage ?? '', /^Z_|^ZSTD_/);
        assert.equal(outcomes[0]!.format, 'combined');
        assert.ok(tally.lines > 1000 && tally.lines < 3000, String(tally.lines));
      }
      assert.deepEqual(
        (await countedIn([inMemory(cut.subarray(0, 300))])).outcomes[0]!.damage,
        DAMAGE[packing],
      );
    });
  }

  it('may be empty, or begin before a line has ended', async () => {
    for (const text of ['', '\n\n', '\r\n']) {
      const { outcomes, tally } = await countedIn([inMemory(text)]);
      assert.deepEqual([outcomes[0]!.format, tally.lines], ['empty', 0], JSON.stringify(text));
    }
    const { tally } = await countedIn([inMemory(LOGS.combined.slice(30))]);
    assert.deepEqual([tally.lines, tally.malformed], [300, 1]);
  });

  it('may have the ends of lines of Windows, and lack the last one', async () => {
    const { hours, tally } = await countedIn([inMemory(LOGS.combined.replaceAll('\n', '\r\n').trimEnd())]);
    assert.equal(tally.malformed, 0);
    assert.deepEqual(hours, (await countedIn([inMemory(LOGS.combined)])).hours);
  });

  it('of another form is counted in no part', async () => {
    const binary = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));
    for (const text of [
      'Bonjour\n',
      '{"a":1}\n',
      '2014/05/20 15:30:00 [error] 7#7: *1\n',
      '#Fields: date time\n',
      binary,
    ]) {
      const { outcomes, tally } = await countedIn([inMemory(text)]);
      assert.deepEqual([outcomes[0]!.format, tally.lines], [null, 0]);
    }
  });

  it('has lines that are too long, and NUL where a disk was full, and the others are counted', async () => {
    const long = combined({ time: NOW - MINUTE, path: `/${'a'.repeat(LONGEST_LINE)}` });
    const text = `${long}\n${LOGS.combined}${'\0'.repeat(700_000)}\n${long}${long}${long}${long}${long}\n${LOGS.combined}`;
    const { hours, tally } = await countedIn([inMemory(text)]);
    assert.deepEqual([tally.lines, tally.malformed], [603, 3]);
    assert.deepEqual(hours, (await countedIn([inMemory(LOGS.combined)])).hours);
  });

  it('is counted once, by however many names it is given', async () => {
    const file = join(dir, 'access.log');
    writeFileSync(file, LOGS.combined);
    symlinkSync(file, join(dir, 'same.log'));
    const logs = ['access.log', 'same.log', './access.log'].map(name => ({ name, source: join(dir, name) }));
    assert.equal((await countedIn(logs)).tally.lines, 300);
  });
});

describe('what is counted', () => {
  const reading = fc.record({
    time: fc.integer({ min: NOW - 30 * HOUR, max: NOW + HOUR }),
    client: fc.constantFrom('203.0.113.7', '203.0.114.7', '2001:db8:1::1', '2001:db8:2::1', 'portail'),
    path: fc.constantFrom(PORT, QUAI, '/', `/${PORT}`, `${QUAI}?a`),
    agent: fc.constantFrom(FIREFOX, 'Safari', 'curl/8'),
    status: fc.constantFrom(200, 304, 404),
  });
  const log = fc.tuple(fc.array(reading, { maxLength: 40 }), fc.constantFrom(combined, caddy, logpush));
  const logOf = (texts: readonly string[]): Log => inMemory(texts.map(text => `${text}\n`).join(''));

  it('hangs neither on the order of lines nor on how they are divided among logs', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.infiniteStream(fc.nat(1000)),
        fc.integer({ min: 1, max: 4 }),
        async ([readings, format], order, parts) => {
          const texts = readings.map(format);
          const mixed = texts.map(text => ({ text, at: order.next().value })).sort((a, b) => a.at - b.at);
          const divided = Array.from({ length: parts }, (_, part) =>
            logOf(mixed.filter((_each, index) => index % parts === part).map(({ text }) => text)),
          );
          // A part whose lines are all unreadable has no format that anybody could see.
          fc.pre(readings.every(({ client }) => client !== 'portail'));
          assert.deepEqual((await countedIn(divided)).hours, (await countedIn([logOf(texts)])).hours);
        },
      ),
      howMany('logs of readers'),
    );
  });

  it('does not shrink when a log grows: of no day, and of no article, are there fewer readers', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.array(reading, { maxLength: 10 }), async ([readings, format], more) => {
        const before = sums((await countedIn([logOf(readings.map(format))])).hours);
        const then = sums((await countedIn([logOf([...readings, ...more].map(format))])).hours);
        for (const [article, count] of before) assert.ok((then.get(article) ?? 0) >= count);
      }),
      howMany('logs of readers'),
    );
  });

  function sums(
    hours: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ): ReadonlyMap<string, number> {
    const total = new Map<string, number>();
    for (const readers of Object.values(hours))
      for (const [article, count] of Object.entries(readers))
        total.set(article, (total.get(article) ?? 0) + count);
    return total;
  }
});
