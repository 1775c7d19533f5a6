// « Prévisions par ville »: all cities at once.
import { WEATHER_URL } from '../../address/addresses.ts';
import { weatherUntil } from '../../edition/snapshots.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { type WeatherLine, weatherLine } from './weather-line.ts';

/** `/meteo/` */
export interface WeatherView extends PageView {
  readonly weather: WeatherLine;
  /** Who took it. */
  readonly source: string;
}

/** None when the portal has no weather. */
export const weather = pageType({
  name: 'weather',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['meteo'],
  service: site => (site.weather ? { url: WEATHER_URL, text: pageWords.weatherShort } : null),
  changes: ({ site }) => [weatherUntil(site)],

  *pages({ edition, site }) {
    const weather = weatherLine(site, edition.now);
    if (weather !== null) yield { url: WEATHER_URL, shown: { weather, source: site.weather!.source } };
  },

  view: ({ weather, source }, tools): BareView<WeatherView> => ({
    title: tools.words.weather,
    description: tools.words.weatherDescription,
    breadcrumb: [tools.home],
    weather,
    source,
  }),
});
