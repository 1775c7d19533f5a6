// « Prévisions par ville »: all cities at once, and each with its days.

import { cityUrl, WEATHER_URL } from '../address/addresses.ts';
import { weatherUntil } from '../edition/snapshots.ts';
import { pageWords } from '../locale/page-words.ts';
import { calendarDayInWords, momentOf } from '../time/moment.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { CityView, WeatherView } from './views.ts';
import { skyView, weatherLine } from './weather.ts';

/** None when the portal has no weather. */
export function weatherPages({ edition, site }: PageContext): Page[] {
  const { weather, timeZone } = site;
  const line = weatherLine(site, edition.now);
  if (weather === null || line === null) return [];
  const until = weatherUntil(site)!;
  const { stale } = line;
  const list: Page = {
    url: WEATHER_URL,
    template: 'weather',
    furnished: true,
    parts: partsOf([weather, until, stale]),
    view: (): BareView<WeatherView> => ({
      url: WEATHER_URL,
      title: pageWords.weather,
      description: pageWords.weatherDescription,
      breadcrumb: [homeLink()],
      weather: line,
      source: weather.source,
    }),
  };
  const others = weather.cities.map(({ slug, name }) => ({ url: cityUrl(slug), text: name }));
  return [
    list,
    ...weather.cities.map(
      (city): Page => ({
        url: cityUrl(city.slug),
        template: 'city',
        furnished: true,
        parts: partsOf([city, others, weather.date, weather.source, until, stale]),
        view: (): BareView<CityView> => ({
          url: cityUrl(city.slug),
          title: pageWords.cityTitle(city.name),
          description: pageWords.cityDescription(city.name),
          breadcrumb: [homeLink(), { url: WEATHER_URL, text: pageWords.weatherShort }],
          taken: line.taken,
          until: momentOf(until, timeZone),
          stale,
          source: weather.source,
          days: stale
            ? []
            : city.days.map(({ day, sky, high, low }) => ({
                day: calendarDayInWords(day),
                sky: skyView(sky),
                high,
                low,
              })),
          others: others.filter(({ url }) => url !== cityUrl(city.slug)),
        }),
      }),
    ),
  ];
}
