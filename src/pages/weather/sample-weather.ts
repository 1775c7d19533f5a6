// The specimen of the weather, on a day of frost in the last of its cities: what samples show of it.
import { sampleSetting } from '../samples/sample-matter.ts';
import { specimenWeather } from '../specimens/specimen-weather.ts';

const { fresh, stale } = specimenWeather(sampleSetting);

export const sampleWeather = {
  fresh: {
    ...fresh,
    cities: fresh.cities.map((city, index) =>
      index === fresh.cities.length - 1 ? { ...city, low: -1 } : city,
    ),
  },
  stale,
} as const;

export const WEATHER_SOURCE = 'Service météorologique';
