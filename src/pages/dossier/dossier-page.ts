// A dossier: its picture and key article, its key dates, its parts, then all of it by day.
import { DOSSIERS_URL, dossierUrl } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { listOf } from '../../edition/lists-by.ts';
import type { Dossier } from '../../site/site.ts';
import { calendarDayInWords, periodInWords } from '../../time/moment.ts';
import { type BareView, type PageContext, pageOfList, pageType } from '../page-type.ts';
import { pictureView, showDataPicture } from '../parts/data-picture.ts';
import { feedOfList } from '../parts/feed-links.ts';
import { firstLook } from '../parts/first-look.ts';
import { inspect, showCard, showCards } from '../shown.ts';
import type { Card, FeedLink, ImageView, PageView } from '../views.ts';
import { chronologyOf, partsOf } from './dossier-parts.ts';

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
  /** All articles, the key one too, and the key dates that are days, newest first. */
  readonly days: readonly ChronologyDayView[];
}

export interface KeyDateView {
  /** For `<time datetime>`: `2014-05-25`, `2014-05`, `2014`. */
  readonly iso: string;
  /** `25 mai 2014` */
  readonly date: string;
  readonly text: string;
  /** The day's place in the chronology; null: it is a month or a year. */
  readonly url: string | null;
}

export interface ChronologyDayView {
  /** `mardi 20 mai 2014` */
  readonly day: string;
  readonly anchor: string;
  readonly events: readonly string[];
  readonly articles: readonly Card[];
}

export const dossier = pageType({
  name: 'dossier',
  renderer: 'eleventy',
  furnished: true,

  pages: ({ edition, site, pictureNamed }) =>
    site.dossiers.map(dossier => {
      const list = listOf(edition.byDossier, dossier.slug);
      const show = () => shownDossier(dossier, [...list], pictureNamed);
      // Most days nothing is new in it, and it may reach back over the whole archive.
      const others = shownDossier(dossier, [], pictureNamed);
      return pageOfList(dossierUrl(dossier.slug), show, () => {
        const { digest, pictured } = firstLook(list, list.length, [others, dossier.parts], show);
        return { digest, pictured: () => [...inspect(others).pictured, ...pictured()] };
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
    dates: shown.dates.map(({ date, text }) => ({
      iso: date,
      date: periodInWords(date),
      text,
      url: shown.days.some(({ day }) => day === date) ? `#${anchorOf(date)}` : null,
    })),
    parts: shown.parts.map(({ title, first, others }) => ({
      title,
      articles: [tools.card(first), ...tools.cards(others)],
    })),
    days: shown.days.map(({ day, events, articles }) => ({
      day: calendarDayInWords(day),
      anchor: anchorOf(day),
      events,
      articles: tools.cards(articles),
    })),
  }),
});

function shownDossier(
  dossier: Dossier,
  entries: readonly Entry[],
  pictureNamed: PageContext['pictureNamed'],
) {
  const { slug, title, standfirst, running, dates, image } = dossier;
  const key = keyArticle(entries);
  const days = chronologyOf(dossier, entries);
  return {
    slug,
    title,
    standfirst,
    running,
    image: showDataPicture(image, pictureNamed, 'lead'),
    lead: key ? showCard(key, 'lead') : null,
    dates,
    parts: partsOf(
      dossier,
      entries.filter(entry => entry !== key),
    ).map(({ title, entries }) => ({
      title,
      first: showCard(entries[0]!, 'column'),
      others: showCards(entries.slice(1), null),
    })),
    // Of one article alone there is nothing more to tell.
    days: (days.length === 1 && entries.length === 1 && dates.length === 0 ? [] : days).map(
      ({ day, events, entries }) => ({ day, events, articles: showCards(entries, null) }),
    ),
  };
}

/** `le_2014-05-20`: no heading has an underscore. */
function anchorOf(day: string): string {
  return `le_${day}`;
}

/** The dossier's article of the highest priority; the newest of them. */
function keyArticle(entries: readonly Entry[]): Entry | undefined {
  let key = entries[0];
  for (const entry of entries) if (key && entry.priority > key.priority) key = entry;
  return key;
}
