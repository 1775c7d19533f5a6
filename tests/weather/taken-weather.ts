// `npm run weather` without its command line: cities, a provider on this machine, a folder for the snapshot, and a clock.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WeatherCity } from '../../src/site/site.ts';
import { dataPlace } from '../../src/snapshots/snapshot-place.ts';
import type { Instant } from '../../src/time/instant.ts';
import { makeProvider, type WeatherSettings } from '../../src/weather/make-provider.ts';
import { takeWeather, type WeatherOutcome } from '../../src/weather/take-weather.ts';
import { readWeatherText } from '../../src/weather/weather-text.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { type Asked, localCdn, type Told } from '../purge/local-cdn.ts';
import { NOW } from './local-providers.ts';

export const BEIJING: WeatherCity = {
  slug: 'beijing',
  name: 'Beijing',
  latitude: 39.90421,
  longitude: 116.40739,
  timeZone: null,
};
export const PARIS: WeatherCity = {
  slug: 'paris',
  name: 'Paris',
  latitude: 48.8534,
  longitude: 2.3488,
  timeZone: null,
};

export interface Weather extends AsyncDisposable {
  /** The folder of data. */
  readonly dir: string;
  /** In the order in which they came. */
  readonly asked: readonly Asked[];
  /** Pauses of the last run, in ms. */
  readonly pauses: readonly number[];
  /** `timeLimit` of one request is in ms. */
  take(now?: Instant, cities?: readonly WeatherCity[], timeLimit?: number): Promise<WeatherOutcome>;
  /** The cities of the snapshot; null: there is none. */
  readings(): ReturnType<typeof readWeatherText>;
  /** null: there is none. */
  text(): string | null;
  write(text: string): void;
  /** The inode, which another text changes. */
  file(): number;
}

const SETTINGS: WeatherSettings = {
  baseUrl: 'https://portail.example/journal',
  timeZone: 'Asia/Shanghai',
  weatherCities: [BEIJING, PARIS],
  weatherProvider: 'open-meteo',
  weatherContact: 'meteo@portail.example',
};

export async function weatherFrom(
  weatherProvider: WeatherSettings['weatherProvider'],
  tell: (asked: Asked, count: number) => Told,
  environment: NodeJS.ProcessEnv = {},
): Promise<Weather> {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-weather-'));
  const server = await localCdn(tell);
  const file = join(dir, 'weather.json');
  let pauses: readonly number[] = [];
  const text = (): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
  return {
    dir,
    asked: server.asked,
    get pauses() {
      return pauses;
    },
    async take(now = NOW, cities = [BEIJING, PARIS], timeLimit = 10_000) {
      const pace = hurriedPace(now);
      pauses = pace.pauses;
      const urls = { OPEN_METEO_URL: `${server.url}/v1/forecast`, MET_NORWAY_URL: `${server.url}/complete` };
      const provider = makeProvider({ ...SETTINGS, weatherProvider }, { ...urls, ...environment });
      const tools = { fetch, pace, timeLimit };
      return takeWeather({ cities, timeZone: SETTINGS.timeZone, provider, place: dataPlace(dir), tools });
    },
    readings() {
      const written = text();
      return written === null ? null : readWeatherText(written, SETTINGS.timeZone);
    },
    text,
    write: written => writeFileSync(file, written),
    file: () => statSync(file).ino,
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(dir, { recursive: true });
    },
  };
}
