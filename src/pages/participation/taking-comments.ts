// Which articles take comments: a file a month, which the service of comments reads. A portal without such a service has none.
import { articleUrl, takingCommentsUrl } from '../../address/addresses.ts';
import { closesAt } from '../../edition/closing.ts';
import type { Entry } from '../../edition/entry.ts';
import { mix } from '../../hash/hash.ts';
import type { Instant } from '../../time/instant.ts';
import { type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { plainMonth } from '../parts/periods.ts';
import { digestOf, type LinkRef, showLink } from '../shown.ts';

/** Address within the site, file below `content/articles` without its ending, headline; until when (ms), where that ends at all. */
export type TakingCommentsRow = readonly [url: string, file: string, title: string, closes?: Instant];

export const takingComments = pageType({
  name: 'taking-comments',
  renderer: 'json',
  furnished: false,
  // Also of `thanks-page.ts`.
  reserved: ['participation'],

  *pages(context) {
    for (const { pages } of listMonths(context)) yield* pages();
  },

  months: listMonths,

  view: ({ links, places }, tools): readonly TakingCommentsRow[] =>
    places.map(([url, file, closes], index) => {
      const { text } = tools.link(links[index]!);
      return closes === null ? [url, file, text] : [url, file, text, closes];
    }),
});

/** A month of which each article is as it was has the list that it had. */
function* listMonths({ edition, site }: PageContext): Generator<MonthOfPages<ShownList>, void> {
  if (site.participation === null) return;
  const closing = digestOf([site.commentDays, site.timeZone]);
  for (const ofMonth of edition.published.months) {
    const { month, digest } = ofMonth;
    yield {
      ...plainMonth(month, 1, mix(digest, closing)),
      pages: () => [{ url: takingCommentsUrl(month), month, shown: shownList(ofMonth.entries, site) }],
    };
  }
}

interface ShownList {
  readonly links: readonly LinkRef[];
  readonly places: readonly (readonly [url: string, file: string, closes: Instant | null])[];
}

/** A month whose last article was closed has an empty list: nothing there would be no answer. */
function shownList(ofMonth: readonly Entry[], { commentDays, timeZone }: PageContext['site']): ShownList {
  // Those that are closed by their age stay, so that no list changes with the clock.
  const entries = ofMonth.filter(({ comments }) => comments === 'open');
  return {
    links: entries.map(showLink),
    places: entries.map(entry => [
      articleUrl(entry),
      bareFile(entry.file),
      commentDays === null ? null : closesAt(entry.day, commentDays, timeZone),
    ]),
  };
}

/** `2014/05/port` of `articles/2014/05/port.md`. */
function bareFile(file: string): string {
  return file.slice('articles/'.length, -'.md'.length);
}
