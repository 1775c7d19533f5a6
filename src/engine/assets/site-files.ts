// What a site tells machines of itself, each in a file of its own: for robots, browsers, programs that read texts, and whoever finds a hole.
import { MANIFEST_URL, OPENSEARCH_URL } from '../../address/addresses.ts';
import type { PageContext } from '../../pages/page-type.ts';
import type { Asset } from './asset.ts';
import type { ThemeAssets } from './assets.ts';
import { indexNowFile } from './index-now-file.ts';
import { llmsFile } from './llms-file.ts';
import { manifestFile } from './manifest-file.ts';
import { openSearchFile } from './opensearch-file.ts';
import { robotsFile } from './robots-file.ts';
import { securityFile } from './security-file.ts';
import type { StaticFile } from './static-files.ts';

/** Without those in whose place the owner has one. */
export function siteFiles(
  context: PageContext,
  assets: ThemeAssets,
  ownersFiles: readonly StaticFile[],
): readonly Asset[] {
  const { site } = context;
  const owned = new Set(ownersFiles.map(({ url }) => url));
  const files = [
    ...assets.icons,
    manifestFile(site, assets),
    openSearchFile(site, assets),
    ...filesOfSettings(context),
  ];
  return files.filter(({ url }) => !owned.has(url));
}

/** The addresses of these that follow from the site alone: whoever links to one need not make its files. */
export function siteFileUrls(context: PageContext): ReadonlySet<string> {
  return new Set([MANIFEST_URL, OPENSEARCH_URL, ...filesOfSettings(context).map(({ url }) => url)]);
}

function filesOfSettings(context: PageContext): readonly Asset[] {
  const { site, edition } = context;
  return [
    robotsFile(site.baseUrl),
    ...llmsFile(context),
    ...securityFile(site, edition.now),
    ...indexNowFile(site),
  ];
}
