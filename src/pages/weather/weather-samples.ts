// Samples of the page of all cities.
import { WEATHER_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import { sampleWeather, WEATHER_SOURCE } from './sample-weather.ts';
import type { WeatherView } from './weather-page.ts';

const page = { ...about(pageWords.weather, [home]), source: WEATHER_SOURCE };

export const samples: readonly PageSample<BareView<WeatherView>>[] = [
  {
    name: 'the weather',
    url: WEATHER_URL,
    view: { ...page, weather: sampleWeather.fresh },
    furniture: 'fresh',
  },
  {
    name: 'a weather too old',
    url: WEATHER_URL,
    view: { ...page, weather: sampleWeather.stale },
    furniture: 'stale',
  },
];
