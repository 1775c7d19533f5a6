// Cities become Open-Meteo's forecasts (open-meteo.com/en/docs): several a request, days in parallel lists, nights from the hours.
import { z } from 'zod';
import { censor } from '../asking/without-secrets.ts';
import type { DayForecast } from '../site/site.ts';
import type { Sky } from '../site/skies.ts';
import { isTimeZone } from '../site/time-zone-schema.ts';
import { ask, isOfAll, type Question } from './ask.ts';
import { canBeOffset } from './city-zone.ts';
import { isNear, isOnEarth } from './plausible.ts';
import {
  type Answer,
  type AskingTools,
  type CityToAsk,
  type Failure,
  type Forecasts,
  failure,
  type WeatherProvider,
} from './provider.ts';
import { OPEN_METEO } from './sources.ts';
import { skyOfWmoCode } from './wmo-sky.ts';

export interface OpenMeteoOptions {
  /** Without a final slash: `https://api.open-meteo.com/v1/forecast`. */
  readonly url: string;
  /** Of a customer; null: none. */
  readonly key: string | null;
  readonly userAgent: string;
}

/** Cities a request; an address of fifty is some 1,500 characters long. */
const A_REQUEST = 50;

/** The last one tells of the night of the seventh. */
const DAYS_ASKED = 8;
const DAYS_SHOWN = 7;

const numbers = z.array(z.number().nullable());
const texts = z.array(z.string());

const place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  /** Absent in the first. */
  location_id: z.int().optional(),
  timezone: z.string(),
  utc_offset_seconds: z.number(),
  daily_units: z.object({ temperature_2m_max: z.literal('°C'), temperature_2m_min: z.literal('°C') }),
  daily: z.object({
    time: texts,
    weather_code: numbers,
    temperature_2m_max: numbers,
    temperature_2m_min: numbers,
  }),
  hourly: z.object({ time: texts, weather_code: numbers, is_day: numbers }),
});

type Place = z.infer<typeof place>;

export function openMeteo(options: OpenMeteoOptions): WeatherProvider {
  return {
    source: OPEN_METEO,
    async forecasts(cities, tools): Promise<Forecasts> {
      const answers = new Map<string, Answer>();
      for (let from = 0; from < cities.length; from += A_REQUEST)
        await askTogether(cities.slice(from, from + A_REQUEST), tools, options, answers);
      return { cities: answers, deprecated: false };
    },
  };
}

/** One city that it cannot answer has it refuse the whole request: then each is asked alone. */
async function askTogether(
  cities: readonly CityToAsk[],
  tools: AskingTools,
  options: OpenMeteoOptions,
  answers: Map<string, Answer>,
): Promise<void> {
  const reply = await ask(questionFor(cities, options), tools);
  if (reply.ok) {
    const places: readonly unknown[] | null = placesIn(reply.json, cities.length);
    for (const [index, city] of cities.entries())
      answers.set(city.slug, places === null ? failure('not-understood') : answerOf(city, index, places));
  } else if (reply.reason === 'bad-request' && cities.length > 1) {
    let ofAll: Failure | null = null;
    for (const city of cities) {
      if (ofAll === null) await askTogether([city], tools, options, answers);
      else answers.set(city.slug, ofAll);
      const answer = answers.get(city.slug)!;
      if (!answer.ok && isOfAll(answer)) ofAll = answer;
    }
  } else for (const { slug } of cities) answers.set(slug, reply);
}

/** Of one city the answer is an object, of several a list; null: it is neither. */
function placesIn(json: unknown, asked: number): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  return asked === 1 ? [json] : null;
}

function questionFor(cities: readonly CityToAsk[], { url, key, userAgent }: OpenMeteoOptions): Question {
  const listed = (value: (city: CityToAsk) => string | number): string => cities.map(value).join(',');
  const query = new URLSearchParams({
    latitude: listed(({ latitude }) => latitude),
    longitude: listed(({ longitude }) => longitude),
    daily: 'weather_code,temperature_2m_max,temperature_2m_min',
    hourly: 'weather_code,is_day',
    timezone: cities.every(({ timeZone }) => timeZone === null)
      ? 'auto'
      : listed(({ timeZone }) => timeZone ?? 'auto'),
    forecast_days: String(DAYS_ASKED),
    ...(key === null ? {} : { apikey: key }),
  });
  return {
    url: `${url}?${query}`,
    headers: { accept: 'application/json', 'user-agent': userAgent },
    clean: censor(key === null ? [] : [key]),
  };
}

function answerOf(city: CityToAsk, index: number, places: readonly unknown[]): Answer {
  const found = places.find((item, at) => idOf(item, at) === index);
  if (found === undefined) return failure('missing');
  const checked = place.safeParse(found);
  if (!checked.success) return failure('not-understood', checked.error.issues[0]?.path.join('.'));
  const { latitude, longitude, timezone, utc_offset_seconds: offset } = checked.data;
  if (!isNear({ latitude, longitude }, city)) return failure('missing', `${latitude}, ${longitude}`);
  // What it calls GMT other clocks call UTC.
  const timeZone = timezone === 'GMT' ? 'UTC' : timezone;
  const isAsked =
    city.timeZone === null ? canBeOffset(offset * 1000, city.longitude) : timeZone === city.timeZone;
  if (!isAsked || !isTimeZone(timeZone)) return failure('zone', timezone);
  const days = daysOf(checked.data);
  return days === null
    ? failure('absurd')
    : { ok: true, forecast: { days, timeZone, notBefore: null, lastModified: null } };
}

function idOf(item: unknown, at: number): unknown {
  return typeof item === 'object' && item !== null && 'location_id' in item ? item.location_id : at;
}

/** Days that a model does not reach are null, and left out. null: some figure is of no weather on Earth. */
function daysOf({ daily, hourly }: Place): readonly DayForecast[] | null {
  const days: DayForecast[] = [];
  for (const [index, day] of daily.time.slice(0, DAYS_SHOWN).entries()) {
    const [code, high, low] = [daily.weather_code, daily.temperature_2m_max, daily.temperature_2m_min].map(
      list => list[index] ?? null,
    );
    if (code == null || high == null || low == null) continue;
    const sky = skyOfWmoCode(code);
    if (sky === null || !isOnEarth(high, low)) return null;
    days.push({ day, sky, night: nightAfter(day, hourly), high: Math.round(high), low: Math.round(low) });
  }
  return days;
}

/** From noon to noon, the gravest weather of the hours without sun, as the provider's own days have the gravest of all hours. */
function nightAfter(day: string, { time, weather_code: codes, is_day: byDay }: Place['hourly']): Sky | null {
  const next = nextDay(day);
  const dark = time.flatMap((hour, index) => {
    const isWithin = hour >= `${day}T12:00` && hour < `${next}T12:00`;
    return isWithin && byDay[index] === 0 && codes[index] != null ? [codes[index]] : [];
  });
  return dark.length === 0 ? null : skyOfWmoCode(Math.max(...dark));
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, day.length);
}
