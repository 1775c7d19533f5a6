// Lines of CloudFront's standard logs, which say at their head what follows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cloudfrontLine } from '../../src/most-read/cloudfront-log.ts';
import { howMany } from '../soak/how-many.ts';
import { type Said, type SaidOrKind, saidBy } from './line-parts.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0';
const PORT = '/chine/2014/05/20/port.html';
const READ: Said = { time: '2014-05-20T07:30:00.000Z', client: '203.0.113.7', target: PORT, agent: FIREFOX };

const FIELDS =
  '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query';

function line({
  date = '2014-05-20',
  time = '07:30:00',
  client = '203.0.113.7',
  method = 'GET',
  stem = PORT,
  status = '200',
  agent = encodeURIComponent(FIREFOX),
} = {}): string {
  return `${date}\t${time}\tCDG50-C1\t5120\t${client}\t${method}\td1.cloudfront.net\t${stem}\t${status}\t-\t${agent}\ta=b`;
}

function saidAfter(fields: string, text: string): SaidOrKind {
  const parse = cloudfrontLine();
  saidBy(parse, '#Version: 1.0');
  saidBy(parse, fields);
  return saidBy(parse, text);
}

const CASES: readonly (readonly [what: string, text: string, said: SaidOrKind])[] = [
  ['a reading', line(), READ],
  [
    'one whose browser’s name was escaped twice, as before 2021',
    line({ agent: encodeURIComponent(encodeURIComponent(FIREFOX)) }),
    READ,
  ],
  ['one with a sign that is no escape', line({ agent: 'a%20100%' }), { ...READ, agent: 'a%20100%' }],
  ['one of IPv6', line({ client: '2001:db8::1' }), { ...READ, client: '2001:db8::1' }],
  [
    'an address with escapes',
    line({ stem: '/chine/2014/05/20/%2570ort.html' }),
    { ...READ, target: '/chine/2014/05/20/%2570ort.html' },
  ],
  ['a part', line({ status: '206' }), 'passed'],
  ['an answer that nobody waited for', line({ status: '000' }), 'passed'],
  ['a question about a page', line({ method: 'HEAD' }), 'passed'],
  ['another head', '#Version: 1.0', 'passed'],
  ['a day that is none', line({ date: '2014-02-30' }), 'malformed'],
  ['a status that is none', line({ status: '-' }), 'malformed'],
  ['a line cut short', line().slice(0, 60), 'malformed'],
  ['a line with spaces for tabs', line().replaceAll('\t', ' '), 'malformed'],
];

describe('a line of CloudFront’s log', () => {
  for (const [what, text, said] of CASES)
    it(`may be ${what}`, () => assert.deepEqual(saidAfter(FIELDS, text), said));

  it('is read by the fields that stand at the head of its own file', () => {
    const parse = cloudfrontLine();
    saidBy(parse, FIELDS);
    saidBy(parse, '#Fields: timestamp c-ip cs-method cs-uri-stem sc-status cs(User-Agent)');
    const text = `1400571000\t203.0.113.7\tGET\t${PORT}\t200\t${encodeURIComponent(FIREFOX)}`;
    assert.deepEqual(saidBy(parse, text), READ);
    assert.equal(saidBy(parse, line()), 'malformed');
  });

  it('is not understood without them, or without one that is needed', () => {
    assert.equal(saidBy(cloudfrontLine(), line()), 'malformed');
    assert.equal(saidAfter(FIELDS.replace('c-ip', 'x-edge-request-id'), line()), 'malformed');
  });

  it('never makes the reading stop', () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('2014-05-20', '07:30:00', 'GET', '200', PORT, '%', '%zz'),
    );
    fc.assert(
      fc.property(fc.array(field), fc.constantFrom('\t', ' '), (fields, between) => {
        saidAfter(FIELDS, fields.join(between));
      }),
      howMany('lines of logs'),
    );
  });
});
