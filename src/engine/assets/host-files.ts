// What a host has to know, to the files in which some hosts read it: `/_headers` and `/_redirects`.
import { HOST_HEADERS_URL, HOST_RULES_URL } from '../../address/addresses.ts';
import { siteFolder } from '../../address/site-place.ts';
import { fileClassOf } from '../../host/file-class.ts';
import { headersFile } from '../../host/headers-file.ts';
import { hostRedirects } from '../../host/redirects.ts';
import { REDIRECTS_READERS, redirectsFile } from '../../host/redirects-file.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { Asset } from './asset.ts';
import type { ThemeAssets } from './assets.ts';

/** None for a host that reads none, or of which nothing is known. */
export function hostFiles(
  { site, edition, editorialPages }: PageContext,
  { files, inlineHashes }: Pick<ThemeAssets, 'files' | 'inlineHashes'>,
): readonly Asset[] {
  const { host, baseUrl, participation, furnitureMode } = site;
  const folder = siteFolder(baseUrl);
  const assets = files.map(({ url }) => url).filter(url => fileClassOf(url) === 'asset');
  const texts = [
    [HOST_HEADERS_URL, headersFile(host, { baseUrl, participation, furnitureMode, inlineHashes }, assets)],
    [HOST_RULES_URL, REDIRECTS_READERS.includes(host) ? rules() : null],
  ] as const;
  return texts.flatMap(([url, text]) => (text === null ? [] : [{ url, bytes: Buffer.from(text) }]));

  function rules(): string | null {
    const moved = movedFolders(site, editorialPages);
    return redirectsFile(host, hostRedirects(host, edition, moved, folder), folder);
  }
}
