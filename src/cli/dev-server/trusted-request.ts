// The headers of a request become whether a page of another site had a browser send it.
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname as machineName } from 'node:os';

/** Whether a request that names this host is meant for us. */
export type HostRule = (host: string) => boolean;

/** A name or an address with or without a port, as in a `Host` (RFC 9110, § 7.2): nothing else that a URL may hold. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[^\s/@?#\\:[\]]+)(?::\d{1,5})?$/i;

/** Whether only this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host.toLowerCase());
}

/**
 * The rule for a server that listens at `host`. Only names that are surely ours pass: a stranger's name may lead to this machine
 * too (DNS rebinding), and a browser would let the stranger's pages read what we answer. Addresses can't be led elsewhere.
 */
export function hostRule(host: string): HostRule {
  if (isLoopback(host)) return isLoopback;
  const ours = new Set([host, machineName(), `${machineName()}.local`].map(name => name.toLowerCase()));
  return asked => isLoopback(asked) || isIP(asked.replace(/^\[|\]$/g, '')) !== 0 || ours.has(asked);
}

/** Whether to answer: the host is ours, and it is not a page of another origin that asks, but for a link to us that a reader follows. */
export function isTrusted(headers: IncomingHttpHeaders, rule: HostRule): boolean {
  const host = parseHost(headers.host ?? '');
  if (host === null || !rule(host.hostname)) return false;
  return comesFromUs(headers, host) || isFollowedLink(headers);
}

/** The origin of a page that asks is in `Origin` when it could read the answer; Fetch Metadata tells it of images and scripts too. */
function comesFromUs(headers: IncomingHttpHeaders, host: URL): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host.host);
}

function isFollowedLink(headers: IncomingHttpHeaders): boolean {
  return (
    headers.origin === undefined &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

function parseHost(header: string): URL | null {
  return HOST.test(header) && URL.canParse(`http://${header}`) ? new URL(`http://${header}`) : null;
}
