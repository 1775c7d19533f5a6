// The newest articles of a section, or of all, for pages that client code brings up to date: one fragment for each section, and one for pages of none.
import { NEWEST_URL, newestOfSectionUrl, sectionUrl } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { firstOf } from '../../edition/entry-list.ts';
import { listOf } from '../../edition/lists-by.ts';
import { pageType } from '../page-type.ts';
import { latestCards, latestShown } from '../parts/latest.ts';
import type { Card, Link } from '../views.ts';

/** A piece of a page: besides these it has the portal, and no title of its own. */
export interface NewestView {
  /** null: of all sections. */
  readonly section: Link | null;
  /** The newest first. */
  readonly articles: readonly Card[];
}

/** The style sheet reserves the place of this many. */
const LENGTH = 5;

export const newest = pageType({
  name: 'newest',
  renderer: 'archive',
  furnished: false,
  alone: true,

  *pages({ edition, site }) {
    const shown = (slug: string | null, entries: readonly Entry[]) => ({
      shown: { slug, newest: latestShown(entries) },
    });
    yield { url: NEWEST_URL, ...shown(null, firstOf(edition.current.byAppearance(), LENGTH)) };
    for (const { slug } of site.sections)
      yield {
        url: newestOfSectionUrl(sectionUrl(slug)),
        ...shown(slug, listOf(edition.bySection, slug).first(LENGTH)),
      };
  },

  view: ({ slug, newest }, tools): NewestView => ({
    section: slug === null ? null : tools.section(slug),
    articles: latestCards(newest, tools),
  }),
});
