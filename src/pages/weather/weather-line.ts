// The snapshot of the weather to what pages show of it, or to the notice that it is too old.

import { cityUrl, WEATHER_URL } from '../../address/addresses.ts';
import { weatherUntil } from '../../edition/snapshots.ts';
import { printing } from '../../locale/print-style.ts';
import { skyWords } from '../../locale/sky-words.ts';
import type { Site, Sky } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';

/** The line « Beijing · Très nuageux · 28℃~16℃ », for every city. */
export interface WeatherLine {
  /** The forecasts of all cities. */
  readonly url: string;
  /** When the weather was taken. */
  readonly taken: Moment;
  /** From then on the figures are too old to show. */
  readonly until: Moment;
  /** Whether they are too old already: then there are no cities. */
  readonly stale: boolean;
  /** The first is shown until a reader chooses another. */
  readonly cities: readonly CityWeather[];
}

export interface CityWeather {
  readonly slug: string;
  readonly url: string;
  readonly name: string;
  readonly sky: SkyView;
  /** The highest and the lowest temperature: `28℃~16℃`. */
  readonly degrees: string;
}

export interface SkyView {
  /** Name of a symbol among the icons. */
  readonly icon: string;
  readonly text: string;
}

/** The line of every city on the day of the reading; null: the portal has no weather. */
export function weatherLine(site: Site, now: Instant): WeatherLine | null {
  const { weather, timeZone, style } = site;
  const until = weatherUntil(site);
  if (weather === null || until === null) return null;
  const stale = until <= now;
  return {
    url: WEATHER_URL,
    taken: momentOf(weather.date, timeZone),
    until: momentOf(until, timeZone),
    stale,
    cities: stale
      ? []
      : weather.cities.map(({ slug, name, days }) => ({
          slug,
          url: cityUrl(slug),
          name,
          sky: skyView(days[0]!.sky),
          degrees: printing(style).degreesOfDay(days[0]!.high, days[0]!.low),
        })),
  };
}

export function skyView(sky: Sky): SkyView {
  return { icon: `sky-${sky}`, text: skyWords[sky] };
}
