// The ending of a file's name becomes the type that browsers are told of it.
import { extname } from 'node:path/posix';
import { type FeedFormat, feedPattern, outputPath } from '../address/addresses.ts';
import { DOCUMENT_TYPES } from '../media/document-type.ts';

/** For what nobody knows: browsers save it and never run it (RFC 2046, § 4.5.1). */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** Of what the site is made, and what an owner may put beside it, by the ending in lower case; documents bring theirs along. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.css': 'text/css',
  // RFC 9239, § 6.
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.vtt': 'text/vtt',
  '.wasm': 'application/wasm',
};

/** By the ending with its dot, without any charset. */
export const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ...[...DOCUMENT_TYPES].map(([ending, { type }]) => [ending, type] as const),
  ...Object.entries(OWN_TYPES),
]);

/** All that is written here is UTF-8; what is no text has no charset. JSON never has one (RFC 8259, § 11). */
export function isText(type: string): boolean {
  return type.startsWith('text/') || /^(?:application|image)\/(?:[\w.-]+\+)?xml$/.test(type);
}

/** What servers may compress on the way: texts, and JSON of any kind. */
export function isCompressible(type: string): boolean {
  return isText(type) || /[/+]json$/.test(type);
}

/** Feeds have the ending of any XML or JSON, and types of their own: RFC 4287, § 7; the RSS Advisory Board's; JSON Feed 1.1. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};

/** In the order of the table above. */
export const FEED_FORMS = (Object.keys(FEED_TYPES) as FeedFormat[]).map(format => ({
  format,
  type: FEED_TYPES[format],
  pattern: feedPattern(format),
}));

const FEEDS = FEED_FORMS.map(form => ({ ...form, expression: new RegExp(`^${form.pattern}$`) }));

/** null: at the address is no feed. */
export function feedFormatOf(url: string): FeedFormat | null {
  return FEEDS.find(({ expression }) => expression.test(url))?.format ?? null;
}

/** The type of a feed; null: at the address is none. */
export function feedTypeOf(url: string): string | null {
  const format = feedFormatOf(url);
  return format && FEED_TYPES[format];
}

/** The type of the file at an address within the site, with its charset: `/chine/` is `text/html; charset=utf-8`. */
export function contentTypeOf(url: string): string {
  return withCharset(
    feedTypeOf(url) ?? CONTENT_TYPES.get(extname(outputPath(url)).toLowerCase()) ?? UNKNOWN_TYPE,
  );
}

export function withCharset(type: string): string {
  return isText(type) ? `${type}; charset=utf-8` : type;
}
