// The forecasts of a city, day by day.
import { cityUrl, WEATHER_URL } from '../../address/addresses.ts';
import { printing } from '../../locale/print-style.ts';
import { calendarDayInWords } from '../../time/moment.ts';
import { sourcesOf, type WeatherSource } from '../../weather/sources.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { Link, PageView } from '../views.ts';
import { cityReading, nightView, type Reading, type SkyView, skyView } from './weather-line.ts';

/** `/meteo/{ville}/` */
export interface CityView extends PageView, Reading {
  readonly crumb: string;
  readonly sources: readonly WeatherSource[];
  /** Empty when stale. */
  readonly days: readonly {
    /** `mardi 20 mai 2014` */
    readonly day: string;
    readonly sky: SkyView;
    /** Of the night that follows; null: not told. */
    readonly night: SkyView | null;
    /** `28℃` */
    readonly high: string;
    readonly low: string;
  }[];
  /** The other cities. */
  readonly others: readonly Link[];
}

export const city = pageType({
  name: 'city',
  renderer: 'eleventy',
  furnished: true,

  *pages({ edition, site }) {
    const cities = site.weather?.cities ?? [];
    for (const city of cities) {
      const { slug, name } = city;
      const others = cities
        .filter(other => other.slug !== slug)
        .map(other => ({ url: cityUrl(other.slug), text: other.name }));
      yield {
        url: cityUrl(slug),
        shown: { name, ...cityReading(city, site, edition.now), sources: sourcesOf([city]), others },
      };
    }
  },

  view: ({ name, days, ...shown }, tools): BareView<CityView, 'crumb'> => ({
    title: tools.words.cityTitle(name),
    description: tools.words.cityDescription(name),
    breadcrumb: [tools.home, { url: WEATHER_URL, text: tools.words.weatherShort }],
    crumb: name,
    ...shown,
    days: days.map(({ day, sky, night, high, low }) => ({
      day: calendarDayInWords(day),
      sky: skyView(sky),
      night: night === null ? null : nightView(night),
      high: printing(tools.style).degrees(high),
      low: printing(tools.style).degrees(low),
    })),
  }),
});
