// The readings of cities become the text of a snapshot, and back.
import type { City } from '../site/site.ts';
import { weatherSchema } from '../site/weather-schema.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';

/** null: it is no snapshot that can be read. */
export function readWeatherText(text: string, timeZone: string): readonly City[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const checked = weatherSchema(timeZone).safeParse(json);
  return checked.success ? checked.data.cities : null;
}

/** Whether a build will be able to read it. */
export function isReadable(city: City, timeZone: string): boolean {
  return readWeatherText(weatherText([city]), timeZone) !== null;
}

/** A city has a date and a source of its own where they are not those of the newest reading. */
export function weatherText(cities: readonly City[]): string {
  const newest = cities.reduce((one, other) => (other.date > one.date ? other : one));
  const whole = {
    date: dateText(newest.date, newest.timeZone),
    source: newest.source,
    cities: cities.map(city => ({
      slug: city.slug,
      name: city.name,
      ...(city.date === newest.date ? {} : { date: dateText(city.date, city.timeZone) }),
      ...(city.source === newest.source ? {} : { source: city.source }),
      timeZone: city.timeZone,
      days: city.days.map(({ night, ...day }) => (night === null ? day : { ...day, night })),
      ...(city.asked === null ? {} : { asked: askedText(city.asked, city.timeZone) }),
    })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function askedText(
  { latitude, longitude, notBefore, lastModified }: NonNullable<City['asked']>,
  timeZone: string,
) {
  return {
    latitude,
    longitude,
    ...(notBefore === null ? {} : { notBefore: dateText(notBefore, timeZone) }),
    ...(lastModified === null ? {} : { lastModified }),
  };
}

/** Where the city is, to the second. */
function dateText(instant: Instant, timeZone: string): string {
  return momentOf(instant, timeZone).iso;
}
