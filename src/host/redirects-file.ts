// Redirects to the text of `/_redirects`: a rule a line, of which the first that fits counts.
import type { Host } from '../site/hosts.ts';
import { HOST_ABILITIES } from './host-abilities.ts';
import type { HostRedirects } from './redirects.ts';
import { exactLine, folderLine } from './rule-lines.ts';

/** Those that read it. */
export const REDIRECTS_READERS: readonly Host[] = ['netlify', 'cloudflare', 'gitlab'];

/**
 * null: nothing has moved.
 * @param siteFolder of the site on its host, or ''.
 */
export function redirectsFile(
  host: Host,
  { exact, folders }: Pick<HostRedirects, 'exact' | 'folders'>,
  siteFolder: string,
): string | null {
  if (exact.length + folders.length === 0) return null;
  const abilities = HOST_ABILITIES[host];
  const lines = [
    ...exact.map(each => exactLine(each, siteFolder, abilities)),
    ...folders.map(each => folderLine(each, siteFolder)),
  ];
  return lines.map(line => `${line}\n`).join('');
}
