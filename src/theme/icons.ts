// The signs of the theme, as data: under which name a template asks for each, and which drawing of Bootstrap Icons it is.
import type { ArticleKind } from '../article/matter.ts';
import type { Sky } from '../site/site.ts';

/** Signs that keep the name of their drawing: `{icons}#search`. */
const DRAWINGS = [
  'search',
  'list',
  'x-lg',
  'play-fill',
  'pause-fill',
  'chevron-left',
  'chevron-right',
  'zoom-in',
  'printer',
  'envelope',
  'link',
  'share',
  'rss',
  'sun',
  'moon-fill',
  'circle-half',
  'facebook',
  'twitter-x',
  'whatsapp',
] as const;

/** `{icons}#sky-very-cloudy`. The type sees to it that every sky has one. */
const SKY_DRAWINGS: Readonly<Record<Sky, string>> = {
  clear: 'brightness-high',
  'partly-cloudy': 'cloud-sun',
  cloudy: 'cloud',
  'very-cloudy': 'clouds',
  overcast: 'clouds-fill',
  haze: 'cloud-haze2',
  fog: 'cloud-fog2',
  drizzle: 'cloud-drizzle',
  rain: 'cloud-rain',
  'heavy-rain': 'cloud-rain-heavy',
  // The filled cloud tells a shower from lasting rain, besides the word that always stands beside it.
  showers: 'cloud-rain',
  thunderstorm: 'cloud-lightning-rain',
  sleet: 'cloud-sleet',
  snow: 'cloud-snow',
  wind: 'wind',
};

/** `{icons}#kind-gallery`: what an article is besides text. */
const KIND_DRAWINGS: Readonly<Record<ArticleKind['name'], string>> = {
  gallery: 'images',
  video: 'play-fill',
  audio: 'headphones',
};

/** Per name of a symbol: the name of its drawing. */
export const ICONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DRAWINGS.map(name => [name, name])),
  ...Object.fromEntries(Object.entries(SKY_DRAWINGS).map(([sky, drawing]) => [`sky-${sky}`, drawing])),
  ...Object.fromEntries(Object.entries(KIND_DRAWINGS).map(([kind, drawing]) => [`kind-${kind}`, drawing])),
};

/** Every name that templates may ask for. */
export const iconNames: readonly string[] = Object.keys(ICONS);
