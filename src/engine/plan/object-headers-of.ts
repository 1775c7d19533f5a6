// The edition and the pages that it renders to what a store is told beside each file.
import { siteFolder } from '../../address/site-place.ts';
import { leadingOn } from '../../host/leading-on.ts';
import { objectHeaders } from '../../host/object-headers.ts';
import type { HeaderInput } from '../../host/security-headers.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { redirect } from '../../pages/redirect/redirect-page.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { ObjectHeaders } from '../../store/object-store.ts';
import type { Plan } from './plan.ts';

/** @param inlineHashes as in `PolicyInput`. */
export function headerInputOf(
  { site }: Pick<PageContext, 'site'>,
  inlineHashes: readonly string[],
): HeaderInput {
  const { baseUrl, participation, furnitureMode } = site;
  return { baseUrl, participation, furnitureMode, inlineHashes };
}

/**
 * Of pages that are rendered; with `ofAll` of every other page as well.
 * @param inlineHashes as in `PolicyInput`.
 */
export function objectHeadersOf(
  context: PageContext,
  { render }: Pick<Plan, 'render'>,
  inlineHashes: readonly string[],
  ofAll: boolean,
): (url: string) => ObjectHeaders {
  const { site, edition, editorialPages } = context;
  const { baseUrl } = site;
  const input = headerInputOf(context, inlineHashes);
  const leads = new Set(
    ofAll ? Array.from(redirect.pages(context), ({ url }) => url) : render.urlsOf(redirect),
  );
  const whereto =
    leads.size === 0
      ? () => null
      : leadingOn(edition, movedFolders(site, editorialPages), siteFolder(baseUrl));
  return url => objectHeaders(url, leads.has(url) ? whereto(url) : null, input);
}
