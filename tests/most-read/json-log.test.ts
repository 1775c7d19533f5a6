// Lines of logs in JSON, by Caddy, by Cloudflare and by whoever names the fields, and lines that are none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { caddyLine, logpushLine, namedFieldsLine } from '../../src/most-read/json-log.ts';
import { howMany } from '../soak/how-many.ts';
import { type Said, type SaidOrKind, saidBy } from './line-parts.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0';
const PORT = '/chine/2014/05/20/port.html';
const READ: Said = { time: '2014-05-20T07:30:00.250Z', client: '203.0.113.7', target: PORT, agent: FIREFOX };
const SECONDS = Date.parse(READ.time) / 1000;

/** As Caddy's documentation shows one. */
function caddy(line: object = {}, request: object = {}, headers: object = {}): string {
  return JSON.stringify({
    level: 'info',
    ts: SECONDS,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '203.0.113.7',
      remote_port: '41342',
      client_ip: '203.0.113.7',
      proto: 'HTTP/2.0',
      method: 'GET',
      host: 'portail.example',
      uri: PORT,
      headers: { Accept: ['*/*'], 'User-Agent': [FIREFOX], ...headers },
      ...request,
    },
    bytes_read: 0,
    user_id: '',
    duration: 0.000929675,
    size: 10900,
    status: 200,
    resp_headers: { Server: ['Caddy'] },
    ...line,
  });
}

const CADDY: readonly (readonly [what: string, text: string | Buffer, said: SaidOrKind])[] = [
  ['a reading', caddy(), READ],
  ['one in milliseconds', caddy({ ts: SECONDS * 1000 }), READ],
  ['one in nanoseconds', caddy({ ts: SECONDS * 1e9 }), READ],
  ['one with its time in RFC 3339', caddy({ ts: '2014-05-20T15:30:00.25+08:00' }), READ],
  ['one with its time in ISO 8601', caddy({ ts: '2014-05-20T15:30:00.250+0800' }), READ],
  ['one with its time as on a wall', caddy({ ts: '2014/05/20 07:30:00.250' }), READ],
  [
    'one with its time in the common form',
    caddy({ ts: '20/May/2014:15:30:00 +0800' }),
    { ...READ, time: '2014-05-20T07:30:00.000Z' },
  ],
  ['one through a proxy that is trusted', caddy({}, { remote_ip: '10.0.0.1' }), READ],
  ['one of a version without `client_ip`', caddy({}, { client_ip: undefined }), READ],
  ['one that the browser had already', caddy({ status: 304 }), READ],
  ['one with a question', caddy({}, { uri: `${PORT}?a=b#c` }), READ],
  [
    'one of an address with escapes of JSON',
    caddy({}, { uri: '/é\u0001"\\' }),
    { ...READ, target: '/é\u0001"\\' },
  ],
  ['one without a browser’s name', caddy({}, { headers: {} }), { ...READ, agent: '' }],
  ['a page that was fetched ahead', caddy({}, {}, { 'Sec-Purpose': ['prefetch;prerender'] }), 'passed'],
  ['one that was fetched ahead by an older browser', caddy({}, {}, { 'X-Moz': ['prefetch'] }), 'passed'],
  ['one with another purpose', caddy({}, {}, { Purpose: ['lecture'] }), READ],
  ['a page that is not there', caddy({ status: 404 }), 'passed'],
  ['a part', caddy({ status: 206 }), 'passed'],
  ['an answer that nobody waited for', caddy({ status: 0 }), 'passed'],
  ['a question about a page', caddy({}, { method: 'HEAD' }), 'passed'],
  [
    'something else that Caddy says',
    '{"level":"info","ts":1400571000.1,"logger":"admin","msg":"stopped"}',
    'passed',
  ],
  [
    'a request that failed',
    '{"level":"error","ts":1400571000.1,"request":{"method":"GET"},"msg":"dial"}',
    'passed',
  ],
  ['a line without a time', caddy({ ts: undefined }), 'malformed'],
  ['a time that is none', caddy({ ts: 'hier' }), 'malformed'],
  ['a time of long ago', caddy({ ts: 12 }), 'malformed'],
  ['a day that is none', caddy({ ts: '2014-02-30T15:30:00Z' }), 'malformed'],
  ['a line without an address', caddy({}, { client_ip: '', remote_ip: '' }), 'malformed'],
  ['a line cut short', caddy().slice(0, 300), 'malformed'],
  ['two lines in one', `${caddy()}${caddy()}`, 'malformed'],
  ['a list', '[1,2]', 'malformed'],
  ['null', 'null', 'malformed'],
  ['words', 'Bonjour', 'malformed'],
  [
    'bytes that are no UTF-8',
    Buffer.from(caddy({}, {}, { 'User-Agent': ['é'] }), 'latin1'),
    { ...READ, agent: '\ufffd' },
  ],
];

describe('a line of Caddy’s log', () => {
  for (const [what, text, said] of CADDY)
    it(`may be ${what}`, () => assert.deepEqual(saidBy(caddyLine, text), said));
});

function logpush(fields: object = {}): string {
  return JSON.stringify({
    ClientIP: '203.0.113.7',
    ClientRequestHost: 'portail.example',
    ClientRequestMethod: 'GET',
    ClientRequestURI: `${PORT}?a=b`,
    ClientRequestUserAgent: FIREFOX,
    EdgeEndTimestamp: '2014-05-20T07:30:01Z',
    EdgeResponseBytes: 12000,
    EdgeResponseStatus: 200,
    EdgeStartTimestamp: '2014-05-20T07:30:00.250Z',
    RayID: '3a6050bcbe121a87',
    ...fields,
  });
}

const LOGPUSH: readonly (readonly [what: string, text: string, said: SaidOrKind])[] = [
  ['a reading', logpush(), READ],
  ['one in nanoseconds', logpush({ EdgeStartTimestamp: 1400571000250000000 }), READ],
  [
    'one in seconds',
    logpush({ EdgeStartTimestamp: 1400571000 }),
    { ...READ, time: '2014-05-20T07:30:00.000Z' },
  ],
  ['one with its path alone', logpush({ ClientRequestURI: undefined, ClientRequestPath: PORT }), READ],
  [
    'one with the time of its end alone',
    logpush({ EdgeStartTimestamp: undefined }),
    { ...READ, time: '2014-05-20T07:30:01.000Z' },
  ],
  ['one of IPv6', logpush({ ClientIP: '2001:db8::1' }), { ...READ, client: '2001:db8::1' }],
  ['a reader’s own request', logpush({ ClientRequestSource: 'eyeball' }), READ],
  ['a request of Cloudflare’s own', logpush({ ClientRequestSource: 'edgeWorkerFetch' }), 'passed'],
  ['a page that was fetched ahead', logpush({ RequestHeaders: { 'sec-purpose': 'prefetch' } }), 'passed'],
  ['a method in small letters, which no browser sends', logpush({ ClientRequestMethod: 'get' }), 'passed'],
  ['a page that is not there', logpush({ EdgeResponseStatus: 404 }), 'passed'],
  [
    'a line without a status',
    logpush({ EdgeResponseStatus: undefined, ClientRequestMethod: undefined }),
    'malformed',
  ],
  ['a line of another data set', '{"ClientIP":"203.0.113.7","QueryName":"portail.example"}', 'malformed'],
];

describe('a line of Cloudflare’s Logpush', () => {
  for (const [what, text, said] of LOGPUSH)
    it(`may be ${what}`, () => assert.deepEqual(saidBy(logpushLine, text), said));
});

const NAMES = {
  time: 'timestamp',
  client: 'client_ip',
  method: 'request.method',
  url: 'request.url',
  status: 'response_status',
  agent: 'request.headers.User-Agent',
  purpose: 'sec.purpose',
} as const;

function named(fields: object = {}): string {
  const request = { method: 'GET', url: `${PORT}?a`, headers: { 'User-Agent': FIREFOX } };
  return JSON.stringify({
    timestamp: '2014-05-20T07:30:00.250+0000',
    client_ip: '203.0.113.7',
    request,
    response_status: '200',
    'sec.purpose': '',
    ...fields,
  });
}

const NAMED: readonly (readonly [what: string, text: string, said: SaidOrKind])[] = [
  ['a reading', named(), READ],
  ['one with its status as a number', named({ response_status: 200 }), READ],
  [
    'one behind the head of syslog',
    `<134>2014-05-20T07:30:00Z cache-cdg1 quotidien[62959]: ${named()}`,
    READ,
  ],
  [
    'one whose request is a whole address',
    named({
      request: { method: 'GET', url: `https://portail.example${PORT}`, headers: { 'User-Agent': FIREFOX } },
    }),
    { ...READ, target: `https://portail.example${PORT}` },
  ],
  ['a page that was fetched ahead', named({ 'sec.purpose': 'prefetch' }), 'passed'],
  ['an object where a text is meant', named({ client_ip: { a: 1 } }), 'malformed'],
  ['a field that all objects have', named({ request: 'constructor' }), 'malformed'],
];

describe('a line of a log whose fields the site names', () => {
  for (const [what, text, said] of NAMED)
    it(`may be ${what}`, () => assert.deepEqual(saidBy(namedFieldsLine(NAMES), text), said));
});

describe('no line in JSON', () => {
  it('makes the reading stop, whatever it holds', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(SECONDS, PORT, 'GET', 200));
    const line = fc.dictionary(
      fc.constantFrom(
        'ts',
        'request',
        'status',
        'level',
        'ClientIP',
        'ClientRequestURI',
        'timestamp',
        'client_ip',
      ),
      fc.oneof(value, fc.dictionary(fc.constantFrom('client_ip', 'method', 'uri', 'url', 'headers'), value)),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          line.map(fields => JSON.stringify(fields)),
          fc.string(),
        ),
        text => {
          for (const parse of [caddyLine, logpushLine, namedFieldsLine(NAMES)]) saidBy(parse, text);
        },
      ),
      howMany('lines of logs'),
    );
  });
});
