// A setting becomes the made-up weather of three cities: a fresh reading, and one that is too old.
import { cityUrl, WEATHER_URL } from '../../address/addresses.ts';
import { printing } from '../../locale/print-style.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { Sky } from '../../site/skies.ts';
import { HOUR } from '../../time/durations.ts';
import { skyView, type WeatherLine } from '../weather/weather-line.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

const SKIES = ['very-cloudy', 'clear', 'rain'] as const satisfies readonly Sky[];

export function specimenWeather(setting: SpecimenSetting): {
  readonly fresh: WeatherLine;
  readonly stale: WeatherLine;
} {
  const fresh: WeatherLine = {
    url: setting.leadsTo(WEATHER_URL),
    taken: momentAt(setting, -HOUR),
    until: momentAt(setting, 240 * HOUR),
    stale: false,
    cities: styleWords.cities.map((name, index) => {
      const slug = `ville-${index + 1}`;
      return {
        slug,
        url: setting.leadsTo(cityUrl(slug)),
        name,
        figures: {
          sky: skyView(SKIES[index % SKIES.length]!),
          degrees: printing(setting.style).degreesOfDay(28 - index * 3, 16 - index * 2),
        },
        own: null,
      };
    }),
  };
  return { fresh, stale: { ...fresh, until: momentAt(setting, -HOUR), stale: true, cities: [] } };
}
