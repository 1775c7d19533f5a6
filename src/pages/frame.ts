// What many views share: the portal around every page, and the furniture of those that carry it.

import {
  ARCHIVES_URL,
  articleUrl,
  DOSSIERS_URL,
  dossierUrl,
  editorialUrl,
  FEED_URL,
  FLASHES_URL,
  MOST_READ_URL,
  POLLS_URL,
  SEARCH_URL,
  sectionUrl,
  WEATHER_URL,
} from '../address/addresses.ts';
import { pageWords } from '../locale/page-words.ts';
import { momentOf } from '../time/moment.ts';
import { articleLink } from './card.ts';
import { mostReadArticles } from './most-read.ts';
import type { PageContext } from './page.ts';
import { pollInFurniture } from './poll.ts';
import { socialOfPortal } from './social.ts';
import type { AssetAddresses, Furniture, Link, Moment, PageView, Portal } from './views.ts';
import { weatherLine } from './weather.ts';

/** How many articles « Les articles les plus lus » shows. */
const MOST_READ_LENGTH = 8;

export interface Frame {
  readonly portal: Portal;
  readonly furniture: Furniture;
  /** When the newest article appeared; null while nothing is published. */
  readonly edition: Moment | null;
}

/** `policy` is the Content-Security-Policy of every page. */
export function frameOf(context: PageContext, assets: AssetAddresses, policy: string): Frame {
  const { site, edition, editorialPages } = context;
  const newest = edition.published[0];
  // The newest article dates the edition: the clock of the build would change every front on a quiet night.
  const moment = newest ? momentOf(newest.from, site.timeZone) : null;
  const mostRead = mostReadArticles(context, MOST_READ_LENGTH);
  return {
    portal: {
      name: site.name,
      description: site.description,
      baseUrl: site.baseUrl,
      locale: site.locale,
      navigation: site.sections.map(({ slug, name }) => ({ url: sectionUrl(slug), text: name })),
      editorial: editorialPages.map(({ slug, title }) => ({ url: editorialUrl(slug), text: title })),
      assets,
      services: servicesOf(context),
      feed: FEED_URL,
      timeZone: site.timeZone,
      clock: site.clock === null ? null : momentOf(site.clock, site.timeZone).iso,
      policy,
      social: socialOfPortal(site),
    },
    furniture: {
      day: moment?.day ?? null,
      ticker: edition.flashes.map(({ entry, text, until }) => ({
        url: articleUrl(entry),
        text: text ?? context.articleOf(entry.file).title,
        until: momentOf(until, site.timeZone),
        lang: context.articleOf(entry.file).lang,
      })),
      weather: weatherLine(site, edition.now),
      picks: edition.picks.map(entry => articleLink(entry, context)),
      mostRead: mostRead && {
        date: mostRead.date === null ? null : momentOf(mostRead.date, site.timeZone),
        articles: mostRead.entries.map(entry => articleLink(entry, context)),
      },
      poll: pollInFurniture(site, edition.now),
      dossiers: site.dossiers
        .filter(({ running }) => running)
        .map(({ slug, title }) => ({ url: dossierUrl(slug), text: title })),
    },
    edition: moment,
  };
}

/** The pages of the portal that stand in no section, those that it has. */
function servicesOf({ site }: PageContext): readonly Link[] {
  return [
    { url: FLASHES_URL, text: pageWords.flashes },
    { url: MOST_READ_URL, text: pageWords.mostReadShort },
    ...(site.weather ? [{ url: WEATHER_URL, text: pageWords.weatherShort }] : []),
    ...(site.polls.length > 0 ? [{ url: POLLS_URL, text: pageWords.polls }] : []),
    { url: DOSSIERS_URL, text: pageWords.dossiers },
    { url: ARCHIVES_URL, text: pageWords.archives },
    { url: SEARCH_URL, text: pageWords.search },
  ];
}

/**
 * The whole view of a page: its bare view with what many pages share. `furnished`: it carries the furniture;
 * `tellsEdition`: it says of which edition it is.
 */
export function inFrame(
  bare: Pick<PageView, 'url'>,
  { portal, furniture, edition }: Frame,
  furnished: boolean,
  tellsEdition: boolean,
): Pick<PageView, 'url' | 'portal' | 'canonical' | 'furniture' | 'edition'> {
  return {
    ...bare,
    portal,
    canonical: portal.baseUrl + bare.url,
    furniture: furnished ? furniture : null,
    edition: tellsEdition ? edition : null,
  };
}
