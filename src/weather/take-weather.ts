// The cities of a portal, and the snapshot there was, become the snapshot there is: fresh readings, and the last good one of each city that has none.

import type { City, WeatherCity } from '../site/site.ts';
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import { calendarDay } from '../time/calendar-day.ts';
import { DAY, HOUR, MINUTE } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { PATIENCE } from './ask.ts';
import {
  type Answer,
  type AskingTools,
  type CityToAsk,
  type Failure,
  failure,
  type WeatherProvider,
} from './provider.ts';
import { isReadable, readWeatherText, weatherText } from './weather-text.ts';

export interface WeatherRun {
  readonly cities: readonly WeatherCity[];
  /** The portal's; IANA name. */
  readonly timeZone: string;
  readonly provider: WeatherProvider;
  readonly place: SnapshotPlace;
  readonly tools: Omit<AskingTools, 'until'>;
}

export interface WeatherOutcome {
  /** In the order of the cities. */
  readonly cities: readonly CityOutcome[];
  /** Whether the snapshot is another one now. */
  readonly written: boolean;
  /** Whether there was one that could not be read. */
  readonly damaged: boolean;
  readonly deprecated: boolean;
}

export interface CityOutcome {
  readonly slug: string;
  readonly name: string;
  /** `recent`: it was not asked for, as there can be nothing new. */
  readonly result: 'taken' | 'recent' | 'failed';
  /** When the reading was taken that there is now; null: there is none. */
  readonly date: Instant | null;
  readonly failure: Failure | null;
}

/** A city is asked for once an hour at most, whoever asks. */
const PAUSE = HOUR;

/** A provider that says to come back later than that is asked all the same. */
const LONGEST_PAUSE = DAY;

/** Clocks of machines differ. */
const TOLERANCE = 5 * MINUTE;

export async function takeWeather(run: WeatherRun): Promise<WeatherOutcome> {
  const { cities, timeZone, provider, place, tools } = run;
  const now = tools.pace.now();
  const before = await place.read('weather');
  const known = before === null ? [] : readWeatherText(before, timeZone);
  const last = new Map(known?.map(city => [city.slug, city]));
  const lastOf = (city: WeatherCity): City | null => {
    const found = last.get(city.slug);
    return found !== undefined && isSamePlace(found, city) ? found : null;
  };

  const due = cities.filter(city => isDue(lastOf(city), now));
  const asked = due.map(city => cityToAsk(city, lastOf(city), provider));
  const answers =
    asked.length === 0
      ? { cities: new Map<string, Answer>(), deprecated: false }
      : await provider.forecasts(asked, { ...tools, until: now + PATIENCE });

  const readings: City[] = [];
  const outcomes: CityOutcome[] = [];
  for (const city of cities) {
    const answer = due.includes(city) ? (answers.cities.get(city.slug) ?? failure('missing')) : null;
    const { reading, failed } = readingOf(city, lastOf(city), answer, provider, now, timeZone);
    if (reading !== null) readings.push(reading);
    const result = failed === null ? (answer === null ? 'recent' : 'taken') : 'failed';
    outcomes.push({ slug: city.slug, name: city.name, result, date: reading?.date ?? null, failure: failed });
  }
  const text = readings.length === 0 ? null : weatherText(readings);
  const written = text !== null && text !== (known?.length ? weatherText(known) : before);
  if (written) await place.write('weather', text);
  return { cities: outcomes, written, damaged: known === null, deprecated: answers.deprecated };
}

/** Of a reading that somebody else took nobody knows the place: the name says it. */
function isSamePlace({ asked }: City, { latitude, longitude }: WeatherCity): boolean {
  return asked === null || (asked.latitude === latitude && asked.longitude === longitude);
}

/** A reading of the future is a mistake of some clock, and keeps nobody from asking. */
function isDue(last: City | null, now: Instant): boolean {
  if (last === null || last.date > now + TOLERANCE) return true;
  const notBefore = last.asked?.notBefore ?? 0;
  return now >= last.date + PAUSE && (now >= notBefore || notBefore > now + LONGEST_PAUSE);
}

function cityToAsk(city: WeatherCity, last: City | null, { source }: WeatherProvider): CityToAsk {
  if (last === null || last.asked === null || last.source !== source.name) return { ...city, known: null };
  const { days, timeZone, asked } = last;
  return { ...city, known: { days, timeZone, lastModified: asked.lastModified } };
}

interface ReadingNow {
  readonly reading: City | null;
  readonly failed: Failure | null;
}

/** @param answer null: the city was not asked for. */
function readingOf(
  { slug, name, latitude, longitude }: WeatherCity,
  last: City | null,
  answer: Answer | null,
  { source }: WeatherProvider,
  now: Instant,
  portalZone: string,
): ReadingNow {
  const kept = last === null ? null : { ...last, name };
  if (answer === null) return { reading: kept, failed: null };
  if (!answer.ok) return { reading: kept && withPause(kept, answer, now), failed: answer };
  const { days, timeZone, notBefore, lastModified } = answer.forecast;
  const today = calendarDay(now, timeZone);
  const toCome = days.filter(({ day }) => day >= today);
  if (toCome[0]?.day !== today) return { reading: kept, failed: failure('no-today', days[0]?.day) };
  const asked = { latitude, longitude, notBefore, lastModified };
  const reading = { slug, name, date: now, source: source.name, timeZone, days: toCome, asked };
  if (!isReadable(reading, portalZone)) return { reading: kept, failed: failure('not-understood') };
  return { reading, failed: null };
}

/** A provider that said when to come back is not asked before, by the next command either. */
function withPause(kept: City, { notBefore }: Failure, now: Instant): City {
  if (kept.asked === null || notBefore === null || notBefore <= now) return kept;
  return { ...kept, asked: { ...kept.asked, notBefore } };
}
