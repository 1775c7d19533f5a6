// Atom feeds (RFC 4287): whole texts of what is new on the home page and in sections, summaries of dossiers, topics and authors.
import type { Moment } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { frontSubjects, otherSubjects } from './feed-subject.ts';
import { type EntryOfFeed, entriesOf, feedsOf, type WholeFeed, wholeFeed, withBodies } from './shown-feed.ts';

/** `/flux.xml`, `/chine/flux.xml`, `/sujets/energie/flux.xml` */
export interface FeedView extends PageView, Omit<WholeFeed, 'changed'> {
  /** Stays when addresses change. */
  readonly id: string;
  readonly updated: Moment;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry extends Omit<EntryOfFeed, 'published' | 'changed' | 'media'> {
  readonly published: Moment;
  readonly updated: Moment;
}

export const feed = pageType({
  name: 'feed',
  renderer: 'archive',
  furnished: false,
  alone: true,

  *pages(context) {
    yield* feedsOf(frontSubjects(context), context, 'atom', true);
    yield* feedsOf(otherSubjects(context), context, 'atom', false);
  },

  view(shown, tools): BareView<FeedView> {
    const { changed, ...whole } = wholeFeed(shown, tools, 'atom');
    return {
      id: shown.id,
      title: shown.title,
      description: shown.description,
      breadcrumb: [],
      ...whole,
      updated: tools.moment(changed),
      entries: entriesOf(shown, tools).map(({ published, changed, media, ...entry }) => ({
        ...entry,
        published: tools.moment(published),
        updated: tools.moment(changed),
      })),
    };
  },

  texts: {
    articles: ({ texts }) => texts,
    finish: (view, bodies) =>
      bodies.length === 0 ? view : { ...view, entries: withBodies(view.entries, bodies) },
  },
});
