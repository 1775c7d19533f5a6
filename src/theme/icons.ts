// The signs of the theme, as data: under which name a template asks for each, and which drawing of Bootstrap Icons it is.
import type { ArticleKind } from '../article/matter.ts';
import type { SkyPicture } from '../site/skies.ts';

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

/** `{icons}#sky-very-cloudy`. The type sees to it that every picture of the sky has one. */
const SKY_DRAWINGS: Readonly<Record<SkyPicture, string>> = {
  clear: 'brightness-high',
  'clear-night': 'moon',
  'partly-cloudy': 'cloud-sun',
  'partly-cloudy-night': 'cloud-moon',
  cloudy: 'cloud',
  'very-cloudy': 'clouds',
  overcast: 'clouds-fill',
  haze: 'cloud-haze2',
  fog: 'cloud-fog2',
  drizzle: 'cloud-drizzle',
  rain: 'cloud-rain',
  'heavy-rain': 'cloud-rain-heavy',
  thunderstorm: 'cloud-lightning-rain',
  sleet: 'cloud-sleet',
  snow: 'cloud-snow',
  hail: 'cloud-hail',
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
  ...Object.fromEntries(
    Object.entries(SKY_DRAWINGS).map(([picture, drawing]) => [`sky-${picture}`, drawing]),
  ),
  ...Object.fromEntries(Object.entries(KIND_DRAWINGS).map(([kind, drawing]) => [`kind-${kind}`, drawing])),
};

/** Every name that templates may ask for. */
export const iconNames: readonly string[] = Object.keys(ICONS);
