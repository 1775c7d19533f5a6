// « Les articles les plus lus », or the newsroom's choice.
import { mostReadUntil } from '../../edition/snapshots.ts';
import { listedMostRead } from '../most-read/most-read-articles.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import { showLink } from '../shown.ts';
import type { Link } from '../views.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface MostReadBlockView {
  readonly mostRead: MostReadView<Link>;
}

/** How many articles the block shows. */
const LENGTH = 8;

export const mostRead = furnitureBlock({
  name: 'most-read',
  region: 'column',
  tabbed: true,
  changes: ({ site }) => [mostReadUntil(site)],

  shown(context) {
    const mostRead = listedMostRead(context, LENGTH);
    return (
      mostRead && {
        date: mostRead.date,
        until: mostRead.until,
        articles: mostRead.entries.map(showLink),
      }
    );
  },

  view: ({ date, until, articles }, tools): MostReadBlockView => ({
    mostRead: {
      date: date === null ? null : tools.moment(date),
      until: until === null ? null : tools.moment(until),
      articles: articles.map(tools.link),
    },
  }),
});
