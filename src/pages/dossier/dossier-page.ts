// A dossier: its picture and key article, its key dates, its parts, then the newest of it by day, and the way to all that a page does not hold.
import { DOSSIERS_URL, dossierUrl } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import type { EntryList } from '../../edition/entry-list.ts';
import { listOf } from '../../edition/lists-by.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import type { Dossier } from '../../site/site.ts';
import { type BareView, type PageContext, pageOfList, pageType } from '../page-type.ts';
import { pictureView, showDataPicture } from '../parts/data-picture.ts';
import { feedOfList } from '../parts/feed-links.ts';
import { firstLook } from '../parts/first-look.ts';
import { inspect, showCard, showCards } from '../shown.ts';
import type { Card, FeedLink, ImageView, Link, PageView, PeriodLink } from '../views.ts';
import {
  type ChronologyDayView,
  chronologyView,
  type KeyDateView,
  keyDatesView,
  showChronology,
  showKeyDates,
} from './dossier-chronology.ts';
import { partsOf } from './dossier-parts.ts';
import { pageWith, placeOf, waysIn, yearsOfDossier } from './dossier-periods.ts';

/** `/dossiers/{slug}/` */
export interface DossierView extends PageView {
  readonly feeds: readonly FeedLink[];
  readonly standfirst: string;
  readonly running: boolean;
  readonly image: ImageView | null;
  readonly lead: Card | null;
  /** Oldest first. */
  readonly dates: readonly KeyDateView[];
  readonly parts: readonly { readonly title: string; readonly articles: readonly Card[] }[];
  /** The newest articles, the key one too if it is among them, and the key dates of their time that are days, newest first. */
  readonly days: readonly ChronologyDayView[];
  /** Of a dossier with more articles than these: where all of them are, newest first. */
  readonly periods: readonly PeriodLink[];
  /** Where the next one before them is listed; null: there is none. */
  readonly older: Link | null;
}

export const dossier = pageType({
  name: 'dossier',
  renderer: 'eleventy',
  furnished: true,

  pages: context =>
    context.site.dossiers.map(dossier => {
      const list = listOf(context.edition.byDossier, dossier.slug);
      const about = aboutDossier(dossier, context);
      const show = () => ({ ...about, ...shownDossier(dossier, list, context) });
      // Most days nothing is new in it, and it may reach back over the whole archive.
      return pageOfList(dossierUrl(dossier.slug), show, () => {
        const others = [about, dossier.dates, dossier.parts, context.site.dossierLength];
        const { digest, pictured } = firstLook(list, list.length, others, show);
        return { digest, pictured: () => [...inspect(about).pictured, ...pictured()] };
      });
    }),

  view: (shown, tools): BareView<DossierView, 'feeds'> => ({
    title: shown.title,
    feeds: feedOfList(dossierUrl(shown.slug), shown.title),
    description: shown.standfirst,
    breadcrumb: [tools.home, { url: DOSSIERS_URL, text: tools.words.dossiers }],
    standfirst: shown.standfirst,
    running: shown.running,
    image: pictureView(shown.image, tools),
    lead: shown.lead && tools.card(shown.lead),
    dates: keyDatesView(shown.dates),
    parts: shown.parts.map(({ title, first, others }) => ({
      title,
      articles: [tools.card(first), ...tools.cards(others)],
    })),
    days: chronologyView(shown.days, tools),
    periods: shown.periods,
    older: shown.older,
  }),
});

/** What it says whatever its articles are. */
function aboutDossier(
  { slug, title, standfirst, running, image }: Dossier,
  { pictureNamed }: Pick<PageContext, 'pictureNamed'>,
) {
  return { slug, title, standfirst, running, image: showDataPicture(image, pictureNamed, 'lead') };
}

/** Of a large dossier no more articles are brought than those of the months that have the newest, the key one and those of its parts. */
function shownDossier(dossier: Dossier, list: EntryList, { site, edition }: PageContext) {
  const summaryOf = (month: string): MonthSummary => edition.published.month(month)!.summary;
  const key = keyArticle(list, month => summaryOf(month).dossiers[dossier.slug]![PRIORITY]);
  const [next] = list.first(site.dossierLength + 1).slice(site.dossierLength);
  const newest = list.first(site.dossierLength);
  const years = yearsOfDossier(dossier.slug, list, site.dossierLength);
  // What came before these is on the pages of its years.
  const since = years.length === 0 ? '' : newest.at(-1)!.day;
  const days = showChronology(
    dossier.dates.filter(({ date }) => date >= since),
    newest,
  );
  // Of one article alone there is nothing more to tell.
  const told = days.length === 1 && list.length === 1 && dossier.dates.length === 0 ? [] : days;
  return {
    lead: key && showCard(key, 'lead'),
    dates: showKeyDates(dossier.dates, told, date => placeOf(date, years)),
    parts: partsOf(dossier, list.parts, summaryOf, key).map(({ title, entries }) => ({
      title,
      first: showCard(entries[0]!, 'column'),
      others: showCards(entries.slice(1), null),
    })),
    days: told,
    older: next === undefined ? null : pageWith(next.day, dossier.slug, years),
    periods: waysIn(years).map(({ url, text, count }) => ({ url, text, count })),
  };
}

/** Where the summary of a month has the highest priority of a dossier's articles. */
const PRIORITY = 2;

/** The dossier's article of the highest priority; the newest of them. */
function keyArticle({ parts }: EntryList, priorityIn: (month: string) => number): Entry | null {
  const highest = parts.reduce((highest, { month }) => Math.max(highest, priorityIn(month)), 0);
  const part = parts.find(({ month }) => priorityIn(month) === highest);
  return part?.entries.find(({ priority }) => priority === highest) ?? null;
}
