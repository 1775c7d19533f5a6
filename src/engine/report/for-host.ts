// Old addresses that no file can answer to what a site's owner has to tell the host.
import { publishedUrl, siteFolder } from '../../address/site-place.ts';
import { aliasesForHost } from '../../check/aliases.ts';
import type { Entry } from '../../edition/entry.ts';
import { shownFile } from '../reading/read-content.ts';

/** An old address, from the host's root, that only a rule of the host's can answer, with its article as an editor would type it. */
export interface AliasForHost {
  readonly file: string;
  readonly alias: string;
}

export function tellAliasesForHost(
  entries: readonly Entry[],
  contentDir: string,
  baseUrl: string,
): readonly AliasForHost[] {
  const folder = siteFolder(baseUrl);
  return aliasesForHost(entries).map(({ file, alias }) => ({
    file: shownFile(file, contentDir),
    alias: publishedUrl(alias, folder),
  }));
}
