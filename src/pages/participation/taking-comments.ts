// Which articles take comments: a file a month, which the service of comments reads. A portal without such a service has none.
import { articleUrl, takingCommentsUrl } from '../../address/addresses.ts';
import { pageType } from '../page-type.ts';
import { groupDays } from '../parts/periods.ts';
import { showLink } from '../shown.ts';

/** Address within the site, file below `content/articles` without its ending, headline. */
export type TakingCommentsRow = readonly [url: string, file: string, title: string];

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
      // A month whose last article was closed has an empty list: nothing there would be no answer.
      yield {
        url: takingCommentsUrl(month),
        month,
        shown: {
          links: entries.map(showLink),
          places: entries.map(entry => [articleUrl(entry), bareFile(entry.file)] as const),
        },
      };
    }
  },

  view: ({ links, places }, tools): readonly TakingCommentsRow[] =>
    places.map(([url, file], index) => [url, file, tools.link(links[index]!).text]),
});

/** `2014/05/port` of `articles/2014/05/port.md`. */
function bareFile(file: string): string {
  return file.slice('articles/'.length, -'.md'.length);
}
