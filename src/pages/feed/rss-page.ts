// RSS 2.0 of the home page and of each section, with whole texts (`content:encoded`) and pictures (Media RSS).
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { frontSubjects } from './feed-subject.ts';
import { type EntryOfFeed, entriesOf, feedsOf, type WholeFeed, wholeFeed, withBodies } from './shown-feed.ts';

/** `/rss.xml`, `/chine/rss.xml` */
export interface RssView extends PageView, Omit<WholeFeed, 'changed'> {
  /** As in RFC 822, section 5: `Tue, 20 May 2014 05:43:00 GMT`. */
  readonly updated: string;
  readonly entries: readonly RssEntry[];
}

export interface RssEntry extends Omit<EntryOfFeed, 'published' | 'changed'> {
  readonly published: string;
}

export const rss = pageType({
  name: 'rss',
  renderer: 'archive',
  furnished: false,
  alone: true,

  pages: context => feedsOf(frontSubjects(context), context, 'rss', true),

  view(shown, tools): BareView<RssView> {
    const { changed, ...whole } = wholeFeed(shown, tools, 'rss');
    return {
      title: shown.title,
      description: shown.description,
      breadcrumb: [],
      ...whole,
      updated: new Date(changed).toUTCString(),
      entries: entriesOf(shown, tools).map(({ published, changed, ...entry }) => ({
        ...entry,
        published: new Date(published).toUTCString(),
      })),
    };
  },

  texts: {
    articles: ({ texts }) => texts,
    finish: (view, bodies) => ({ ...view, entries: withBodies(view.entries, bodies) }),
  },
});
