import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf, readerAddress, trustedProxies } from './network.ts';

const NOBODY = trustedProxies([])!;
const OURS = trustedProxies(['127.0.0.1', '10.0.0.0/8', '2001:db8:f::/48'])!;

describe('the network of an address', () => {
  for (const [address, network] of [
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['::ffff:c000:211', '192.0.2.0/24'],
    ['2001:db8:1:2:3::4', '2001:db8:1::/48'],
    ['2001:DB8:1::', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', 'unknown'],
    ['nimporte quoi', 'unknown'],
  ] as const)
    it(`${address || '(none)'} is ${network}`, () => assert.equal(networkOf(address), network));
});

describe('the address of a reader', () => {
  it('is that of the connection, whatever a header says, when nobody is trusted', () => {
    assert.equal(readerAddress('192.0.2.1', '198.51.100.7', NOBODY), '192.0.2.1');
    assert.equal(readerAddress('127.0.0.1', '198.51.100.7', NOBODY), '127.0.0.1');
  });

  it('is what the nearest trusted proxy saw, not what the reader said before', () => {
    assert.equal(readerAddress('127.0.0.1', '203.0.113.9, 198.51.100.7', OURS), '198.51.100.7');
    assert.equal(
      readerAddress('::ffff:127.0.0.1', '203.0.113.9, 198.51.100.7, 10.1.2.3', OURS),
      '198.51.100.7',
    );
    assert.equal(readerAddress('192.0.2.1', '198.51.100.7', OURS), '192.0.2.1');
    assert.equal(readerAddress('2001:db8:f::1', '2001:db8:a::1', OURS), '2001:db8:a::1');
  });

  it('stays that of the proxy where its header is missing or absurd', () => {
    for (const said of [null, '', 'unknown', '198.51.100.7:8080', '_hidden', '1.2.3.4, <script>'])
      assert.equal(readerAddress('127.0.0.1', said, OURS), '127.0.0.1');
  });
});

describe('trusted proxies', () => {
  it('are addresses and ranges, and nothing else', () => {
    for (const list of [['localhost'], ['10.0.0.0/33'], ['::/129'], ['*'], ['10.0.0.0/'], ['1.2.3']])
      assert.equal(trustedProxies(list), null, list[0]!);
  });
});
