// Sitemaps (sitemaps.org): a file of pages without a date, and one for each month of articles, with their photographs and films.
import {
  ARCHIVES_URL,
  AUTHORS_URL,
  articleUrl,
  authorUrl,
  DOSSIERS_URL,
  dossierUrl,
  editorialUrl,
  FEEDS_URL,
  HOME_URL,
  QUALITY_URL,
  sectionUrl,
  sitemapUrl,
  TOPICS_URL,
  topicUrl,
} from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { type BareView, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { plainMonth } from '../parts/periods.ts';
import {
  digestOf,
  inspect,
  type PictureRef,
  type RecordingRef,
  showCards,
  showPicture,
  showRecording,
} from '../shown.ts';
import type { ToldMatter, Tools } from '../tools.ts';
import type { PageView } from '../views.ts';
import { changeOf, cut, monthParts, photographsOf } from './sitemap-parts.ts';

/** `/sitemaps/2014-05.xml`, `/sitemaps/pages.xml` */
export interface SitemapView extends PageView {
  readonly urls: readonly SitemapUrl[];
}

export interface SitemapUrl {
  /** Whole, as all addresses here. */
  readonly address: string;
  /** ISO 8601; null: the page shows what is new, and says nothing of when it changed. */
  readonly changed: string | null;
  readonly images: readonly string[];
  readonly video: SitemapVideo | null;
}

/** A film of the portal's own that has a still: search engines take no other. */
export interface SitemapVideo {
  readonly thumbnail: string;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly published: string;
}

const NO_PAGES: readonly string[] = [];
const NOTHING = { changed: null, images: [], video: null } as const;

export const sitemap = pageType({
  name: 'sitemap',
  renderer: 'archive',
  furnished: false,
  alone: true,
  reserved: ['sitemaps'],

  *pages(context) {
    for (const { pages } of sitemapMonths(context)) yield* pages();
  },

  months: sitemapMonths,

  view({ pages, articles }, tools): BareView<SitemapView> {
    const listed = pages.map(url => ({ ...NOTHING, address: tools.baseUrl + url }));
    return { ...ABOUT, urls: [...listed, ...urlsOf(articles, tools)] };
  },
});

/** The files of pages without a date together, then those of each month of articles. */
function* sitemapMonths(context: PageContext): Generator<MonthOfPages<ShownSitemap>, void> {
  const lists = listParts(context).map((pages, index) => ({
    url: sitemapUrl('pages', index + 1),
    shown: { pages, articles: showArticles([]) },
  }));
  yield { ...plainMonth('undated', lists.length, digestOf(lists)), pages: () => lists };
  const { published } = context.edition;
  for (const [month, parts] of Map.groupBy(monthParts(context.edition), ({ month }) => month)) {
    const pictured = () =>
      parts
        .filter(({ showsFiles }) => showsFiles)
        .flatMap(({ entries }) => inspect(showFiles(entries)).pictured);
    yield {
      ...plainMonth(month, parts.length, published.month(month)!.digest),
      pictured,
      pages: () =>
        parts.map(({ url, entries }) => ({
          url,
          month,
          shown: { pages: NO_PAGES, articles: showArticles(entries) },
        })),
    };
  }
}

interface ShownSitemap {
  readonly pages: readonly string[];
  readonly articles: ShownArticles;
}

/** Nobody reads these files: they have neither title nor description. */
export const ABOUT = { title: '', description: '', breadcrumb: [] } as const;

/** Files of the pages that have no date: what they show is in the files of the months. */
export function listParts(context: PageContext): readonly (readonly string[])[] {
  return cut([...listPages(context)], () => 1);
}

/** All that search engines may show, but for lists by date: these only repeat what articles say, and links lead to them. */
function* listPages({ edition, site, editorialPages }: PageContext): Generator<string, void> {
  yield HOME_URL;
  for (const { slug } of site.sections) yield sectionUrl(slug);
  if (site.dossiers.length > 0) yield DOSSIERS_URL;
  for (const { slug } of site.dossiers) yield dossierUrl(slug);
  const topics = site.topics.filter(({ slug }) => edition.byTopic.has(slug));
  if (topics.length > 0) yield TOPICS_URL;
  for (const { slug } of topics) yield topicUrl(slug);
  if (edition.byAuthor.size > 0) yield AUTHORS_URL;
  for (const slug of edition.byAuthor.keys()) yield authorUrl(slug);
  yield ARCHIVES_URL;
  for (const { slug } of editorialPages) yield editorialUrl(slug);
  yield FEEDS_URL;
  if (site.proof !== null) yield QUALITY_URL;
}

/** Of few articles, by their place: their photographs, or a film. */
type Rare<Thing> = readonly { readonly at: number; readonly thing: Thing }[];

function showArticles(entries: readonly Entry[]) {
  return { cards: showCards(entries, null), changed: entries.map(changeOf), ...showFiles(entries) };
}

function showFiles(entries: readonly Entry[]) {
  const pictures: { at: number; thing: PictureRef }[] = [];
  const films: { at: number; thing: { film: RecordingRef; still: PictureRef } }[] = [];
  entries.forEach((entry, at) => {
    if (entry.media.length === 0) return;
    for (const photograph of photographsOf(entry))
      pictures.push({ at, thing: showPicture(photograph, 'article') });
    const film = entry.media.find(({ role }) => role === 'video');
    const still = entry.media.find(({ role }) => role === 'poster');
    if (film && still)
      films.push({ at, thing: { film: showRecording(film), still: showPicture(still, 'article') } });
  });
  return { pictures, films };
}

type ShownArticles = ReturnType<typeof showArticles>;

function urlsOf({ cards, changed, pictures, films }: ShownArticles, tools: Tools): readonly SitemapUrl[] {
  const { baseUrl } = tools;
  const picturesAt = byPlace(pictures);
  const filmAt = byPlace(films);
  return tools.matter(cards).map((matter, at) => {
    const film = filmAt.get(at)?.[0];
    return {
      address: baseUrl + articleUrl(matter),
      changed: tools.moment(changed[at]!).iso,
      images: (picturesAt.get(at) ?? []).map(picture => baseUrl + tools.picture(picture).src),
      video: film
        ? videoOf(
            matter,
            baseUrl + tools.recording(film.film),
            baseUrl + tools.picture(film.still).src,
            tools,
          )
        : null,
    };
  });
}

function byPlace<Thing>(rare: Rare<Thing>): ReadonlyMap<number, readonly Thing[]> {
  const places = new Map<number, Thing[]>();
  for (const { at, thing } of rare) {
    const things = places.get(at);
    if (things) things.push(thing);
    else places.set(at, [thing]);
  }
  return places;
}

function videoOf(matter: ToldMatter, address: string, thumbnail: string, tools: Tools): SitemapVideo {
  return {
    thumbnail,
    title: matter.title,
    description: matter.summary ?? matter.title,
    address,
    published: tools.moment(matter.date).iso,
  };
}
