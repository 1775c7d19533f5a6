// An address of the site becomes the class of its file: for how long it may be kept, and by whom it may be used.
import { ASSET_PATTERN } from '../address/asset-url.ts';
import { IMAGE_PATTERN } from '../images/image-url.ts';
import { MEDIA_PATTERN } from '../media/media-url.ts';

/**
 * - `asset`: what our pages load, under a hash of its bytes;
 * - `media`: photographs, recordings and documents, which others show or save too, under a hash of what they are made from;
 * - `page`: what changes while its address stays: pages and pieces of pages, feeds, the search's files;
 * - `other`: the theme's own files.
 */
export type FileClass = 'asset' | 'media' | 'page' | 'other';

/** The forms of addresses, as regular expressions of JavaScript, PCRE and RE2; each from the room that makes such addresses. */
export const CLASS_PATTERNS: Readonly<Record<Exclude<FileClass, 'other'>, string>> = {
  asset: ASSET_PATTERN,
  media: `(?:${IMAGE_PATTERN}|${MEDIA_PATTERN})`,
  page: '/(?:.*(?:/|\\.(?:html?|xml|json)))?',
};

const CLASSES = (['asset', 'media', 'page'] as const).map(
  name => [name, new RegExp(`^${CLASS_PATTERNS[name]}$`)] as const,
);

export function fileClassOf(url: string): FileClass {
  return CLASSES.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
}

/** A year: what never changes need not be asked for again (RFC 8246, § 2). */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** `Cache-Control` of each class (RFC 9111, § 5.2; RFC 5861, § 3 and 4: what is old is shown while the new one comes, or while none does). */
export const CACHE_CONTROL: Readonly<Record<FileClass, string>> = {
  asset: FOR_EVER,
  media: FOR_EVER,
  // A minute: readers see what is new, and a rush of them is answered by what stands in between.
  page: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  other: 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400',
};
