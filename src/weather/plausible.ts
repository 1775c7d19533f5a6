// Whether an answer can be of the place that was asked for, and of a day on Earth.
import type { WeatherCity } from '../site/site.ts';

/** Degrees Celsius; as a snapshot takes them (`site/weather-schema.ts`). */
const COLDEST = -90;
const HOTTEST = 60;

export function isOnEarth(high: number, low: number): boolean {
  return low >= COLDEST && high <= HOTTEST && low <= high;
}

/** Degrees: providers answer for the nearest point of a grid, of at most a quarter of a degree. */
const GRID = 1;

type Point = Pick<WeatherCity, 'latitude' | 'longitude'>;

export function isNear(one: Point, other: Point): boolean {
  // The date line may be between them.
  const apart = Math.abs(one.longitude - other.longitude) % 360;
  return Math.abs(one.latitude - other.latitude) <= GRID && Math.min(apart, 360 - apart) <= GRID;
}
