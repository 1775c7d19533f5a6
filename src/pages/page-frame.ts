// What many views share: the portal around every page, and the edition that fronts tell of.

import { editorialUrl, FEED_URL, HOME_URL, QUALITY_URL, sectionUrl } from '../address/addresses.ts';
import { firstForReaders } from '../edition/entry-list.ts';
import { pageWords } from '../locale/page-words.ts';
import { type Moment, momentOf } from '../time/moment.ts';
import { creditedSources } from '../weather/sources.ts';
import type { Furnished, PageContext, RareField } from './page-type.ts';
import { portalCardText } from './parts/social.ts';
import { servicesOf } from './registry.ts';
import { showPortalCard } from './shown.ts';
import type { Tools } from './tools.ts';
import type {
  Alternate,
  AssetAddresses,
  FurniturePointer,
  FurnitureView,
  PageView,
  Portal,
} from './views.ts';

/** `policy` is the Content-Security-Policy of every page. */
export function portalOf(
  { site, editorialPages }: PageContext,
  assets: AssetAddresses,
  policy: string,
  tools: Tools,
): Portal {
  return {
    name: site.name,
    description: site.description,
    baseUrl: site.baseUrl,
    typedFolder: site.typedFolder,
    locale: site.locale,
    firstCrumb: tools.home.text,
    editions: site.editions,
    navigation: site.sections.map(({ slug, name }) => ({ url: sectionUrl(slug), text: name })),
    editorial: [
      ...editorialPages.map(({ slug, title }) => ({ url: editorialUrl(slug), text: title })),
      ...(site.proof === null ? [] : [{ url: QUALITY_URL, text: pageWords.quality }]),
    ],
    assets,
    services: servicesOf(site),
    weatherSources: creditedSources(site.weather?.cities ?? []),
    feed: FEED_URL,
    timeZone: site.timeZone,
    style: site.style,
    clock: site.clock === null ? null : momentOf(site.clock, site.timeZone).iso,
    participation: site.participation === null ? null : assets.participation,
    policy,
    social: tools.portalCard(showPortalCard(portalCardText(site))),
  };
}

/**
 * When the last article appeared that readers have; null while nothing is published. It dates the edition, not the clock of the build, which
 * would change every front on a quiet night.
 */
export function editionMoment({ edition, site }: PageContext): Moment | null {
  const newest = firstForReaders(edition.current.byAppearance());
  return newest ? momentOf(newest.from, site.timeZone) : null;
}

export interface PageFrame {
  readonly portal: Portal;
  /** Of pages that carry it. */
  readonly furniture: FurnitureView;
  /** Of all others; null: they only point to it. */
  readonly included: FurnitureView | null;
  /** Of these others, too; null: it is put in. */
  readonly pointer: FurniturePointer | null;
  readonly edition: Moment | null;
}

/** A page, as far as its frame asks. */
export interface Framed {
  readonly url: string;
  readonly furnished: Furnished;
  readonly tellsEdition: boolean;
}

/** The rare fields of a page whose bare view lacks them. */
const NO_RARE_FIELD: Readonly<Record<RareField, null>> = {
  section: null,
  crumb: null,
  alternates: null,
  lang: null,
  social: null,
  agesOn: null,
  feeds: null,
};

/** Search engines want each version to name all of them, itself too. */
function frontPages({ editions, locale, baseUrl }: Portal): readonly Alternate[] | null {
  return editions.length === 0 ? null : [{ lang: locale, url: baseUrl + HOME_URL }, ...editions];
}

/** The whole view of a page: its bare view with what many pages share. */
export function inFrame(
  bare: object,
  page: Framed,
  { portal, furniture, included, pointer, edition }: PageFrame,
): object {
  return {
    ...NO_RARE_FIELD,
    ...(page.url === HOME_URL && { alternates: frontPages(portal) }),
    ...bare,
    url: page.url,
    portal,
    canonical: portal.baseUrl + page.url,
    furniture: page.furnished ? furniture : included,
    pointer: page.furnished ? null : pointer,
    edition: page.tellsEdition ? edition : null,
  } satisfies Partial<PageView>;
}
