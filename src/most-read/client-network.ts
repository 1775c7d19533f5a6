// The address of a reader becomes that of a network, which many share: nothing else of it is kept, not even for the time of a count.

/** A network as two numbers of 32 bits. */
export interface Network {
  high: number;
  low: number;
}

/** Beside IPv4 networks, which have no bits here, no IPv6 network has these. */
const OF_IPV6 = 0x10000;

const COLON = 0x3a;
const POINT = 0x2e;
/** No IPv6 network begins with eight such bits (RFC 4291, § 2.4), but addresses of IPv4 written so. */
const groups = new Uint16Array(8);

/**
 * The first 24 bits of an IPv4 address, of which the last byte is gone, or the first 48 of an IPv6 one, by which networks are given to
 * sites. An IPv4 address written as IPv6 (`::ffff:1.2.3.4`, RFC 4291, § 2.5.5.2) is one of IPv4.
 * @returns whether there is an address; then `network` has been written over.
 */
export function readNetwork(bytes: Uint8Array, start: number, end: number, network: Network): boolean {
  const bracket = bytes[start] === 0x5b ? 1 : 0;
  const last = bracket === 1 ? bytes.indexOf(0x5d, start) : zoneStart(bytes, start, end);
  const [from, to] = [start + bracket, bracket === 1 ? Math.min(end, last) : last];
  if (to <= from) return false;
  for (let at = from; at < to && at < from + 5; at++)
    if (bytes[at] === COLON) return ofIpv6(bytes, from, to, network);
  return ofIpv4(bytes, from, to, network);
}

/** `fe80::1%eth0` names a cable of the server's. */
function zoneStart(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === 0x25) return at;
  return end;
}

/** Some servers write a port behind it. */
function ofIpv4(bytes: Uint8Array, start: number, end: number, network: Network): boolean {
  const bits = ipv4Bits(bytes, start, end);
  if (bits === -1) return false;
  network.high = Math.floor(bits / 256);
  network.low = 0;
  return true;
}

/** All 32 bits; -1: this is no address. */
function ipv4Bits(bytes: Uint8Array, start: number, end: number): number {
  let bits = 0;
  let part = 0;
  let digits = 0;
  let points = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === POINT) {
      if (digits === 0 || ++points > 3) return -1;
      bits = bits * 256 + part;
      part = digits = 0;
    } else if (byte === COLON && points === 3 && digits > 0) break;
    else {
      const digit = byte - 0x30;
      if (!(digit >= 0 && digit <= 9) || ++digits > 3) return -1;
      part = part * 10 + digit;
      if (part > 255) return -1;
    }
  }
  return points === 3 && digits > 0 ? bits * 256 + part : -1;
}

function ofIpv6(bytes: Uint8Array, start: number, end: number, network: Network): boolean {
  if (!readGroups(bytes, start, end)) return false;
  const [first, second, third, fourth, fifth, sixth, seventh, eighth] = groups as unknown as number[];
  const noneBefore = first === 0 && second === 0 && third === 0 && fourth === 0 && fifth === 0;
  if (noneBefore && sixth === 0xffff) {
    network.high = seventh! * 256 + (eighth! >> 8);
    network.low = 0;
  } else {
    network.high = first! * 0x10000 + second!;
    network.low = OF_IPV6 + third!;
  }
  return true;
}

/** All eight into `groups`; `::` stands for as many as lack, once. */
function readGroups(bytes: Uint8Array, start: number, end: number): boolean {
  groups.fill(0);
  let count = 0;
  let gap = -1;
  let at = start;
  while (at < end) {
    if (bytes[at] === COLON && bytes[at + 1] === COLON && at + 1 < end) {
      if (gap !== -1) return false;
      gap = count;
      at += 2;
      continue;
    }
    if (bytes[at] === COLON && (count === 0 || ++at === end)) return false;
    if (count === 8) return false;
    const to = groupEnd(bytes, at, end);
    if (bytes[to] === POINT && to < end) {
      const bits = count <= 6 ? ipv4Bits(bytes, at, end) : -1;
      if (bits === -1) return false;
      groups[count++] = Math.floor(bits / 0x10000);
      groups[count++] = bits % 0x10000;
      break;
    }
    if (to === at || to - at > 4) return false;
    groups[count++] = hexadecimal(bytes, at, to);
    at = to;
    if (at < end && bytes[at] !== COLON) return false;
  }
  if (gap === -1) return count === 8;
  if (count === 8) return false;
  groups.copyWithin(8 - (count - gap), gap, count);
  groups.fill(0, gap, 8 - (count - gap));
  return true;
}

function groupEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && hexadecimalDigit(bytes[at]!) !== -1) at++;
  return at;
}

function hexadecimal(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 16 + hexadecimalDigit(bytes[at]!);
  return value;
}

function hexadecimalDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
