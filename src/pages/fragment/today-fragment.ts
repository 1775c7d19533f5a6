// What a reader finds on every page without furniture of its own, once client code has fetched it: today's lead, and what is read most.
import { TODAY_URL } from '../../address/addresses.ts';
import { leadAndHeadlines } from '../../edition/lead.ts';
import { mostReadUntil } from '../../edition/snapshots.ts';
import { listedMostRead } from '../most-read/most-read-articles.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import { pageType } from '../page-type.ts';
import { showCard, showLink } from '../shown.ts';
import type { Card, Link } from '../views.ts';

/** A piece of a page: besides these it has the portal, and no title of its own. */
export interface TodayView {
  /** null only while nothing at all is published. */
  readonly lead: Card | null;
  readonly mostRead: MostReadView<Link> | null;
}

/** The style sheet reserves the place of this many. */
const MOST_READ_LENGTH = 5;

export const today = pageType({
  name: 'today',
  renderer: 'archive',
  furnished: false,
  alone: true,
  reserved: ['furniture'],
  changes: ({ site }) => [mostReadUntil(site)],

  pages(context) {
    const lead = leadAndHeadlines(context.edition.current)[0];
    const mostRead = listedMostRead(context, MOST_READ_LENGTH);
    const shown = {
      lead: lead ? showCard(lead, 'column') : null,
      mostRead: mostRead && {
        date: mostRead.date,
        until: mostRead.until,
        articles: mostRead.entries.map(showLink),
      },
    };
    return [{ url: TODAY_URL, shown }];
  },

  view: ({ lead, mostRead }, tools): TodayView => ({
    lead: lead && tools.card(lead),
    mostRead: mostRead && {
      date: mostRead.date === null ? null : tools.moment(mostRead.date),
      until: mostRead.until === null ? null : tools.moment(mostRead.until),
      articles: mostRead.articles.map(tools.link),
    },
  }),
});
