// « Les articles les plus lus », or the newsroom's choice.
import { mostReadUntil } from '../../edition/snapshots.ts';
import { mostReadArticles } from '../most-read/most-read-articles.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import { showLink } from '../shown.ts';
import type { Link } from '../views.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface MostReadBlockView {
  readonly mostRead: MostReadView<Link>;
}

/** How many articles the block shows. */
const LENGTH = 8;

/** The newsroom's choice is a list from this many articles on. */
const FEWEST_CHOSEN = 4;

export const mostRead = furnitureBlock({
  name: 'most-read',
  region: 'column',
  tabbed: true,
  changes: ({ site }) => [mostReadUntil(site)],

  shown(context) {
    const mostRead = mostReadArticles(context, LENGTH);
    // In a portal of its first days the newsroom's choice would say once more what every front shows.
    if (mostRead === null || (mostRead.date === null && mostRead.entries.length < FEWEST_CHOSEN)) return null;
    return { date: mostRead.date, articles: mostRead.entries.map(showLink) };
  },

  view: ({ date, articles }, tools): MostReadBlockView => ({
    mostRead: { date: date === null ? null : tools.moment(date), articles: articles.map(tools.link) },
  }),
});
