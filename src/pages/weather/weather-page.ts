// « Prévisions par ville »: all cities at once.
import { WEATHER_URL } from '../../address/addresses.ts';
import { cityChanges } from '../../edition/snapshots.ts';
import { pageWords } from '../../locale/page-words.ts';
import { sourcesOf, type WeatherSource } from '../../weather/sources.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { type WeatherLine, weatherLine } from './weather-line.ts';

/** `/meteo/` */
export interface WeatherView extends PageView {
  readonly weather: WeatherLine;
  /** Who took it. */
  readonly sources: readonly WeatherSource[];
}

/** None when the portal has no weather. */
export const weather = pageType({
  name: 'weather',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['meteo'],
  service: site => (site.weather ? { url: WEATHER_URL, text: pageWords.weatherShort } : null),
  changes: ({ site }) => (site.weather?.cities ?? []).flatMap(city => cityChanges(city, site)),

  *pages({ edition, site }) {
    const weather = weatherLine(site, edition.now);
    if (weather !== null)
      yield { url: WEATHER_URL, shown: { weather, sources: sourcesOf(site.weather!.cities) } };
  },

  view: ({ weather, sources }, tools): BareView<WeatherView> => ({
    title: tools.words.weather,
    description: tools.words.weatherDescription,
    breadcrumb: [tools.home],
    weather,
    sources,
  }),
});
