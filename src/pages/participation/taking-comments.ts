// Which articles take comments: a file a month, which the service of comments reads. A portal without such a service has none.
import { articleUrl, takingCommentsUrl } from '../../address/addresses.ts';
import { closesAt } from '../../edition/closing.ts';
import type { Instant } from '../../time/instant.ts';
import { pageType } from '../page-type.ts';
import { groupDays } from '../parts/periods.ts';
import { showLink } from '../shown.ts';

/** Address within the site, file below `content/articles` without its ending, headline; until when (ms), where that ends at all. */
export type TakingCommentsRow = readonly [url: string, file: string, title: string, closes?: Instant];

export const takingComments = pageType({
  name: 'taking-comments',
  renderer: 'json',
  furnished: false,
  // Also of `thanks-page.ts`.
  reserved: ['participation'],

  *pages({ edition, site }) {
    if (site.participation === null) return;
    for (const [month, days] of groupDays([...edition.byDay], 'yyyy-mm')) {
      const entries = days.flatMap(([, ofDay]) => ofDay).filter(({ comments }) => comments === 'open');
      // Those that are closed by their age stay, so that no list changes with the clock.
      // A month whose last article was closed has an empty list: nothing there would be no answer.
      yield {
        url: takingCommentsUrl(month),
        month,
        shown: {
          links: entries.map(showLink),
          places: entries.map(
            entry =>
              [
                articleUrl(entry),
                bareFile(entry.file),
                site.commentDays === null ? null : closesAt(entry.day, site.commentDays, site.timeZone),
              ] as const,
          ),
        },
      };
    }
  },

  view: ({ links, places }, tools): readonly TakingCommentsRow[] =>
    places.map(([url, file, closes], index) => {
      const { text } = tools.link(links[index]!);
      return closes === null ? [url, file, text] : [url, file, text, closes];
    }),
});

/** `2014/05/port` of `articles/2014/05/port.md`. */
function bareFile(file: string): string {
  return file.slice('articles/'.length, -'.md'.length);
}
