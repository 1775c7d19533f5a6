// Samples of a city's page.
import { WEATHER_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { CityView } from './city-page.ts';
import { SAMPLE_SOURCES, sampleWeather } from './sample-weather.ts';
import { nightView, skyView } from './weather-line.ts';

const { fresh, stale } = sampleWeather;
const [beijing, ...others] = fresh.cities;

const page = {
  ...about(pageWords.cityTitle(beijing!.name), [home, { url: WEATHER_URL, text: pageWords.weatherShort }]),
  crumb: beijing!.name,
  sources: SAMPLE_SOURCES.slice(1),
  others: others.map(({ url, name }) => ({ url, text: name })),
};

export const samples: readonly PageSample<BareView<CityView, 'crumb'>>[] = [
  {
    name: 'a city',
    reads: [
      'Jour Ciel Maximum Minimum mardi 20 mai 2014 Très nuageux Nuit\u00a0: averses 28℃ 16℃ mercredi 21 mai 2014 Ensoleillé 30℃ 17℃',
      'Source des prévisions\u00a0: MET Norway ( licence CC BY 4.0 ), températures arrondies et temps de la journée résumé Autres villes Paris Dakar',
    ],
    url: beijing!.url,
    view: {
      ...page,
      taken: fresh.taken,
      until: fresh.until,
      stale: false,
      days: [
        {
          day: 'mardi 20 mai 2014',
          sky: skyView('very-cloudy'),
          night: nightView('showers'),
          high: '28℃',
          low: '16℃',
        },
        { day: 'mercredi 21 mai 2014', sky: skyView('clear'), night: null, high: '30℃', low: '17℃' },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'a city whose weather is too old',
    reads: ['Météo\u00a0: Beijing Le dernier relevé est trop ancien'],
    url: beijing!.url,
    view: {
      ...page,
      sources: SAMPLE_SOURCES.slice(0, 1),
      taken: stale.taken,
      until: stale.until,
      stale: true,
      days: [],
    },
    furniture: 'stale',
  },
];
