// Samples of the page of all cities.
import { WEATHER_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import { SAMPLE_SOURCES, sampleWeather } from './sample-weather.ts';
import type { WeatherView } from './weather-page.ts';

const page = { ...about(pageWords.weather, [home]), sources: SAMPLE_SOURCES };

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
    name: 'weather of several hours, one too old',
    reads: [
      'Relevé de 12\u00a0h\u00a043, mardi 20 mai 2014 Beijing Très nuageux 28℃~16℃ Relevé de 8\u00a0h\u00a043, mardi 20 mai 2014',
      'Paris Relevé trop ancien pour être montré\u00a0: lundi 19 mai 2014, 7\u00a0h\u00a043 Dakar Pluie 22℃~-1℃',
    ],
    url: WEATHER_URL,
    view: { ...page, weather: sampleWeather.uneven },
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
