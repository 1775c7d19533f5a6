// The forecasts of a city, day by day.
import { cityUrl, WEATHER_URL } from '../../address/addresses.ts';
import { printing } from '../../locale/print-style.ts';
import { calendarDayInWords, type Moment } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { Link, PageView } from '../views.ts';
import { type SkyView, skyView, weatherLine } from './weather-line.ts';

/** `/meteo/{ville}/` */
export interface CityView extends PageView {
  readonly crumb: string;
  readonly taken: Moment;
  readonly until: Moment;
  readonly stale: boolean;
  readonly source: string;
  /** Empty when stale. */
  readonly days: readonly {
    /** `mardi 20 mai 2014` */
    readonly day: string;
    readonly sky: SkyView;
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
    const line = weatherLine(site, edition.now);
    if (line === null) return;
    const { source, cities } = site.weather!;
    const { taken, until, stale } = line;
    for (const { slug, name, days } of cities) {
      const others = cities
        .filter(other => other.slug !== slug)
        .map(other => ({ url: cityUrl(other.slug), text: other.name }));
      yield {
        url: cityUrl(slug),
        shown: { name, taken, until, stale, source, days: stale ? [] : days, others },
      };
    }
  },

  view: ({ name, days, ...shown }, tools): BareView<CityView, 'crumb'> => ({
    title: tools.words.cityTitle(name),
    description: tools.words.cityDescription(name),
    breadcrumb: [tools.home, { url: WEATHER_URL, text: tools.words.weatherShort }],
    crumb: name,
    ...shown,
    days: days.map(({ day, sky, high, low }) => ({
      day: calendarDayInWords(day),
      sky: skyView(sky),
      high: printing(tools.style).degrees(high),
      low: printing(tools.style).degrees(low),
    })),
  }),
});
