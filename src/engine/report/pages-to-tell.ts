// What a build changed, to what search engines and hubs of feeds are told of it: no page that only carries other furniture.
import { articleAddress } from '../../address/addresses.ts';
import { feedTypeOf } from '../../host/content-type.ts';
import type { ToTell } from '../../ping/ping.ts';
import type { Changes } from '../output/output.ts';
import type { PlannedPage } from '../plan/plan.ts';

/** Kinds of pages that sitemaps name, whatever of what they show changed. */
const LISTS: ReadonlySet<string> = new Set([
  ...['home', 'section', 'dossiers', 'dossier', 'topics', 'topic', 'authors', 'author'],
  ...['archives', 'editorial', 'feeds', 'withdrawn'],
]);

/** @param changes what was sent, and taken away: of a page with the same bytes nobody has to hear. */
export function pagesToTell(render: Iterable<PlannedPage>, { put, removed }: Changes): ToTell {
  const sent = new Set(put);
  const pages: string[] = [];
  for (const planned of render)
    if (sent.has(planned.page.url) && isNews(planned)) pages.push(planned.page.url);
  return {
    pages: [
      ...pages,
      // Search engines find nothing there, and forget it.
      ...removed.filter(url => articleAddress(url) !== null),
    ],
    feeds: put.filter(url => feedTypeOf(url) !== null),
  };
}

function isNews({ page, causes }: PlannedPage): boolean {
  const { name } = page.type;
  return causes.some(each => {
    if (each.cause === 'new' || each.cause === 'unknown') return name === 'article' || LISTS.has(name);
    if (each.cause !== 'shown') return false;
    // Of an article its neighbours change, too, and the comments below it.
    return name === 'article' ? each.part === 'article' : LISTS.has(name);
  });
}
