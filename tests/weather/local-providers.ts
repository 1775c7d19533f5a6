// Providers of forecasts on this machine, which answer in the documented form of each; and what befalls an answer.
import { calendarDay } from '../../src/time/calendar-day.ts';
import { DAY, HOUR } from '../../src/time/durations.ts';
import type { Instant } from '../../src/time/instant.ts';
import { zoneOffset } from '../../src/time/zone-offset.ts';
import type { Asked, Told } from '../purge/local-cdn.ts';

/** The afternoon of the demonstration. */
export const NOW = Date.parse('2014-05-20T15:30:00+08:00');

/** What a place of Open-Meteo's answer says; a test may spoil any of it. */
export type PlaceAnswer = Record<string, unknown>;

/** The zones that it knows by itself here: of longitudes from 100 on, and of others. */
function autoZone(longitude: number): string {
  return longitude > 100 ? 'Asia/Shanghai' : 'Europe/Paris';
}

/** The highest temperatures of the days to come: 20.4, 21.4 …; the lowest are ten degrees less. Days are of rain (61), nights are clear. */
function placeOf(latitude: number, longitude: number, zone: string, id: number, now: Instant): PlaceAnswer {
  const timezone = zone === 'auto' ? autoZone(longitude) : zone;
  const days = Array.from({ length: 8 }, (_, index) => index);
  const day = (index: number): string => calendarDay(now + index * DAY, timezone);
  const hours = days.flatMap(index => Array.from({ length: 24 }, (_, hour) => ({ day: day(index), hour })));
  return {
    // The nearest point of a grid.
    latitude: Math.round(latitude * 8) / 8,
    longitude: Math.round(longitude * 8) / 8,
    ...(id === 0 ? {} : { location_id: id }),
    generationtime_ms: 0.2,
    utc_offset_seconds: zoneOffset(now, timezone) / 1000,
    timezone,
    timezone_abbreviation: 'GMT+8',
    elevation: 40,
    daily_units: {
      time: 'iso8601',
      weather_code: 'wmo code',
      temperature_2m_max: '°C',
      temperature_2m_min: '°C',
    },
    daily: {
      time: days.map(day),
      weather_code: days.map(() => 61),
      temperature_2m_max: days.map(index => 20.4 + index),
      temperature_2m_min: days.map(index => 10.4 + index),
    },
    hourly_units: { time: 'iso8601', weather_code: 'wmo code', is_day: '' },
    hourly: {
      time: hours.map(({ day, hour }) => `${day}T${String(hour).padStart(2, '0')}:00`),
      weather_code: hours.map(({ hour }) => (hour >= 6 && hour < 20 ? 61 : 0)),
      is_day: hours.map(({ hour }) => (hour >= 6 && hour < 20 ? 1 : 0)),
    },
  };
}

/** Of one place the answer is an object, of several a list, in the order of the request. */
export function openMeteoPlaces({ path }: Pick<Asked, 'path'>, now: Instant = NOW): PlaceAnswer[] {
  const query = new URL(path, 'http://localhost').searchParams;
  const listed = (name: string): string[] => (query.get(name) ?? '').split(',');
  const zones = listed('timezone');
  return listed('latitude').map((latitude, index) =>
    placeOf(Number(latitude), Number(listed('longitude')[index]), zones[index] ?? zones[0]!, index, now),
  );
}

export function openMeteoTold(places: readonly PlaceAnswer[]): Told {
  return { status: 200, body: places.length === 1 ? places[0]! : places };
}

interface MetPeriods {
  readonly one?: string;
  readonly six?: string;
  readonly twelve?: string;
}

/** An instant of a series: its temperature, the symbols of what follows, and the extremes of the next six hours. */
export function metStep(
  instant: Instant,
  temperature: number,
  { one, six, twelve }: MetPeriods,
  extremes: readonly [high: number, low: number] | null = null,
) {
  const summary = (symbol: string | undefined) =>
    symbol === undefined ? {} : { summary: { symbol_code: symbol } };
  const details =
    extremes === null ? {} : { air_temperature_max: extremes[0], air_temperature_min: extremes[1] };
  return {
    time: new Date(instant).toISOString().replace('.000', ''),
    data: {
      instant: { details: { air_temperature: temperature, wind_speed: 3 } },
      ...(one === undefined
        ? {}
        : { next_1_hours: { ...summary(one), details: { precipitation_amount: 0 } } }),
      ...(six === undefined ? {} : { next_6_hours: { ...summary(six), details } }),
      ...(twelve === undefined ? {} : { next_12_hours: { ...summary(twelve), details: {} } }),
    },
  };
}

export type MetStepAnswer = ReturnType<typeof metStep>;

/** Hourly for two days from now, then every six hours; nine days in all. Warmest at six in the morning of UTC, which is early afternoon in China. */
export function metSeries(now: Instant = NOW): MetStepAnswer[] {
  const first = Math.floor(now / HOUR) * HOUR;
  const hourly = Array.from({ length: 48 }, (_, index) => first + index * HOUR);
  const from = Math.ceil(hourly.at(-1)! / (6 * HOUR)) * 6 * HOUR;
  const later = Array.from({ length: 28 }, (_, index) => from + index * 6 * HOUR);
  const warmth = (instant: Instant): number => 20 + 5 * Math.cos(((instant - 6 * HOUR) / DAY) * 2 * Math.PI);
  return [...hourly, ...later].map(instant => {
    const six = Array.from({ length: 7 }, (_, hour) => warmth(instant + hour * HOUR));
    const symbol = isNight(instant) ? 'clearsky_night' : 'rainshowers_day';
    return metStep(
      instant,
      warmth(instant),
      { ...(instant < from && { one: symbol }), six: symbol, twelve: symbol },
      [Math.max(...six), Math.min(...six)],
    );
  });
}

/** In China. */
function isNight(instant: Instant): boolean {
  const hour = (instant / HOUR + 8) % 24;
  return hour >= 18 || hour < 6;
}

export function metBody({ path }: Pick<Asked, 'path'>, timeseries: readonly MetStepAnswer[] = metSeries()) {
  const query = new URL(path, 'http://localhost').searchParams;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [Number(query.get('lon')), Number(query.get('lat')), 44] },
    properties: {
      meta: {
        updated_at: '2014-05-20T07:00:00Z',
        units: { air_temperature: 'celsius', air_temperature_max: 'celsius', wind_speed: 'm/s' },
      },
      timeseries,
    },
  };
}

export type MetBody = ReturnType<typeof metBody>;

/** As both name it in headers: `Tue, 20 May 2014 08:05:12 GMT`. */
export function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}
