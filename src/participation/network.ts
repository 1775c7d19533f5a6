// The address of a connection, and what trusted proxies say of it, become the network from which a reader writes: /24 or /48, never more.
import { BlockList, isIP } from 'node:net';

/** Proxies of the site's owner: what they say of addresses is believed, and nobody else. */
export interface TrustedProxies {
  readonly has: (address: string) => boolean;
}

/** Addresses and CIDR ranges (`127.0.0.1`, `10.0.0.0/8`, `::1`). @returns null: one of them is neither. */
export function trustedProxies(list: readonly string[]): TrustedProxies | null {
  const trusted = new BlockList();
  for (const item of list) {
    const [, address = '', bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(item) ?? [];
    const family = isIP(address);
    if (family === 0 || Number(bits ?? 0) > (family === 4 ? 32 : 128)) return null;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) trusted.addAddress(address, type);
    else trusted.addSubnet(address, Number(bits), type);
  }
  return {
    has(address) {
      const plain = unmapped(address);
      return isIP(plain) !== 0 && trusted.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

/**
 * The reader's address: that of the connection, or, while that is a trusted proxy's, the one that it wrote last into `X-Forwarded-For`. What stands
 * before was said by somebody whom nobody trusts.
 */
export function readerAddress(
  connection: string,
  forwardedFor: string | null,
  proxies: TrustedProxies,
): string {
  let address = unmapped(connection);
  const said = (forwardedFor ?? '').split(',').map(part => part.trim());
  while (proxies.has(address)) {
    const before = said.pop();
    if (before === undefined || isIP(unmapped(before)) === 0) return address;
    address = unmapped(before);
  }
  return address;
}

/** `192.0.2.0/24` of `192.0.2.17`; `2001:db8:1::/48` of an address there. A household or a firm has as many addresses as it likes. */
export function networkOf(address: string): string {
  const plain = unmapped(address);
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(plain) === 6) return `${groupsOf(plain).slice(0, 3).join(':')}::/48`;
  return 'unknown';
}

/** `::ffff:192.0.2.1` is how a socket for both kinds writes `192.0.2.1`; a zone (`%eth0`) says nothing of who it is. */
function unmapped(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (isIP(plain) !== 6) return plain;
  const groups = groupsOf(plain);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return plain;
  return groups
    .slice(6)
    .flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    .join('.');
}

/** The eight groups without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
}
