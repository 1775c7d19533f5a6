// Any answer at all, most of them nearly right: nothing is thrown, and what is written can be built.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { City } from '../../src/site/site.ts';
import type { SnapshotPlace } from '../../src/snapshots/snapshot-place.ts';
import { calendarDay } from '../../src/time/calendar-day.ts';
import { makeProvider } from '../../src/weather/make-provider.ts';
import { takeWeather } from '../../src/weather/take-weather.ts';
import { readWeatherText } from '../../src/weather/weather-text.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { howMany } from '../soak/how-many.ts';
import { httpDate, metBody, NOW, openMeteoPlaces } from './local-providers.ts';
import { BEIJING, PARIS } from './taken-weather.ts';

const CITIES = [BEIJING, PARIS];
const ZONE = 'Asia/Shanghai';

/** A value in the place of another, far down in an answer; or the answer's text, cut. */
const spoilings = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      /** Which way to go at each level. */
      way: fc.array(fc.nat(400), { minLength: 1, maxLength: 9 }),
      value: fc.oneof(
        fc.constantFrom<unknown>(null, '', 0, -1, 100, 1e9, Number.NaN, '2014-05-20', 'rain', [], {}, true),
        fc.jsonValue(),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ cut: fc.nat(5000) }) },
);

type Spoiling = { readonly way: readonly number[]; readonly value: unknown } | { readonly cut: number };

const answers = fc.record({
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant(200) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(203, 204, 301, 304, 400, 401, 403, 404, 418, 422, 429, 500, 503),
    },
  ),
  headers: fc.dictionary(
    fc.constantFrom('expires', 'last-modified', 'retry-after', 'content-type'),
    fc.constantFrom(
      httpDate(NOW + 3_600_000),
      httpDate(0),
      '0',
      '-1',
      '86400',
      '999999999',
      'jamais',
      'text/html',
    ),
  ),
  spoilings: fc.array(spoilings as fc.Arbitrary<Spoiling>, { maxLength: 3 }),
});

function textOf(body: unknown, all: readonly Spoiling[]): string {
  const whole = { body: structuredClone(body) };
  let end = Number.POSITIVE_INFINITY;
  for (const spoiling of all) {
    if ('cut' in spoiling) end = Math.min(end, spoiling.cut);
    else spoil(whole, spoiling.way, spoiling.value);
  }
  return JSON.stringify(whole.body).slice(0, end);
}

function spoil(place: Record<string, unknown>, [step, ...rest]: readonly number[], value: unknown): void {
  const names = Object.keys(place);
  const name = names[(step ?? 0) % names.length];
  if (name === undefined) return;
  const below = place[name];
  if (rest.length === 0 || typeof below !== 'object' || below === null) place[name] = value;
  else spoil(below as Record<string, unknown>, rest, value);
}

function memoryPlace(): SnapshotPlace & { text: string | null } {
  const place = {
    place: 'memory',
    text: null as string | null,
    read: async () => place.text,
    write: async (_: string, text: string) => {
      place.text = text;
    },
  };
  return place;
}

for (const weatherProvider of ['open-meteo', 'met-norway'] as const)
  test(`whatever ${weatherProvider} answers, the snapshot can be built, and a city without a new reading keeps its last`, async () => {
    const settings = {
      baseUrl: 'https://portail.example',
      timeZone: ZONE,
      weatherCities: CITIES,
      weatherProvider,
      weatherContact: 'a@b.example',
    };
    const provider = makeProvider(settings, {});
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 4 }), async answered => {
        const place = memoryPlace();
        let now = NOW;
        for (const { status, headers, spoilings: all } of answered) {
          const answer = async (url: string): Promise<Response> => {
            const path = new URL(url).pathname + new URL(url).search;
            const body =
              weatherProvider === 'open-meteo' ? openMeteoPlaces({ path }, now) : metBody({ path });
            const hasBody = status !== 204 && status !== 304;
            return new Response(hasBody ? textOf(body, all) : null, { status, headers });
          };
          const before = place.text === null ? [] : readWeatherText(place.text, ZONE)!;
          const tools = { fetch: answer as typeof fetch, pace: hurriedPace(now), timeLimit: 10_000 };
          const { cities } = await takeWeather({ cities: CITIES, timeZone: ZONE, provider, place, tools });
          const after = place.text === null ? [] : readWeatherText(place.text, ZONE);
          assert.ok(after, place.text ?? '');
          for (const { slug, result } of cities) {
            const last = before.find(city => city.slug === slug);
            const present: City | undefined = after.find(city => city.slug === slug);
            if (result === 'taken') {
              assert.equal(present!.date, now);
              assert.equal(present!.days[0]!.day, calendarDay(now, present!.timeZone));
            } else assert.deepEqual([present?.date, present?.days], [last?.date, last?.days]);
          }
          now += 2 * 3_600_000;
        }
      }),
      howMany('spoilt forecasts'),
    );
  });
