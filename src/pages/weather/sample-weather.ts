// The weather that samples show: the specimen, with frost in the last city.
import { printing } from '../../locale/print-style.ts';
import { sampleSetting } from '../samples/sample-matter.ts';
import { specimenWeather } from '../specimens/specimen-weather.ts';

const { fresh, stale } = specimenWeather(sampleSetting);

export const sampleWeather = {
  fresh: {
    ...fresh,
    cities: fresh.cities.map((city, index) =>
      index === fresh.cities.length - 1
        ? { ...city, degrees: printing(sampleSetting.style).degreesOfDay(22, -1) }
        : city,
    ),
  },
  stale,
} as const;

export const WEATHER_SOURCE = 'Service météorologique';
