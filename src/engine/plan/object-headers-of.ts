// The edition and the pages that it renders to what a store is told beside each file.
import { siteFolder } from '../../address/site-place.ts';
import { leadingOn } from '../../host/leading-on.ts';
import { objectHeaders } from '../../host/object-headers.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { ObjectHeaders } from '../../store/object-store.ts';
import type { Plan } from './plan.ts';

/** @param earlyHash as in `PolicyInput`. */
export function objectHeadersOf(
  { site, edition, editorialPages }: PageContext,
  { render }: Pick<Plan, 'render'>,
  earlyHash: string,
): (url: string) => ObjectHeaders {
  const { baseUrl, participation, furnitureMode } = site;
  const input = { baseUrl, participation, furnitureMode, earlyHash };
  const leads = new Set(
    render.filter(({ page }) => page.type.name === 'redirect').map(({ page }) => page.url),
  );
  const whereto =
    leads.size === 0
      ? () => null
      : leadingOn(edition.addressed, movedFolders(site, editorialPages), siteFolder(baseUrl));
  return url => objectHeaders(url, leads.has(url) ? whereto(url) : null, input);
}
