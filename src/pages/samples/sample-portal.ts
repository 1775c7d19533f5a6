// The made-up portal around every sample, and links to its pages.
import {
  ARCHIVES_URL,
  AUTHORS_URL,
  DOSSIERS_URL,
  dossierUrl,
  editorialUrl,
  FAVICON_URL,
  FEED_URL,
  FLASHES_URL,
  HOME_URL,
  ICON_URLS,
  MOST_READ_URL,
  SEARCH_URL,
  sectionUrl,
  TOPICS_URL,
  TOUCH_ICON_URL,
  topicUrl,
  WEATHER_URL,
} from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { momentOf } from '../../time/moment.ts';
import { OPEN_METEO } from '../../weather/sources.ts';
import type { FurniturePointer, Link, PageView, Portal } from '../views.ts';

/** The instant of the samples: that of the demonstration. */
export const SAMPLE_NOW = Date.parse('2014-05-20T15:30:00+08:00');
/** When the newest made-up article appeared. */
export const NEWEST = Date.parse('2014-05-20T13:43:00+08:00');
export const TIME_ZONE = 'Asia/Shanghai';

export const home: Link = { url: HOME_URL, text: pageWords.frontPage };
export const specialPages: Link = { url: DOSSIERS_URL, text: pageWords.dossiers };
export const topics: Link = { url: TOPICS_URL, text: pageWords.topics };
export const authors: Link = { url: AUTHORS_URL, text: pageWords.authors };
export const archives: Link = { url: ARCHIVES_URL, text: pageWords.archives };

export const china: Link = { url: sectionUrl('chine'), text: 'Chine' };
export const world: Link = { url: sectionUrl('monde'), text: 'Monde' };
export const photographs: Link = { url: sectionUrl('photos'), text: 'Photos' };
export const sport: Link = { url: sectionUrl('sport'), text: 'Sport' };

export const cybersecurity: Link = { url: topicUrl('cybersecurite'), text: 'Cybersécurité' };
export const energy: Link = { url: topicUrl('energie'), text: 'Énergie' };

export const shanghaiSummit: Link = { url: dossierUrl('sommet-de-shanghai'), text: 'Le sommet de Shanghai' };
export const worldCup: Link = { url: dossierUrl('mondial-2014'), text: 'Coupe du monde 2014' };

const BASE_URL = 'https://quotidien.example';
/** The address of the service that takes comments and votes. */
export const PARTICIPATION = 'https://participation.example';

/** What leads from pages that do not carry the furniture to that of `samplePortal`. */
export const samplePointer: FurniturePointer = {
  ticker: true,
  weather: { url: WEATHER_URL, text: pageWords.weatherShort },
  links: [
    home,
    { url: MOST_READ_URL, text: pageWords.mostReadShort },
    { url: FLASHES_URL, text: pageWords.flashes },
    specialPages,
  ],
};

/** The same where the site wants no ticker and has no weather. */
export const linksAlone: FurniturePointer = { ...samplePointer, ticker: false, weather: null };

export const samplePortal: Portal = {
  name: 'Quotidien',
  description: 'Un portail d’information en français, pour la démonstration.',
  baseUrl: BASE_URL,
  typedFolder: '',
  locale: 'fr',
  firstCrumb: home.text,
  editions: [
    { lang: 'en', name: 'English', url: 'https://english.example/' },
    { lang: 'ar', name: 'العربية', url: 'https://ar.example/' },
  ],
  navigation: [china, world, photographs, sport],
  editorial: [
    { url: editorialUrl('a-propos'), text: 'À propos' },
    { url: editorialUrl('mentions-legales'), text: 'Mentions légales' },
  ],
  assets: {
    styles: '/assets/style.css',
    homeStyles: '/assets/home.css',
    articleStyles: '/assets/article.css',
    readingStyles: '/assets/reading.css',
    guideStyles: '/assets/guide.css',
    feedStyles: '/assets/feed.css',
    script: '/assets/script.js',
    article: '/assets/article.js',
    search: { script: '/assets/search.js', styles: '/assets/search.css', early: 'document.currentScript' },
    furniture: { script: '/assets/furniture.js', styles: '/assets/fragments.css' },
    viewer: { script: '/assets/viewer.js', styles: '/assets/viewer.css' },
    participation: '/assets/participation.js',
    redirect: '/assets/redirect.js',
    icons: '/assets/icons.svg',
    portalIcons: { favicon: FAVICON_URL, touch: TOUCH_ICON_URL, logo: ICON_URLS.large.url },
    fonts: ['/assets/serif.woff2'],
    early: 'document.documentElement.dataset.js=""',
  },
  services: [
    { url: FLASHES_URL, text: pageWords.flashes },
    { url: MOST_READ_URL, text: pageWords.mostReadShort },
    specialPages,
    archives,
    { url: SEARCH_URL, text: pageWords.search },
  ],
  weatherSources: [OPEN_METEO],
  feed: FEED_URL,
  timeZone: TIME_ZONE,
  style: 'agence',
  clock: momentOf(SAMPLE_NOW, TIME_ZONE).iso,
  participation: '/assets/participation.js',
  policy: "default-src 'none'; style-src 'self'",
  social: { url: `${BASE_URL}/images/portail.jpg`, width: 1200, height: 630, alt: 'Quotidien' },
};

/** The title, the description and the breadcrumb of a page. */
export function about(
  title: string,
  breadcrumb: readonly Link[],
): Pick<PageView, 'title' | 'description' | 'breadcrumb'> {
  return { title, description: `${title}, sur une page d’essai.`, breadcrumb };
}
