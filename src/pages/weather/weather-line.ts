// The snapshot of the weather to what pages show of it, or to the notice that it is too old.
import { cityUrl, WEATHER_URL } from '../../address/addresses.ts';
import { cityUntil, daysToCome } from '../../edition/snapshots.ts';
import { printing } from '../../locale/print-style.ts';
import { nightWords, skyWords } from '../../locale/sky-words.ts';
import type { City, DayForecast, Site } from '../../site/site.ts';
import { type Sky, skyPicture, skyPictureByNight } from '../../site/skies.ts';
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';

/** The line « Beijing · Très nuageux · 28℃~16℃ », for every city. */
export interface WeatherLine extends Reading {
  /** The forecasts of all cities. */
  readonly url: string;
  /** The first is shown until a reader chooses another. None when all are too old. */
  readonly cities: readonly CityWeather[];
}

/** How old a weather is. */
export interface Reading {
  /** When it was taken: of a line, its newest. */
  readonly taken: Moment;
  /** From then on its figures are too old to show: of a line, all of them. */
  readonly until: Moment;
  /** Whether they are too old already. */
  readonly stale: boolean;
}

export interface CityWeather {
  readonly slug: string;
  readonly url: string;
  readonly name: string;
  /** null: too old to show. */
  readonly figures: {
    readonly sky: SkyView /** The highest and the lowest temperature: `28℃~16℃`. */;
    readonly degrees: string;
  } | null;
  /** When it was taken and how long it is shown; null: as the line. */
  readonly own: Reading | null;
}

export interface SkyView {
  /** Name of a symbol among the icons. */
  readonly icon: string;
  readonly text: string;
}

/** Of one city, its days as they are to come. */
export interface CityReading extends Reading {
  readonly days: readonly DayForecast[];
}

/** The line of every city on its present day; null: the portal has no weather. */
export function weatherLine(site: Site, now: Instant): WeatherLine | null {
  const { weather, timeZone, style } = site;
  if (weather === null) return null;
  const until = Math.max(...weather.cities.map(city => cityUntil(city, site)));
  const stale = until <= now;
  return {
    url: WEATHER_URL,
    taken: momentOf(weather.date, timeZone, style),
    until: momentOf(until, timeZone, style),
    stale,
    cities: stale ? [] : weather.cities.map(city => cityInLine(city, until)),
  };

  function cityInLine(city: City, lineUntil: Instant): CityWeather {
    const { slug, name, date } = city;
    const reading = cityReading(city, site, now);
    const [today] = reading.days;
    const isAsLine = date === weather!.date && cityUntil(city, site) === lineUntil;
    const { days: _, ...own } = reading;
    return {
      slug,
      url: cityUrl(slug),
      name,
      figures:
        today === undefined
          ? null
          : { sky: skyView(today.sky), degrees: printing(style).degreesOfDay(today.high, today.low) },
      own: isAsLine ? null : own,
    };
  }
}

/** No days when it is too old. */
export function cityReading(city: City, site: Site, now: Instant): CityReading {
  const until = cityUntil(city, site);
  const stale = until <= now;
  return {
    taken: momentOf(city.date, site.timeZone, site.style),
    until: momentOf(until, site.timeZone, site.style),
    stale,
    days: stale ? [] : daysToCome(city, now),
  };
}

export function skyView(sky: Sky): SkyView {
  return { icon: `sky-${skyPicture(sky)}`, text: skyWords[sky] };
}

/** Of the night that follows a day. */
export function nightView(sky: Sky): SkyView {
  return { icon: `sky-${skyPictureByNight(sky)}`, text: nightWords(sky) };
}
