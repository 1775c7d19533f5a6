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
    reads: [
      'Relevé de 12\u00a0h\u00a043, mardi 20 mai 2014 Beijing Très nuageux 28℃~16℃ Paris Ensoleillé 25℃~14℃ Dakar Pluie 22℃~-1℃',
      'Source des prévisions\u00a0: Service météorologique',
    ],
    url: WEATHER_URL,
    view: { ...page, weather: sampleWeather.fresh },
    furniture: 'fresh',
  },
  {
    name: 'a weather too old',
    reads: ['Prévisions par ville Le dernier relevé est trop ancien'],
    url: WEATHER_URL,
    view: { ...page, weather: sampleWeather.stale },
    furniture: 'stale',
  },
];
