// Old addresses that neither a file nor a rule of ours answers, and those beyond a host's limits, to what a site's owner is told of them.
import { publishedUrl, siteFolder } from '../../address/site-place.ts';
import { aliasesForHost } from '../../check/aliases.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthsOfEntries } from '../../edition/months-of-entries.ts';
import { HOST_ABILITIES } from '../../host/host-abilities.ts';
import { canAnswer } from '../../host/host-answers.ts';
import { hostRedirects } from '../../host/redirects.ts';
import type { PageContext } from '../../pages/page-type.ts';
import type { Host } from '../../site/hosts.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import { shownFile } from '../reading/read-content.ts';

/** An old address, from the host's root, that only a rule can answer which we do not write, with its article as an editor would type it. */
export interface AliasForHost {
  readonly file: string;
  readonly alias: string;
}

/** What a host has no room for, so that pages lead on where there can be one. */
export interface BeyondHost {
  readonly host: Host;
  /** How many old addresses of articles. */
  readonly addresses: number;
  /** Old folders, from the host's root. */
  readonly folders: readonly string[];
}

export interface ForHost {
  /** Of all articles, drafts too. */
  readonly aliasesForHost: readonly AliasForHost[];
  /** null: all of it has room, or the host follows no rules. */
  readonly beyondHost: BeyondHost | null;
}

export const NOTHING_FOR_HOST: ForHost = { aliasesForHost: [], beyondHost: null };

export function tellForHost(
  entries: MonthsOfEntries,
  contentDir: string,
  { site, edition, editorialPages }: PageContext,
): ForHost {
  const { host, baseUrl } = site;
  const folder = siteFolder(baseUrl);
  const abilities = HOST_ABILITIES[host];
  return {
    aliasesForHost: aliasesForHost(perhapsForHost(entries))
      .filter(({ alias }) => !canAnswer(abilities, alias))
      .map(({ file, alias }) => ({ file: shownFile(file, contentDir), alias: publishedUrl(alias, folder) })),
    beyondHost: [0, Number.POSITIVE_INFINITY].includes(abilities.rules) ? null : beyondHost(),
  };

  function beyondHost(): BeyondHost | null {
    const moved = movedFolders(site, editorialPages);
    const { addressesLeft, foldersLeft } = hostRedirects(host, edition, moved, folder);
    if (addressesLeft + foldersLeft.length === 0) return null;
    return {
      host,
      addresses: addressesLeft,
      folders: foldersLeft.map(({ from }) => publishedUrl(from, folder)),
    };
  }
}

function perhapsForHost(entries: MonthsOfEntries): Iterable<Entry> {
  return entries.among(
    ({ old }) => old !== null && old.forHost > 0,
    ({ aliases }) => aliases.length > 0,
  );
}
