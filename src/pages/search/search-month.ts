// What readers can search: a file a month, so that an old month never changes, and the list of all months.
import { articleUrl, SEARCH_MONTHS_URL, searchMonthUrl } from '../../address/addresses.ts';
import type { PublishedUrl } from '../../address/site-place.ts';
import type { CardMatter } from '../../article/matter.ts';
import type { Edition } from '../../edition/edition.ts';
import { pageType } from '../page-type.ts';
import { groupDays } from '../parts/periods.ts';
import { showCards } from '../shown.ts';
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
    { url: SEARCH_MONTHS_URL, shown: { months: monthsOf(edition).map(([month]) => searchMonthUrl(month)) } },
  ],

  view: ({ months }, tools): SearchMonths => ({ months: months.map(tools.published) }),
});

export const searchMonth = pageType({
  name: 'search-month',
  renderer: 'json',
  furnished: false,

  *pages({ edition }) {
    for (const [month, days] of monthsOf(edition)) {
      const entries = days.flatMap(([, ofDay]) => ofDay);
      yield { url: searchMonthUrl(month), month, shown: showCards(entries, null) };
    }
  },

  view: (shown, tools): readonly SearchRow[] => tools.matter(shown).map(matter => searchRow(matter, tools)),
});

function monthsOf({ byDay }: Edition) {
  return groupDays([...byDay], 'yyyy-mm');
}

function searchRow(matter: CardMatter, tools: Tools): SearchRow {
  const { title, summary, section } = matter;
  const url = tools.published(articleUrl(matter));
  return [url, title, summary ?? '', tools.told(matter).stamp, tools.section(section).text];
}
