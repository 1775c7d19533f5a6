// Addresses of readers, of which only a network's is ever looked at.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Network, readNetwork } from '../../src/most-read/client-network.ts';
import { howMany } from '../soak/how-many.ts';

function networkOf(text: string): string | null {
  const network: Network = { high: 0, low: 0 };
  const bytes = Buffer.from(`9:${text}.9`);
  return readNetwork(bytes, 2, bytes.length - 2, network) ? `${network.high}/${network.low}` : null;
}

const SAME: readonly (readonly [string, string])[] = [
  ['203.0.113.7', '203.0.113.250'],
  ['203.0.113.7', '203.0.113.7:41342'],
  ['203.0.113.7', '::ffff:203.0.113.9'],
  ['203.0.113.7', '::FFFF:cb00:7109'],
  ['203.0.113.7', '0:0:0:0:0:ffff:203.0.113.1'],
  ['2001:db8:1:2::7', '2001:db8:1::'],
  ['2001:db8:1:2:3:4:5:6', '2001:0DB8:0001:ffff::1'],
  ['2001:db8::1', '2001:db8:0:1::'],
  ['2001:db8:1::1', '[2001:db8:1::2]:443'],
  ['fe80::1%eth0', 'fe80::2'],
  ['::', '::1'],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['203.0.113.7', '203.0.114.7'],
  ['2001:db8:1::1', '2001:db8:2::1'],
  ['0.0.1.1', '::1:1'],
  ['203.0.113.7', '2001:db8::cb00:7107'],
  // What is written like an IPv4 address, and is none that could be a reader's.
  ['203.0.113.7', '::203.0.113.7'],
];

const NONE = [
  '',
  '-',
  'unix:',
  'portail.example',
  '203.0.113',
  '203.0.113.256',
  '203.0.113.7.1',
  '203..113.7',
  '203.0.113.',
  '203.0.113.7x',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
  '12345::',
  '2001:db8::g',
  '1:2:3:4:5:6:7:1.2.3.4',
  '::1.2.3',
  '[2001:db8::1',
  '[]',
];

describe('the network of a reader', () => {
  for (const [a, b] of SAME)
    it(`of ${a} is that of ${b}`, () => assert.equal(networkOf(a), networkOf(b) ?? 'none'));
  for (const [a, b] of DIFFERENT)
    it(`of ${a} is not that of ${b}`, () => assert.notEqual(networkOf(a) ?? 'none', networkOf(b)));
  for (const text of NONE) it(`is none of « ${text} »`, () => assert.equal(networkOf(text), null));

  it('says nothing of the last byte of an IPv4 address, nor of the last ten of an IPv6 one', () => {
    const byte = fc.nat(255);
    const group = fc.nat(0xffff).map(number => number.toString(16));
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, (a, b, c, d, e) => {
        assert.equal(networkOf(`${a}.${b}.${c}.${d}`), networkOf(`${a}.${b}.${c}.${e}`) ?? 'none');
      }),
      howMany('networks of readers'),
    );
    fc.assert(
      fc.property(fc.array(group, { minLength: 13, maxLength: 13 }), groups => {
        const [site, one, other] = [groups.slice(0, 3), groups.slice(3, 8), groups.slice(8)];
        fc.pre(site.some(each => each !== '0'));
        assert.equal(
          networkOf([...site, ...one].join(':')),
          networkOf([...site, ...other].join(':')) ?? 'none',
        );
      }),
      howMany('networks of readers'),
    );
  });
});
