// The Atom feed of the newest articles (RFC 4287).
import { articleUrl, FEED_URL, HOME_URL } from '../../address/addresses.ts';
import { tagUri } from '../../address/tag-uri.ts';
import { identityOf } from '../../edition/identity.ts';
import type { Moment } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { latestShown } from '../parts/latest.ts';
import type { Link, PageView } from '../views.ts';

/** `/flux.xml`, Atom (RFC 4287). */
export interface FeedView extends PageView {
  /** The whole address of the page that shows the same. */
  readonly alternate: string;
  readonly updated: Moment;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Stays when the address of the article changes. */
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly section: Link;
  readonly source: string;
  /** Empty: nobody signs. */
  readonly authors: readonly string[];
  /** When it appeared. */
  readonly date: Moment;
  readonly updated: Moment;
  readonly canonical: string;
  readonly lang: string | null;
}

/** What `updated` says while nothing is published: the element is required (RFC 4287, section 4.1.1). */
const EPOCH = 0;

export const feed = pageType({
  name: 'feed',
  renderer: 'eleventy',
  furnished: false,
  alone: true,
  reserved: ['flux'],

  pages({ edition, site }) {
    const entries = edition.latest.slice(0, site.feedLength);
    const shown = {
      title: site.name,
      alternate: HOME_URL,
      description: site.description,
      ids: entries.map(entry => tagUri(site.authority, identityOf(entry))),
      authors: entries.map(({ authors }) => authors.map(edition.signatures.nameOf)),
      ...latestShown(entries),
    };
    return [{ url: FEED_URL, shown }];
  },

  view({ title, description, alternate, ids, authors, articles, late }, tools): BareView<FeedView> {
    const entries = tools.matter(articles).map((matter, index) => {
      const published = late[index] ?? matter.date;
      return { ...matter, published, changed: Math.max(published, matter.updated ?? published) };
    });
    return {
      title,
      description,
      breadcrumb: [],
      alternate: tools.baseUrl + alternate,
      updated: tools.moment(Math.max(EPOCH, ...entries.map(({ changed }) => changed))),
      entries: entries.map(({ published, changed, ...matter }, index) => ({
        id: ids[index]!,
        title: matter.title,
        summary: matter.summary,
        section: tools.section(matter.section),
        source: matter.source,
        authors: authors[index]!,
        date: tools.moment(published),
        updated: tools.moment(changed),
        canonical: tools.baseUrl + articleUrl(matter),
        lang: matter.lang,
      })),
    };
  },
});
