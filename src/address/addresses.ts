// The addresses of the portal, as the design lists them. Nothing else in the project puts an address together, or takes one apart.

let lastPeriod = '';
let lastPath = '';

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
export const TOPICS_URL = '/sujets/';
export const AUTHORS_URL = '/auteurs/';
export const NOT_FOUND_URL = '/404.html';
/** What feeds are, and where. */
export const FEEDS_URL = '/flux/';
/** The files of feeds, each beside the page of which it tells what is new. */
const ATOM_FILE = 'flux.xml';
const RSS_FILE = 'rss.xml';
const JSON_FEED_FILE = 'flux.json';
/** The portal's own. */
export const FEED_URL = `${HOME_URL}${ATOM_FILE}`;
export const FLASHES_URL = '/flash/';
export const MOST_READ_URL = '/les-plus-lus/';
export const WEATHER_URL = '/meteo/';
export const POLLS_URL = '/sondages/';
export const SEARCH_URL = '/recherche/';
/** What a proof of the site found. */
export const QUALITY_URL = '/qualite/';
/** What is offered to who types a search. */
export const SUGGESTIONS_URL = `${SEARCH_URL}suggestions.json`;
/** Only the development server has it. */
export const ABSENT_URL = '/non-publies/';
export const STYLE_URL = '/style/';
/** What pages without furniture of their own fetch: pieces of pages, not pages. */
export const FRAGMENTS_URL = '/furniture/';
export const TODAY_URL = `${FRAGMENTS_URL}une.html`;
/** The newest articles of all. */
export const NEWEST_URL = `${FRAGMENTS_URL}fil.html`;
/** Parts of the furniture, as pages that carry it have them. */
export const FURNITURE_PART_URLS = {
  day: `${FRAGMENTS_URL}jour.html`,
  masthead: `${FRAGMENTS_URL}en-tete.html`,
  band: `${FRAGMENTS_URL}bandeau.html`,
  column: `${FRAGMENTS_URL}colonne.html`,
} as const;
/** At the service that takes comments: where forms send them. Votes go there to the poll's own address. */
export const COMMENTS_PATH = '/commentaires';
/** There too: what a browser has to calculate before it sends one. */
export const WORK_PATH = `${COMMENTS_PATH}/calcul`;
/** There too: where readers tell the newsroom of a comment. */
export const REPORT_PATH = '/signaler';
/** What the service of comments and votes reads of the site, and where it sends readers back to. */
const PARTICIPATION_URL = '/participation/';
/** The page for whoever has sent a comment. */
export const THANKS_URL = `${PARTICIPATION_URL}merci/`;
/** The polls that can be answered. */
export const POLL_LIST_URL = `${PARTICIPATION_URL}sondages.json`;

/** What the style page shows (`theme/specimens`). */
export const SPECIMENS_URL = '/assets/';
/** The theme's own icon (`theme/static`), of which all others are made. */
export const FAVICON_URL = '/favicon.svg';
/** Where browsers and other programs look without asking. */
export const FAVICON_ICO_URL = '/favicon.ico';
export const TOUCH_ICON_URL = '/apple-touch-icon.png';
/** Sizes are in pixels, of each side. */
export const ICON_URLS = {
  small: { url: '/icone-192.png', size: 192 },
  large: { url: '/icone-512.png', size: 512 },
} as const;
/** Of 512 pixels; its corners may be cut off. */
export const MASKABLE_ICON_URL = '/icone-512-rognable.png';
/** How the portal is called and looks where a reader puts it beside other programs. */
export const MANIFEST_URL = '/manifest.webmanifest';
/** How browsers search the portal (OpenSearch 1.1). */
export const OPENSEARCH_URL = '/opensearch.xml';
/** What programs that read texts are told (llmstxt.org). */
export const LLMS_URL = '/llms.txt';
/** To whom a hole in the site's security is told (RFC 9116, section 3). */
export const SECURITY_URL = '/.well-known/security.txt';

/** What search engines are told, and where they look for it (RFC 9309, section 2.3). */
export const ROBOTS_URL = '/robots.txt';
export const SITEMAP_INDEX_URL = '/sitemap.xml';
const SITEMAPS_URL = '/sitemaps/';
export const NEWS_SITEMAP_URL = `${SITEMAPS_URL}actualites.xml`;

/** What some hosts read, and give to nobody. */
/** What is not published yet, for those who are to look at it: a folder for each preview. */
export const PREVIEWS_URL = '/apercus/';

export const HOST_RULES_URL = '/_redirects';
export const HOST_HEADERS_URL = '/_headers';

/** What shows that a key of IndexNow is the site's. */
export function indexNowKeyUrl(key: string): string {
  return `/${key}.txt`;
}

/** Whose the fonts are, and their licence. */
export const FONT_LICENCE_URL = '/polices.txt';

/** What templates take as `addresses`. */
export const templateAddresses = {
  home: HOME_URL,
  archives: ARCHIVES_URL,
  today: TODAY_URL,
  furnitureBand: FURNITURE_PART_URLS.band,
  furnitureMasthead: FURNITURE_PART_URLS.masthead,
  dossiers: DOSSIERS_URL,
  flashes: FLASHES_URL,
  mostRead: MOST_READ_URL,
  polls: POLLS_URL,
  search: SEARCH_URL,
  feeds: FEEDS_URL,
  absent: ABSENT_URL,
  manifest: MANIFEST_URL,
  openSearch: OPENSEARCH_URL,
  fontLicence: FONT_LICENCE_URL,
} as const;

export type FeedFormat = 'atom' | 'rss' | 'json';

const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  atom: ATOM_FILE,
  rss: RSS_FILE,
  json: JSON_FEED_FILE,
};

/** The feed of a page, which is a folder: `/chine/rss.xml`. */
export function feedUrl(page: string, format: FeedFormat): string {
  return page + FEED_FILES[format];
}

/** The forms of addresses of feeds, as regular expressions of JavaScript, PCRE and RE2. */
export function feedPattern(format: FeedFormat): string {
  return `(?:/[^/]+){0,2}/${FEED_FILES[format].replace('.', '\\.')}`;
}

/** `/{section}/{yyyy}/{mm}/{dd}/{slug}.html` */
export function articleUrl(article: ArticleAddress): string {
  return `/${article.section}/${datePath(article.day)}/${article.slug}.html`;
}

/** The article at an address, as data: `/chine/2014/05/20/port.json`. */
export function ninjsUrl(article: ArticleAddress): string {
  return articleUrl(article).replace(/html$/, 'json');
}

export function sectionUrl(section: string): string {
  return `/${section}/`;
}

/** The newest articles of the section at an address; a folder, so that no section takes the address of another fragment. */
export function newestOfSectionUrl(sectionAddress: string): string {
  return FRAGMENTS_URL + sectionAddress.slice(1);
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
  return `${TOPICS_URL}${topic}/`;
}

export function authorUrl(author: string): string {
  return `${AUTHORS_URL}${author}/`;
}

/** The page of an index's letter, where the index has a page for each: `/sujets/lettres/a/`. No slug holds a slash. */
export function letterUrl(index: string, letter: string): string {
  return `${index}lettres/${letter}/`;
}

export function dossierUrl(dossier: string): string {
  return `${DOSSIERS_URL}${dossier}/`;
}

/** `period` is a year, a month or a day, as in `archiveUrl`. */
export function dossierPeriodUrl(dossier: string, period: string): string {
  return `${dossierUrl(dossier)}${datePath(period)}/`;
}

export function cityUrl(city: string): string {
  return `${WEATHER_URL}${city}/`;
}

export function pollUrl(poll: string): string {
  return `${POLLS_URL}${poll}/`;
}

/** What stands in an address for the segment, and for the number, that the reader's browser puts there. */
export const SEGMENT_SLOT = '{segment}';
export const NUMBER_SLOT = '{n}';

/** Of a segment of what can be searched, such as `2013`: in which of its articles the words of a bucket are. */
export function searchTermsUrl(segment: string, bucket: number | typeof NUMBER_SLOT): string {
  return `${SEARCH_URL}${segment}/mots-${bucket}.json`;
}

/** The same segment's articles as results show them, so many a file. */
export function searchCardsUrl(segment: string, part: number | typeof NUMBER_SLOT): string {
  return `${SEARCH_URL}${segment}/articles-${part}.json`;
}

/** At the service: where readers tell the newsroom of a comment. Both are what addresses are made of already. */
export function reportPath(article: string, comment: string): string {
  return `${REPORT_PATH}?article=${article}&commentaire=${comment}`;
}

/** The articles of a month `2014-05` that take comments. */
export function takingCommentsUrl(month: string): string {
  return `${PARTICIPATION_URL}${month}.json`;
}

/** `name` is a month `2014-05`, or `pages`; files after the first have their number. */
export function sitemapUrl(name: string, part: number): string {
  return `${SITEMAPS_URL}${name}${part === 1 ? '' : `-${part}`}.xml`;
}

export function editorialUrl(slug: string): string {
  return `/${slug}/`;
}

/** The file of an address below the output folder, with `/` separators: `/chine/` is `chine/index.html`. */
export function outputPath(url: string): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}

/**
 * The same for addresses whose files some disks take for one: those of macOS and Windows know neither capitals nor accents set
 * apart, so `/A.html` and `/a.html` are two pages on a server and one file on an editor's machine.
 */
export function outputKey(url: string): string {
  return outputPath(url).normalize('NFC').toLowerCase();
}

/** The address of a file below the output folder: `chine/index.html` is `/chine/`. The inverse of `outputPath`. */
export function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

const ARTICLE_URL = /^\/([a-z0-9-]+)\/(\d{4})\/(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])\/([a-z0-9-]+)\.html$/;

/** What an address of the form of an article's is made of; null: it has another form. The inverse of `articleUrl`. */
export function articleAddress(url: string): ArticleAddress | null {
  const parts = ARTICLE_URL.exec(url);
  return parts && { section: parts[1]!, day: parts.slice(2, 5).join('-'), slug: parts[5]! };
}

const YEAR_IN_URL = /\/(\d{4})(?:\/|-\d\d(?:\/|\.json$|(?:-\d+)?\.xml$))/;

/** The year `2014` of which an address of a list says that it is; null: it says none. */
export function yearIn(url: string): string | null {
  return YEAR_IN_URL.exec(url)?.[1] ?? null;
}

/** How long the address of an article is besides its section and its slug. */
export const ARTICLE_URL_LENGTH = articleUrl({ section: '', day: '2014-05-20', slug: '' }).length;

/** `2014-05-20` is `2014/05/20`; lists ask for the same day many times in a row. */
function datePath(period: string): string {
  if (period !== lastPeriod) {
    lastPeriod = period;
    lastPath = period.replaceAll('-', '/');
  }
  return lastPath;
}

/** `a` and `a/b` of `a/b/index.html`. */
export function foldersAround(key: string): readonly string[] {
  const names = key.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
