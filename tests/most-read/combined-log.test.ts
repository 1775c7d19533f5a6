// Lines of combined logs, as nginx and Apache write them, and as people, scanners and full disks leave them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { combinedLine } from '../../src/most-read/combined-log.ts';
import { howMany } from '../soak/how-many.ts';
import { type Said, type SaidOrKind, saidBy } from './line-parts.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0';
const PORT = '/chine/2014/05/20/port.html';
const READ: Said = { time: '2014-05-20T07:30:00.000Z', client: '203.0.113.7', target: PORT, agent: FIREFOX };

function line({
  client = '203.0.113.7',
  user = '-',
  time = '20/May/2014:15:30:00 +0800',
  request = `GET ${PORT} HTTP/1.1`,
  status = '200',
  length = '5120',
  referrer = '-',
  agent = FIREFOX,
  rest = '',
} = {}): string {
  return `${client} - ${user} [${time}] "${request}" ${status} ${length} "${referrer}" "${agent}"${rest}`;
}

const CASES: readonly (readonly [what: string, text: string | Buffer, said: SaidOrKind])[] = [
  ['a reading', line(), READ],
  ['one that the browser had already', line({ status: '304', length: '0' }), READ],
  ['one without a length', line({ length: '-' }), READ],
  ['one from another page', line({ referrer: 'https://portail.example/?a="%22'.replace('"', '\\"') }), READ],
  ['a part', line({ status: '206' }), 'passed'],
  ['an address that leads on', line({ status: '301' }), 'passed'],
  ['a page that is not there', line({ status: '404' }), 'passed'],
  ['a fault of the server', line({ status: '500' }), 'passed'],
  ['a question about a page', line({ request: `HEAD ${PORT} HTTP/1.1` }), 'passed'],
  ['something sent', line({ request: `POST ${PORT} HTTP/1.1` }), 'passed'],
  ['a request of nothing', line({ request: '', status: '400' }), 'passed'],
  ['a request that is none', line({ request: '-', status: '408' }), 'passed'],
  ['the greeting of another protocol', line({ request: '\\x16\\x03\\x01\\x02', status: '400' }), 'passed'],
  ['a tunnel', line({ request: 'CONNECT example.org:443 HTTP/1.1', status: '405' }), 'passed'],
  ['the time of another zone', line({ time: '20/May/2014:02:30:00 -0500' }), READ],
  ['the time of a zone with half an hour', line({ time: '20/May/2014:13:00:00 +0530' }), READ],
  ['a name that came in', line({ user: 'frank' }), { ...READ }],
  ['a name with a space and brackets', line({ user: 'frank [le 20/05] smith' }), READ],
  ['an address of IPv6', line({ client: '2001:db8:1:2::7' }), { ...READ, client: '2001:db8:1:2::7' }],
  ['an address of IPv6 that begins with colons', line({ client: '::1' }), { ...READ, client: '::1' }],
  [
    'an address of IPv4 within IPv6',
    line({ client: '::ffff:203.0.113.7' }),
    { ...READ, client: '::ffff:203.0.113.7' },
  ],
  ['the addresses of proxies after the reader’s', line({ client: '203.0.113.7, 10.0.0.1' }), READ],
  ['the name of a site before it', line({ client: 'portail.example:443 203.0.113.7' }), READ],
  ['the name of a machine', line({ client: 'abo-7.dsl.example' }), 'malformed'],
  ['no address', line({ client: '-' }), 'malformed'],
  ['the address of a socket', line({ client: 'unix:' }), 'malformed'],
  ['a question', line({ request: `GET ${PORT}?utm_source=a&b=%20 HTTP/1.1` }), READ],
  ['a part of the page', line({ request: `GET ${PORT}#suite HTTP/1.1` }), READ],
  [
    'the form for proxies',
    line({ request: `GET https://portail.example${PORT} HTTP/1.1` }),
    { ...READ, target: `https://portail.example${PORT}` },
  ],
  ['two slashes', line({ request: `GET /${PORT} HTTP/1.1` }), { ...READ, target: `/${PORT}` }],
  [
    'escapes',
    line({ request: 'GET /chine/2014/05/20/%70ort.html HTTP/1.1' }),
    { ...READ, target: '/chine/2014/05/20/%70ort.html' },
  ],
  ['a space in an address', line({ request: 'GET /a b.html HTTP/1.1' }), { ...READ, target: '/a' }],
  ['a request of the oldest form', line({ request: `GET ${PORT}` }), READ],
  [
    'quotes in a browser’s name, by Apache',
    line({ agent: 'Mozilla \\"x\\" \\\\' }),
    { ...READ, agent: 'Mozilla \\"x\\" \\\\' },
  ],
  [
    'quotes in a browser’s name, by nginx',
    line({ agent: 'Mozilla \\x22x\\x22' }),
    { ...READ, agent: 'Mozilla \\x22x\\x22' },
  ],
  ['a browser without a name', line({ agent: '-' }), { ...READ, agent: '-' }],
  ['a browser with an empty name', line({ agent: '' }), { ...READ, agent: '' }],
  ['more behind it', line({ rest: ' "-" 0.003 "10.0.0.1:80"' }), READ],
  ['NUL before a line, after a crash', Buffer.concat([Buffer.alloc(100), Buffer.from(line())]), 'malformed'],
  ['NUL in a browser’s name', line({ agent: 'a\0b' }), { ...READ, agent: 'a\0b' }],
  ['bytes that are no UTF-8', Buffer.from(line({ agent: 'é' }), 'latin1'), { ...READ, agent: '\ufffd' }],
  [
    'the common form, which has no browser',
    '203.0.113.7 - - [20/May/2014:15:30:00 +0800] "GET / HTTP/1.1" 200 12',
    'malformed',
  ],
  ['a line cut in its request', '203.0.113.7 - - [20/May/2014:15:30:00 +0800] "GET /chi', 'malformed'],
  ['a line cut in its browser’s name', line().slice(0, -20), 'malformed'],
  ['a line that ends with a backslash', line({ agent: 'a\\' }), 'malformed'],
  ['a day that is none', line({ time: '31/Apr/2014:15:30:00 +0800' }), 'malformed'],
  ['a month that is none', line({ time: '20/Mai/2014:15:30:00 +0800' }), 'malformed'],
  ['an hour that is none', line({ time: '20/May/2014:25:30:00 +0800' }), 'malformed'],
  ['a time without a zone', line({ time: '20/May/2014:15:30:00 08000' }), 'malformed'],
  ['a status that is none', line({ status: 'OK!' }), 'malformed'],
  ['a line of an error log', '2014/05/20 15:30:00 [error] 7#7: *1 open() "/a.html" failed', 'malformed'],
  ['words', 'Bonjour', 'malformed'],
];

describe('a line of a combined log', () => {
  for (const [what, text, said] of CASES)
    it(`may be ${what}`, () => assert.deepEqual(saidBy(combinedLine, text), said));

  it('says its second, whatever line was read before it', () => {
    const time = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(-720, -210, 0, 60, 330, 480, 840);
    fc.assert(
      fc.property(fc.array(fc.tuple(time, zone), { minLength: 1, maxLength: 6 }), times => {
        for (const [date, minutes] of times) {
          const second = Math.floor(date.getTime() / 1000) * 1000;
          const said = saidBy(combinedLine, line({ time: stamp(second, minutes) }));
          assert.deepEqual(said, { ...READ, time: new Date(second).toISOString() });
        }
      }),
      howMany('lines of logs'),
    );
  });

  it('never makes the reading stop, whatever bytes are changed, cut or put in', () => {
    const edit = fc.record({ at: fc.nat(400), cut: fc.nat(12), put: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.array(edit, { maxLength: 4 }), ([, text], edits) => {
        let bytes = Buffer.from(text as string);
        for (const { at, cut, put } of edits)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        saidBy(combinedLine, bytes);
      }),
      howMany('lines of logs'),
    );
  });
});

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function stamp(instant: number, minutes: number): string {
  const clock = new Date(instant + minutes * 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = [clock.getUTCHours(), clock.getUTCMinutes(), clock.getUTCSeconds()].map(two).join(':');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
  return `${two(clock.getUTCDate())}/${MONTHS[clock.getUTCMonth()]}/${clock.getUTCFullYear()}:${time} ${offset}`;
}
