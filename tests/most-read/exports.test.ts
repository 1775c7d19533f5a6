// What services export as files, in the documented form of each: who counts, when, and what is no export.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { csvRecords } from '../../src/most-read/csv-records.ts';
import { EXPORTS } from '../../src/most-read/export-of-service.ts';
import type { AudienceService } from '../../src/site/audience-services.ts';
import { DAY, HOUR } from '../../src/time/durations.ts';

const dir = mkdtempSync(join(tmpdir(), 'quotidien-exports-'));
after(() => rmSync(dir, { recursive: true }));

/** Half past three in the afternoon in Shanghai; the file was made half an hour before. */
const NOW = Date.parse('2014-05-20T15:30:00+08:00');
const MADE = NOW - HOUR / 2;
const PORT = '/chine/2014/05/20/port.html';

/** By addresses: how many readers, and in how many hours; and the instant of the newest. */
async function read(service: AudienceService, content: string | Buffer) {
  const path = join(dir, 'export');
  writeFileSync(path, content);
  utimesSync(path, MADE / 1000, MADE / 1000);
  const found = await EXPORTS[service](path, { since: NOW - DAY, now: NOW, timeZone: 'Asia/Shanghai' });
  if (found === null) return null;
  const readers: Record<string, number> = {};
  const hours: Record<string, number[]> = {};
  for (const { address, hour, readers: count } of found.counts) {
    readers[address] = (readers[address] ?? 0) + count;
    hours[address] = [...(hours[address] ?? []), hour];
  }
  return { readers, hours, newest: found.newest };
}

describe('an export of Plausible', () => {
  const table = [
    '"date","hostname","page","visits","visitors","pageviews"',
    `"2014-05-20","portail.example","${PORT}",40,30,70`,
    '"2014-05-19","portail.example","/b, ""c""/",9,8,9',
    '"2014-05-01","portail.example","/old",9,8,9',
  ].join('\r\n');

  it('has readers of days, spread over the hours that had begun when it was made', async () => {
    const { readers, hours, newest } = (await read('plausible', table))!;
    assert.deepEqual(Object.keys(readers), [PORT, '/b, "c"/']);
    assert.ok(Math.abs(readers[PORT]! - 30) < 1e-9);
    // From midnight to three in the afternoon, and the whole of the day before.
    assert.deepEqual([hours[PORT]!.length, hours['/b, "c"/']!.length], [15, 24]);
    assert.equal(newest, MADE);
  });

  it('has columns in any order, and more of them', async () => {
    const found = await read(
      'plausible',
      `date,visitors,pageviews,hostname,page\n2014-05-20,7,9,x,${PORT}\n`,
    );
    assert.equal(Math.round(found!.readers[PORT]!), 7);
  });
});

describe('an export of GoatCounter', () => {
  const row = (path: string, session: string, time: string, { bot = '0', event = 'false' } = {}): string =>
    `${path},"A title, with a comma",${event},,Firefox,Linux,${session},${bot},,,1440x900,FR,true,${time}`;
  const table = [
    '2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location,FirstVisit,Date',
    row(PORT, 'a', '2014-05-20T06:05:00Z'),
    row(PORT, 'a', '2014-05-20T04:05:00Z'),
    row(PORT, 'b', '2014-05-20T05:00:00Z'),
    // Yesterday in Shanghai.
    row(PORT, 'a', '2014-05-19T15:00:00Z'),
    row(PORT, '', '2014-05-20T05:10:00Z'),
    row(PORT, '', '2014-05-20T05:20:00Z'),
    row(PORT, 'c', '2014-05-20T05:00:00Z', { bot: '3' }),
    row('clic', 'd', '2014-05-20T05:00:00Z', { event: 'true' }),
    row(PORT, 'e', 'nonsense'),
    row(PORT, 'f', '2031-01-01T00:00:00Z'),
    PORT,
  ].join('\n');

  it('counts a session once a day for a page, in its first hour, and no programs or events', async () => {
    for (const content of [table, gzipSync(table)]) {
      const { readers, hours, newest } = (await read('goatcounter', content))!;
      assert.deepEqual(readers, { [PORT]: 5 });
      const at = (iso: string): number => Math.floor(Date.parse(iso) / HOUR);
      assert.deepEqual(hours[PORT]!.toSorted(), [
        at('2014-05-19T15:00Z'),
        at('2014-05-20T04:00Z'),
        ...Array(3).fill(at('2014-05-20T05:00Z')),
      ]);
      assert.equal(newest, Date.parse('2014-05-20T06:05:00Z'));
    }
  });
});

describe('an export of Matomo', () => {
  it('has rows under their days', async () => {
    const rows = [
      { label: 'port.html', url: `https://portail.example${PORT}`, nb_visits: 20, nb_uniq_visitors: 15 },
      { label: 'chine/b.html', nb_visits: 3 },
    ];
    const found = (await read('matomo', JSON.stringify({ '2014-05-19': [], '2014-05-20': rows })))!;
    assert.equal(Math.round(found.readers[`https://portail.example${PORT}`]!), 15);
    assert.equal(Math.round(found.readers['/chine/b.html']!), 3);
    assert.equal(found.newest, MADE);
  });

  it('of one day says not of which, and is refused', async () => {
    assert.equal(await read('matomo', JSON.stringify([{ label: '/a', nb_visits: 1 }])), null);
  });
});

describe('what is no export', () => {
  it('is known as none', async () => {
    for (const service of ['plausible', 'goatcounter', 'matomo'] as const)
      for (const content of [
        '',
        '\n',
        'a,b\n1,2\n',
        '<!DOCTYPE html>',
        '{"result":"error"}',
        '"',
        '2014-05-20,/a,3\n',
      ])
        assert.equal(await read(service, content), null, `${service}: ${content}`);
  });
});

describe('a table in CSV', () => {
  it('gives its fields as they were, however its text is cut', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('', '"', ',', '\n', '\r\n', '""', 'a"b', 'é'));
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (records, size) => {
        const text = records
          .map(fields => fields.map(each => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const found: (readonly string[])[] = [];
        const reader = csvRecords(fields => found.push(fields));
        for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
        reader.end();
        assert.deepEqual(found, records);
      }),
    );
  });
});
