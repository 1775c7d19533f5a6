// The pages that have to be rendered, in the order in which they were planned. Those of a month of which nothing is remembered are made when their
// turn comes, and made again for whoever asks again: an archive of them would take more memory than all else that a build knows.
import type { Page, PageMonth, PageType } from '../../pages/page-type.ts';
import { isMonth } from '../edition/urls-of-months.ts';
import type { PlannedPage } from './plan.ts';

export interface PagesToRender extends Iterable<PlannedPage> {
  readonly length: number;
  /** Whether one of them carries the furniture. */
  readonly isFurnished: boolean;
  /** Those that Eleventy renders. */
  readonly fixed: readonly PlannedPage[];
  /** Those that our engine renders: the newest month first, and before all those of no month. */
  readonly archive: SomePages;
  /** The addresses of those of a kind. */
  urlsOf(type: PageType): Iterable<string>;
  /** The addresses of all but those that are made by months: of these the pages of `months`, and of what is no month of the calendar. */
  urlsIn(months: ReadonlySet<string>): Iterable<string>;
}

export interface SomePages extends Iterable<PlannedPage> {
  readonly length: number;
}

/** A month of pages that are all to be rendered. */
export interface MonthToRender extends Pick<PageMonth, 'month' | 'size' | 'furnished' | 'pages'> {
  readonly type: PageType;
  readonly plan: (page: Page) => PlannedPage;
}

/** @param months of our engine's pages. */
export function pagesToRender(list: readonly (PlannedPage | MonthToRender)[]): PagesToRender {
  const isFixed = (each: PlannedPage | MonthToRender): boolean =>
    'page' in each && each.page.type.renderer === 'eleventy';
  const archive = list.filter(each => !isFixed(each)).sort(byMonth);
  return {
    length: lengthOf(list),
    isFurnished: list.some(each => ('page' in each ? each.page.furnished !== false : each.furnished > 0)),
    fixed: list.filter(each => 'page' in each).filter(isFixed),
    archive: { length: lengthOf(archive), [Symbol.iterator]: () => pagesOf(archive) },
    *urlsOf(type) {
      const ofType = list.filter(each => ('page' in each ? each.page.type : each.type) === type);
      for (const { page } of pagesOf(ofType)) yield page.url;
    },
    *urlsIn(months) {
      for (const each of list)
        if ('page' in each) yield each.page.url;
        else if (months.has(each.month) || !isMonth(each.month))
          for (const { url } of each.pages()) yield url;
    },
    [Symbol.iterator]: () => pagesOf(list),
  };
}

function lengthOf(list: readonly (PlannedPage | MonthToRender)[]): number {
  return list.reduce((sum, each) => sum + ('page' in each ? 1 : each.size), 0);
}

function* pagesOf(list: readonly (PlannedPage | MonthToRender)[]): Generator<PlannedPage, void> {
  for (const each of list)
    if ('page' in each) yield each;
    else for (const page of each.pages()) yield each.plan(page);
}

/** So an article is fetched once for all pages of its time that show it. */
function byMonth(a: PlannedPage | MonthToRender, b: PlannedPage | MonthToRender): number {
  const [monthOfA, monthOfB] = [monthOf(a), monthOf(b)];
  return monthOfA < monthOfB ? 1 : monthOfA > monthOfB ? -1 : 0;
}

function monthOf(each: PlannedPage | MonthToRender): string {
  return 'page' in each ? (each.page.month ?? '9999') : each.month;
}
