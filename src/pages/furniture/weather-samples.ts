// Samples of the weather in a line.
import type { BlockSample } from '../samples/page-sample.ts';
import { sampleWeather } from '../weather/sample-weather.ts';
import type { WeatherBlockView } from './weather.ts';

export const samples: readonly BlockSample<WeatherBlockView>[] = [
  { name: 'a fresh reading', view: { weather: sampleWeather.fresh } },
  { name: 'readings of several hours, one too old', view: { weather: sampleWeather.uneven } },
  { name: 'a reading too old', view: { weather: sampleWeather.stale } },
];
