// To whom a hole in the site's security is told, and until when that is true: `/.well-known/security.txt` (RFC 9116).
import { SECURITY_URL } from '../../address/addresses.ts';
import type { Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import type { Asset } from './asset.ts';

/** None when the owner names nobody, or when what they said is past: a file out of date is worse than none (section 5.3). */
export function securityFile(
  { security, locale, baseUrl }: Pick<Site, 'security' | 'locale' | 'baseUrl'>,
  now: Instant,
): readonly Asset[] {
  if (security === null || security.expires <= now) return [];
  const { contact, expires, policy } = security;
  const lines = [
    ...contact.map(address => `Contact: ${address}`),
    `Expires: ${new Date(expires).toISOString().replace('.000Z', 'Z')}`,
    ...(policy === null ? [] : [`Policy: ${policy}`]),
    `Preferred-Languages: ${locale}`,
    // It counts at the root of the host alone, where the owner of a site in a folder puts it.
    `Canonical: ${new URL(baseUrl).origin}${SECURITY_URL}`,
  ];
  return [{ url: SECURITY_URL, bytes: Buffer.from(`${lines.join('\n')}\n`) }];
}
