// The portal's settings and the environment become the provider that they name. Keys come from the environment alone.
import type { Site } from '../site/site.ts';
import type { WeatherProviderName } from '../site/weather-settings.ts';
import { metNorway } from './met-norway.ts';
import { openMeteo } from './open-meteo.ts';
import type { WeatherProvider } from './provider.ts';

export type WeatherSettings = Pick<
  Site,
  'baseUrl' | 'timeZone' | 'weatherCities' | 'weatherProvider' | 'weatherContact'
>;

/** Of whoever has no key: for sites without advertisements (open-meteo.com/en/terms). */
const OPEN_METEO_FREE = 'https://api.open-meteo.com/v1/forecast';
const OPEN_METEO_CUSTOMER = 'https://customer-api.open-meteo.com/v1/forecast';
const MET_NORWAY = 'https://api.met.no/weatherapi/locationforecast/2.0/complete';

/**
 * @param environment may have `OPEN_METEO_API_KEY`; and `OPEN_METEO_URL` or `MET_NORWAY_URL`, the address of a server of one's own that speaks like them.
 */
export function makeProvider(settings: WeatherSettings, environment: NodeJS.ProcessEnv): WeatherProvider {
  const userAgent = userAgentOf(settings);
  const makers: Readonly<Record<WeatherProviderName, () => WeatherProvider>> = {
    'open-meteo': () => {
      const key = environment.OPEN_METEO_API_KEY || null;
      const usual = key === null ? OPEN_METEO_FREE : OPEN_METEO_CUSTOMER;
      return openMeteo({ url: environment.OPEN_METEO_URL || usual, key, userAgent });
    },
    'met-norway': () =>
      metNorway({
        url: environment.MET_NORWAY_URL || MET_NORWAY,
        userAgent,
        portalZone: settings.timeZone,
      }),
  };
  return makers[settings.weatherProvider]();
}

/** `portail.example meteo@portail.example (Quotidien)`, in the form of the examples of api.met.no/doc/TermsOfService. */
function userAgentOf({ baseUrl, weatherContact }: WeatherSettings): string {
  return `${new URL(baseUrl).host} ${weatherContact ?? baseUrl} (Quotidien)`;
}
