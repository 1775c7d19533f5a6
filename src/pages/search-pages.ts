// What readers can search, a file a month, so that an old month never changes; and the page that searches them.

import { articleUrl, SEARCH_MONTHS_URL, SEARCH_URL, searchMonthUrl } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import { pageWords } from '../locale/page-words.ts';
import { momentOf } from '../time/moment.ts';
import { cardParts, sectionName } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import { groupDays } from './periods.ts';
import type { SearchView } from './views.ts';

/** What is kept of an article for the search: address, title, summary, date as printed, section. */
export type SearchRow = readonly [url: string, title: string, summary: string, date: string, section: string];

export function* searchPages(context: PageContext): Generator<Page, void> {
  const { edition, site } = context;
  const months = groupDays([...edition.byDay], 'yyyy-mm').map(
    ([month, days]) => [month, days.flatMap(([, entries]) => entries)] as const,
  );
  const addresses = months.map(([month]) => searchMonthUrl(month));
  yield {
    url: SEARCH_URL,
    template: 'search',
    furnished: true,
    parts: partsOf(site.name),
    view: (): BareView<SearchView> => ({
      url: SEARCH_URL,
      title: pageWords.search,
      description: pageWords.searchDescription(site.name),
      breadcrumb: [homeLink()],
      index: SEARCH_MONTHS_URL,
    }),
  };
  yield {
    url: SEARCH_MONTHS_URL,
    template: 'search-months',
    furnished: false,
    parts: partsOf(addresses),
    view: () => ({ months: addresses }),
  };
  for (const [month, entries] of months) {
    yield {
      url: searchMonthUrl(month),
      template: 'search-month',
      furnished: false,
      month,
      parts: partsOf([cardParts(entries), site.sections.map(({ slug, name }) => [slug, name])]),
      view: () => entries.map(entry => searchRow(entry, context)),
    };
  }
}

function searchRow(entry: Entry, { articleOf, site }: PageContext): SearchRow {
  const { title, summary, date } = articleOf(entry.file);
  return [
    articleUrl(entry),
    title,
    summary ?? '',
    momentOf(date, site.timeZone).stamp,
    sectionName(entry.section, site),
  ];
}
