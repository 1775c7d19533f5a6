// The weather that samples show: the specimen, with frost in the last city; and one whose cities have readings of several hours.
import { printing } from '../../locale/print-style.ts';
import { HOUR } from '../../time/durations.ts';
import { MET_NORWAY, sourcesOf } from '../../weather/sources.ts';
import { sampleSetting } from '../samples/sample-matter.ts';
import { momentAt } from '../specimens/specimen-setting.ts';
import { specimenWeather } from '../specimens/specimen-weather.ts';
import type { WeatherLine } from './weather-line.ts';

const { fresh: specimen, stale } = specimenWeather(sampleSetting);

/** With frost in the last city. */
const fresh: WeatherLine = {
  ...specimen,
  cities: specimen.cities.map((city, index) =>
    index === specimen.cities.length - 1
      ? {
          ...city,
          figures: { ...city.figures!, degrees: printing(sampleSetting.style).degreesOfDay(22, -1) },
        }
      : city,
  ),
};

const [beijing, paris, dakar] = fresh.cities;

/** The first city was not reached this time, the second for long. */
const uneven: WeatherLine = {
  ...fresh,
  cities: [
    {
      ...beijing!,
      own: {
        taken: momentAt(sampleSetting, -5 * HOUR),
        until: momentAt(sampleSetting, 7 * HOUR),
        stale: false,
      },
    },
    {
      ...paris!,
      figures: null,
      own: {
        taken: momentAt(sampleSetting, -30 * HOUR),
        until: momentAt(sampleSetting, -18 * HOUR),
        stale: true,
      },
    },
    dakar!,
  ],
};

export const sampleWeather = { fresh, uneven, stale } as const;

/** One of which only the name is known, and one whose licence asks for more. */
export const SAMPLE_SOURCES = sourcesOf([{ source: 'Service météorologique' }, { source: MET_NORWAY.name }]);
