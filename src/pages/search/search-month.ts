// What readers can search: a file a month, so that an old month never changes, and the list of all months.
import { articleUrl, SEARCH_MONTHS_URL, searchMonthUrl } from '../../address/addresses.ts';
import type { PublishedUrl } from '../../address/site-place.ts';
import type { CardMatter } from '../../article/matter.ts';
import { type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { editionMonths, plainMonth } from '../parts/periods.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';

/** What is kept of an article for the search: address, title, summary, date as printed, section. */
export type SearchRow = readonly [
  url: PublishedUrl,
  title: string,
  summary: string,
  date: string,
  section: string,
];

/** Where the months' files are, newest first. */
export interface SearchMonths {
  readonly months: readonly PublishedUrl[];
}

export const searchMonths = pageType({
  name: 'search-months',
  renderer: 'json',
  furnished: false,

  pages: ({ edition }) => [
    {
      url: SEARCH_MONTHS_URL,
      shown: { months: edition.surroundings.months.map(({ month }) => searchMonthUrl(month)) },
    },
  ],

  view: ({ months }, tools): SearchMonths => ({ months: months.map(tools.published) }),
});

export const searchMonth = pageType({
  name: 'search-month',
  renderer: 'json',
  furnished: false,

  *pages(context) {
    for (const { pages } of searchMonthsOf(context)) yield* pages();
  },

  months: searchMonthsOf,

  view: (shown, tools): readonly SearchRow[] => tools.matter(shown).map(matter => searchRow(matter, tools)),
});

function* searchMonthsOf({ edition }: PageContext): Generator<MonthOfPages<CardsRef>, void> {
  for (const { month, days, content } of editionMonths(edition))
    yield {
      ...plainMonth(month, 1, content),
      *pages() {
        const entries = days.flatMap(([, ofDay]) => ofDay);
        yield { url: searchMonthUrl(month), month, shown: showCards(entries, null) };
      },
    };
}

function searchRow(matter: CardMatter, tools: Tools): SearchRow {
  const { title, summary, section } = matter;
  const url = tools.published(articleUrl(matter));
  return [url, title, summary ?? '', tools.told(matter).stamp, tools.section(section).text];
}
