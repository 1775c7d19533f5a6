// A year, a month or a day of a dossier that one page does not hold: its articles by day, or of a fuller one the way to its months or days.
import { DOSSIERS_URL, dossierPeriodUrl, dossierUrl } from '../../address/addresses.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import { listOf } from '../../edition/lists-by.ts';
import { mix } from '../../hash/hash.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Dossier, KeyDate, Site } from '../../site/site.ts';
import { calendarDayInWords, periodInWords } from '../../time/moment.ts';
import {
  type BareView,
  type ListedPage,
  type MonthOfPages,
  type PageContext,
  pageOfList,
  pageType,
} from '../page-type.ts';
import { groupByDay, neighbourPeriods, plainMonth } from '../parts/periods.ts';
import { digestOf, type FirstLook } from '../shown.ts';
import type { Link, PageView, PeriodLink } from '../views.ts';
import {
  type ChronologyDayView,
  chronologyView,
  isDay,
  type KeyDateView,
  keyDatesView,
  type ShownChronologyDay,
  type ShownKeyDate,
  showChronology,
  showKeyDates,
} from './dossier-chronology.ts';
import {
  type DossierPeriod,
  type PlacedPeriod,
  placedPeriods,
  placeOf,
  yearsOfDossier,
} from './dossier-periods.ts';

/** `/dossiers/{slug}/{yyyy}/`, `/dossiers/{slug}/{yyyy}/{mm}/`, `/dossiers/{slug}/{yyyy}/{mm}/{dd}/` */
export interface DossierPeriodView extends PageView {
  readonly crumb: string;
  readonly count: number;
  /** Those of its time that `days` do not have, oldest first; none on the page of a day. */
  readonly dates: readonly KeyDateView[];
  /** Newest first; none where `periods` lead to them. */
  readonly days: readonly ChronologyDayView[];
  /** Months or days, newest first. */
  readonly periods: readonly PeriodLink[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

interface ShownDossierPeriod {
  readonly slug: string;
  readonly title: string;
  /** `2014`, `2014-05`, `2014-05-20` */
  readonly period: string;
  readonly count: number;
  readonly dates: readonly ShownKeyDate[];
  readonly days: readonly ShownChronologyDay[];
  readonly periods: readonly PeriodLink[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const dossierPeriod = pageType({
  name: 'dossier-period',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    for (const { pages } of monthsOfDossiers(context)) yield* pages();
  },

  months: monthsOfDossiers,

  view: (
    { slug, title, period, count, dates, days, periods, newer, older },
    tools,
  ): BareView<DossierPeriodView, 'crumb'> => {
    const { words } = tools;
    const inWords = isDay(period) ? calendarDayInWords(period) : periodInWords(period);
    return {
      title: words.dossierPeriodTitle(title, inWords),
      description: isDay(period)
        ? words.dossierDayDescription(title, inWords)
        : words.dossierPeriodDescription(title, inWords),
      breadcrumb: [
        tools.home,
        { url: DOSSIERS_URL, text: words.dossiers },
        { url: dossierUrl(slug), text: title },
        ...LONGER.filter(length => length < period.length)
          .map(length => period.slice(0, length))
          .map(longer => ({ url: dossierPeriodUrl(slug, longer), text: periodInWords(longer) })),
      ],
      // Its month and year stand before it.
      crumb: isDay(period) ? inWords.split(' ', 2).join(' ') : inWords,
      count,
      dates: keyDatesView(dates),
      days: chronologyView(days, tools),
      periods,
      newer,
      older,
    };
  },
});

/** A link to each page of a year, a month or a day of a dossier. */
export function periodsOfDossier(
  dossier: Dossier,
  site: Pick<Site, 'dossierLength'>,
  edition: Pick<Edition, 'byDossier'>,
): readonly Link[] {
  return placedOf(dossier, site, edition).flatMap(({ period }) =>
    [period, ...(isByDays(period) ? daysOf(dossier.slug, period) : [])].map(({ url, text }) => ({
      url,
      text: pageWords.dossierPeriodTitle(dossier.title, text),
    })),
  );
}

/** A year, then a month. */
const LONGER = ['2014', '2014-05'].map(({ length }) => length);

/** A year or a month of a dossier, among those that have pages. */
interface Placed extends PlacedPeriod {
  readonly dossier: Dossier;
  readonly years: readonly DossierPeriod[];
}

/** The years and months of each dossier together, then the days of all of them month by month: most dossiers and months are as they were. */
function* monthsOfDossiers({
  edition,
  site,
}: PageContext): Generator<MonthOfPages<ShownDossierPeriod>, void> {
  const byDays: Placed[] = [];
  for (const dossier of site.dossiers) {
    const placed = placedOf(dossier, site, edition);
    if (placed.length === 0) continue;
    const list = listOf(edition.byDossier, dossier.slug);
    const others = digestOf([dossier.title, dossier.dates, site.dossierLength]);
    yield {
      ...plainMonth(dossierUrl(dossier.slug), placed.length, mix(others, list.digestOfFirst(list.length))),
      pages: () => placed.map(periodPage),
    };
    byDays.push(...placed.filter(({ period }) => isByDays(period)));
  }
  for (const [month, ofMonth] of Map.groupBy(byDays, ({ period }) => period.period)) {
    const { dossiers } = edition.published.month(month)!.summary;
    const size = ofMonth.reduce((sum, { dossier }) => sum + dossiers[dossier.slug]![DAYS], 0);
    const digest = ofMonth.reduce((all, placed) => mix(all, lookRoughly(placed).digest), size);
    yield { ...plainMonth(month, size, digest), pages: () => ofMonth.flatMap(dayPages) };
  }
}

function placedOf(
  dossier: Dossier,
  { dossierLength }: Pick<Site, 'dossierLength'>,
  { byDossier }: Pick<Edition, 'byDossier'>,
): readonly Placed[] {
  const years = yearsOfDossier(dossier.slug, listOf(byDossier, dossier.slug), dossierLength);
  return placedPeriods(years).map(each => ({ ...each, dossier, years }));
}

/** A month whose days have pages. */
function isByDays({ isDivided, months }: DossierPeriod): boolean {
  return isDivided && months.length === 0;
}

/** Where the summary of a month has the number of days on which a dossier has articles. */
const DAYS = 3;

function periodPage(placed: Placed): ListedPage<ShownDossierPeriod> {
  const { url, parts } = placed.period;
  const month = parts.length === 1 ? parts[0]!.month : null;
  return pageOfList(
    url,
    () => shownPeriod(placed),
    () => lookRoughly(placed),
    month,
  );
}

/** Brings no article. */
function lookRoughly({ dossier, period, years, newer, older }: Placed): FirstLook {
  const { slug, title } = dossier;
  const dates = datesIn(period, dossier).map(({ date, text }) => [date, text, placeOf(date, years)]);
  const months = period.months.map(({ url, count }) => [url, count]);
  const articles = period.months.length > 0 ? [] : period.parts.map(({ digest, size }) => [digest, size]);
  return {
    digest: digestOf([slug, title, period.period, period.isDivided, dates, months, articles, newer, older]),
    pictured: () => [],
  };
}

function datesIn({ period }: DossierPeriod, { dates }: Dossier): readonly KeyDate[] {
  return dates.filter(({ date }) => date.startsWith(period));
}

/** A list of articles, or the way to months or days that list them. */
function shownPeriod({ dossier, period, years, newer, older }: Placed): ShownDossierPeriod {
  const { slug, title } = dossier;
  const dates = datesIn(period, dossier);
  const about = { slug, title, period: period.period, count: period.count, newer, older };
  if (!period.isDivided) {
    const days = showChronology(dates, [...entriesOf(period)]);
    // The chronology has those that are days.
    const others = dates.filter(({ date }) => !isDay(date));
    return { ...about, dates: showKeyDates(others, [], () => null), days, periods: [] };
  }
  const days = period.months.length > 0 ? [] : daysOf(slug, period);
  const placeOfDate = (date: string): string | null =>
    period.months.length > 0 ? placeOf(date, years) : (days.find(({ day }) => day === date)?.url ?? null);
  const periods = period.months.length > 0 ? period.months : days;
  return {
    ...about,
    // Nobody is led to where they are.
    dates: showKeyDates(dates, [], date => (date === period.period ? null : placeOfDate(date))),
    days: [],
    periods: periods.map(({ url, text, count }) => ({ url, text, count })),
  };
}

function* entriesOf({ parts }: DossierPeriod): Generator<Entry, void> {
  for (const { entries } of parts) yield* entries;
}

interface DayOfDossier extends PeriodLink {
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** Newest first; brings the articles. */
function daysOf(slug: string, period: DossierPeriod): readonly DayOfDossier[] {
  return groupByDay(entriesOf(period)).map(([day, entries]) => ({
    day,
    url: dossierPeriodUrl(slug, day),
    text: calendarDayInWords(day),
    count: entries.length,
    entries,
  }));
}

/** The days of a month, which lead to the pages beside their month as well. */
function dayPages({ dossier, period, newer, older }: Placed): readonly ListedPage<ShownDossierPeriod>[] {
  const { slug, title, dates } = dossier;
  const days = daysOf(slug, period);
  return days.map(({ day, url, count, entries }, index) => {
    const beside = neighbourPeriods(days, index);
    const events = dates.filter(({ date }) => date === day);
    return {
      url,
      month: period.period,
      shown: {
        slug,
        title,
        period: day,
        count,
        newer: beside.newer ?? newer,
        older: beside.older ?? older,
        dates: [],
        days: showChronology(events, entries),
        periods: [],
      },
    };
  });
}
