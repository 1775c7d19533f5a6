// The addresses of the portal, as the design lists them. Nothing else in the project puts an address together.

/** What an article's address is made of. */
export interface ArticleAddress {
  readonly section: string;
  /** Calendar day at the portal's place, `2014-05-20`. */
  readonly day: string;
  readonly slug: string;
}

export const HOME_URL = '/';
export const ARCHIVES_URL = '/archives/';
export const DOSSIERS_URL = '/dossiers/';
export const NOT_FOUND_URL = '/404.html';
export const FEED_URL = '/flux.xml';
export const FLASHES_URL = '/flash/';
export const MOST_READ_URL = '/les-plus-lus/';
export const WEATHER_URL = '/meteo/';
export const POLLS_URL = '/sondages/';
export const SEARCH_URL = '/recherche/';
/** The list of all months that can be searched. */
export const SEARCH_MONTHS_URL = `${SEARCH_URL}mois.json`;
export const STYLE_URL = '/style/';
/** At the service that takes comments: where forms send them. Votes go there to the poll's own address. */
export const COMMENTS_PATH = '/commentaires';

/** `/{section}/{yyyy}/{mm}/{dd}/{slug}.html` */
export function articleUrl(article: ArticleAddress): string {
  return `/${article.section}/${datePath(article.day)}/${article.slug}.html`;
}

export function sectionUrl(section: string): string {
  return `/${section}/`;
}

/** `month` is `2014-05`. */
export function sectionMonthUrl(section: string, month: string): string {
  return `/${section}/${datePath(month)}/`;
}

/** `period` is a year, a month or a day: `2014`, `2014-05`, `2014-05-20`. */
export function archiveUrl(period: string): string {
  return `${ARCHIVES_URL}${datePath(period)}/`;
}

export function topicUrl(topic: string): string {
  return `/sujets/${topic}/`;
}

export function dossierUrl(dossier: string): string {
  return `${DOSSIERS_URL}${dossier}/`;
}

export function cityUrl(city: string): string {
  return `${WEATHER_URL}${city}/`;
}

export function pollUrl(poll: string): string {
  return `${POLLS_URL}${poll}/`;
}

/** What can be searched of a month `2014-05`. */
export function searchMonthUrl(month: string): string {
  return `${SEARCH_URL}${month}.json`;
}

export function editorialUrl(slug: string): string {
  return `/${slug}/`;
}

/** The file of an address below the output folder, with `/` separators: `/chine/` is `chine/index.html`. */
export function outputPath(url: string): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}

/** `2014-05-20` is `2014/05/20`; lists ask for the same day many times in a row. */
function datePath(period: string): string {
  if (period !== lastPeriod) {
    lastPeriod = period;
    lastPath = period.replaceAll('-', '/');
  }
  return lastPath;
}

let lastPeriod = '';
let lastPath = '';
