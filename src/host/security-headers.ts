// Where a site lives and what its pages may do become the headers by which browsers protect its readers.
import { siteFolder } from '../address/site-place.ts';
import type { FurnitureMode } from '../site/furniture-modes.ts';
import { contentSecurityPolicy, type PolicyInput } from './content-security-policy.ts';
import { CACHE_CONTROL, type FileClass } from './file-class.ts';

export interface Header {
  /** As the specifications write it. */
  readonly name: string;
  readonly value: string;
}

export interface HeaderInput extends PolicyInput {
  /** The site's address: scheme, host and folder. */
  readonly baseUrl: string;
  readonly furnitureMode: FurnitureMode;
}

/** A year, of which the browser does not ask the host by plain HTTP any more. */
const HSTS_SECONDS = 31_536_000;

/** What no page of ours uses, and nothing that might be slipped into one shall. Each is known to all browsers that read the list: others complain. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Those of every file, whatever its class. */
export function headersOfAll({ baseUrl }: Pick<HeaderInput, 'baseUrl'>): readonly Header[] {
  return [
    // A file is what its type says: a document that looks like a script is none (Fetch, « X-Content-Type-Options header »).
    { name: 'X-Content-Type-Options', value: 'nosniff' },
    // Other sites learn where their readers come from, not which article these read (Referrer Policy, § 3.7).
    { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    ...transportSecurity(baseUrl),
  ];
}

/**
 * RFC 6797, § 6.1. It binds the whole host, so a site in a folder leaves it to whoever has the host, and one without TLS must not have it
 * (§ 7.2). Neither `includeSubDomains` nor `preload`: of other hosts of the domain we know nothing, and the latter can hardly be undone.
 */
function transportSecurity(baseUrl: string): readonly Header[] {
  if (!baseUrl.startsWith('https://') || siteFolder(baseUrl) !== '') return [];
  return [{ name: 'Strict-Transport-Security', value: `max-age=${HSTS_SECONDS}` }];
}

/** Those of pages alone: what a browser, or a cache before it, does with a document. */
export function headersOfPages(input: HeaderInput): readonly Header[] {
  return [
    // Edge Architecture Specification 1.0, § 2.1: the cache that puts the furniture in takes it away.
    ...(input.furnitureMode === 'esi' ? [{ name: 'Surrogate-Control', value: 'content="ESI/1.0"' }] : []),
    // Both this and the policy in the page count (CSP 3, § 8.1). No other site may show ours in a frame: only a header can say so (§ 6.4.2).
    { name: 'Content-Security-Policy', value: `${contentSecurityPolicy(input)}; frame-ancestors 'none'` },
    // Permissions Policy, § 5.2: an empty list allows nobody.
    { name: 'Permissions-Policy', value: UNUSED_FEATURES.map(name => `${name}=()`).join(', ') },
    // A page that opened ours, or that ours opened, has no hold on it (HTML, § 7.1.3).
    { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  ];
}

/**
 * Those of photographs and recordings: readers of feeds show them on pages of theirs, also where these ask for consent (COEP; Fetch, « Cross-Origin-Resource-Policy header »).
 * Nothing is refused to others elsewhere: the site has no secrets, and translators and archives show it with its own sheets.
 */
export const HEADERS_OF_MEDIA: readonly Header[] = [
  { name: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
];

/** All headers of a file but its type, in the order in which they are written. */
export function headersOfClass(fileClass: FileClass, input: HeaderInput): readonly Header[] {
  return [
    { name: 'Cache-Control', value: CACHE_CONTROL[fileClass] },
    ...headersOfAll(input),
    ...(fileClass === 'page' ? headersOfPages(input) : []),
    ...(fileClass === 'media' ? HEADERS_OF_MEDIA : []),
  ];
}
