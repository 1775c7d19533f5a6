// What a server of the owner's own has to know, to lines for its settings, made from the content as it is: nothing is built for that.
import { siteFolder } from '../address/site-place.ts';
import { caddySnippet } from '../host/caddy.ts';
import { nginxSnippet } from '../host/nginx.ts';
import { hostRedirects } from '../host/redirects.ts';
import { RESERVED_ADDRESSES } from '../pages/registry.ts';
import type { Checked } from '../problem/problem.ts';
import type { Host } from '../site/hosts.ts';
import { movedFolders } from '../site/moved-folders.ts';
import { themeAssets } from './assets/assets.ts';
import { type BuildOptions, contentOf } from './build-options.ts';
import { editionPages } from './edition/edition-pages.ts';
import { nothingFormer } from './edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from './edition/published-version.ts';
import { buildPool } from './pool.ts';
import { readContent } from './reading/read-content.ts';
import { walkContent } from './reading/walk-content.ts';
import { Stopped } from './stage.ts';
import { readWith } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';

/** A server whose settings the owner has, and for which we write lines of these. */
export type Server = Extract<Host, 'nginx' | 'caddy'>;

const SNIPPETS = { nginx: nginxSnippet, caddy: caddySnippet } as const satisfies Record<Server, unknown>;

export const SERVERS = Object.keys(SNIPPETS) as readonly Server[];

/** @param server null: the one that the site names. The value is null where it names none. */
export async function hostSnippet(
  options: BuildOptions,
  server: Server | null,
): Promise<Checked<string | null>> {
  const source = contentOf(options);
  const read = await readSite({ options, source });
  if (read instanceof Stopped) return { ok: false, problems: read.problems };
  const { site, now } = read;
  const chosen = server ?? SERVERS.find(each => each === site.host);
  if (chosen === undefined) return { ok: true, value: null };
  const folder = siteFolder(site.baseUrl);
  const assets = await themeAssets(options.themeDir, options.cacheDir, folder);
  if (!assets.ok) return assets;
  const pool = buildPool(options.workers);
  try {
    const { onProgress } = options;
    const walked = walkContent(source);
    const content = await readContent(
      site,
      { ...options, source },
      walked,
      RESERVED_ADDRESSES,
      null,
      readWith(pool),
      onProgress,
    );
    const pages = editionPages(content, source, now, options, nothingFormer(), NOTHING_PUBLISHED);
    // An article that is left out would lose its old addresses.
    if (pages.problems.length > 0) return { ok: false, problems: pages.problems };
    const { edition, editorialPages } = pages.context;
    const redirects = hostRedirects(chosen, edition, movedFolders(site, editorialPages), folder);
    const { baseUrl, participation, furnitureMode } = site;
    const input = { baseUrl, participation, furnitureMode, inlineHashes: assets.value.inlineHashes };
    return { ok: true, value: SNIPPETS[chosen](redirects, input) };
  } finally {
    await pool.close();
  }
}
