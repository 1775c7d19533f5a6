// Whatever a provider answers: what failed is told, the last good reading of each city stays with its time, and the portal that shows it says how old it is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HOUR } from '../../src/time/durations.ts';
import type { Failure } from '../../src/weather/provider.ts';
import { article, miniSite } from '../mini-site.ts';
import type { Asked, Told } from '../purge/local-cdn.ts';
import {
  type MetBody,
  metBody,
  metSeries,
  metStep,
  NOW,
  openMeteoPlaces,
  openMeteoTold,
  type PlaceAnswer,
} from './local-providers.ts';
import { BEIJING, weatherFrom } from './taken-weather.ts';

/** Two cities near one another, so that every fault of one place can be told of both. */
const TIANJIN = { slug: 'tianjin', name: 'Tianjin', latitude: 39.12, longitude: 117.19, timeZone: null };
const CITIES = [BEIJING, TIANJIN];

interface Fault {
  readonly name: string;
  readonly reason: Failure['reason'];
  readonly tell: (asked: Asked) => Told;
  /** Of each request that is made; it is tried again six times in all where that may help. */
  readonly tries: number;
  /** Of one request, in ms. */
  readonly timeLimit?: number;
}

const HTML: Told = {
  status: 200,
  body: '<!DOCTYPE html><title>Maintenance</title>',
  headers: { 'content-type': 'text/html' },
};

/** What any server may do. */
const OF_ALL: readonly Fault[] = [
  { name: 'never answers', reason: 'unreachable', tell: () => 'silent', tries: 6, timeLimit: 60 },
  { name: 'is cut before it answers', reason: 'unreachable', tell: () => 'cut', tries: 6 },
  { name: 'is cut in the middle', reason: 'unreachable', tell: () => 'half', tries: 6 },
  { name: 'fails by itself', reason: 'unreachable', tell: () => ({ status: 500 }), tries: 6 },
  { name: 'is asked too often', reason: 'limit', tell: () => ({ status: 429 }), tries: 6 },
  {
    name: 'is asked too often, and says to come back in two hours',
    reason: 'limit',
    tell: () => ({ status: 429, headers: { 'retry-after': '7200' } }),
    tries: 1,
  },
  { name: 'wants another client', reason: 'refused', tell: () => ({ status: 403 }), tries: 1 },
  {
    name: 'leads elsewhere',
    reason: 'unreachable',
    tell: () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } }),
    tries: 1,
  },
  { name: 'sends a page', reason: 'not-understood', tell: () => HTML, tries: 1 },
  { name: 'sends nothing', reason: 'not-understood', tell: () => ({ status: 200 }), tries: 1 },
  { name: 'sends null', reason: 'not-understood', tell: () => ({ status: 200, body: 'null' }), tries: 1 },
];

const spoilt =
  (spoil: (place: PlaceAnswer) => unknown) =>
  (asked: Asked): Told => {
    const places = openMeteoPlaces(asked);
    for (const place of places) spoil(place);
    return openMeteoTold(places);
  };
const daily = (place: PlaceAnswer) => place.daily as Record<string, unknown[]>;

const OF_OPEN_METEO: readonly Fault[] = [
  { name: 'sends no city', reason: 'missing', tell: () => ({ status: 200, body: '[]' }), tries: 1 },
  {
    name: 'sends other places',
    reason: 'missing',
    tell: spoilt(place => Object.assign(place, { latitude: -33.9 })),
    tries: 1,
  },
  {
    name: 'has text for numbers',
    reason: 'not-understood',
    tell: spoilt(place => daily(place).temperature_2m_max!.fill('vingt')),
    tries: 1,
  },
  {
    name: 'has no days',
    reason: 'not-understood',
    tell: spoilt(place => delete place.daily),
    tries: 1,
  },
  {
    name: 'answers in Fahrenheit',
    reason: 'not-understood',
    tell: spoilt(place =>
      Object.assign(place, { daily_units: { temperature_2m_max: '°F', temperature_2m_min: '°F' } }),
    ),
    tries: 1,
  },
  {
    name: 'has a heat of 900 degrees',
    reason: 'absurd',
    tell: spoilt(place => daily(place).temperature_2m_max!.fill(900)),
    tries: 1,
  },
  {
    name: 'has days colder than their nights',
    reason: 'absurd',
    tell: spoilt(place => daily(place).temperature_2m_max!.fill(-40)),
    tries: 1,
  },
  {
    name: 'has a code of no weather',
    reason: 'absurd',
    tell: spoilt(place => daily(place).weather_code!.fill(100)),
    tries: 1,
  },
  {
    name: 'has the hours of America',
    reason: 'zone',
    tell: spoilt(place =>
      Object.assign(place, { timezone: 'America/New_York', utc_offset_seconds: -14_400 }),
    ),
    tries: 1,
  },
  {
    name: 'tells of last year',
    reason: 'no-today',
    tell: asked => openMeteoTold(openMeteoPlaces(asked, NOW - 365 * 24 * HOUR)),
    tries: 1,
  },
  {
    name: 'has null for all figures',
    reason: 'no-today',
    tell: spoilt(place => daily(place).weather_code!.fill(null)),
    tries: 1,
  },
  {
    name: 'has days that are no days',
    reason: 'not-understood',
    tell: spoilt(place => daily(place).time!.splice(1, 1, 'demain')),
    tries: 1,
  },
];

const ofMet =
  (spoil: (body: MetBody) => unknown) =>
  (asked: Asked): Told => {
    const body = metBody(asked);
    spoil(body);
    return { status: 200, body };
  };
const degrees = (temperature: number) =>
  ofMet(body => {
    body.properties.timeseries = metSeries().map(({ time }) =>
      metStep(Date.parse(time), temperature, { one: 'fog', six: 'fog' }),
    );
  });

const OF_MET_NORWAY: readonly Fault[] = [
  {
    name: 'answers for another place',
    reason: 'missing',
    tell: ofMet(body => {
      Object.assign(body.geometry, { coordinates: [10, 60, 4] });
    }),
    tries: 1,
  },
  {
    name: 'has text for numbers',
    reason: 'not-understood',
    tell: ofMet(body => {
      Object.assign(body.properties.timeseries[3]!.data.instant.details, { air_temperature: 'vingt' });
    }),
    tries: 1,
  },
  {
    name: 'has hours that are no hours',
    reason: 'not-understood',
    tell: ofMet(body => {
      Object.assign(body.properties.timeseries[3]!, { time: 'midi' });
    }),
    tries: 1,
  },
  {
    name: 'answers in Kelvin',
    reason: 'not-understood',
    tell: ofMet(body => {
      Object.assign(body.properties.meta.units, { air_temperature: 'kelvin' });
    }),
    tries: 1,
  },
  {
    name: 'has an empty series',
    reason: 'no-today',
    tell: ofMet(body => {
      body.properties.timeseries = [];
    }),
    tries: 1,
  },
  { name: 'has a frost of 200 degrees', reason: 'absurd', tell: degrees(-200), tries: 1 },
  {
    name: 'says that nothing changed where nothing was known',
    reason: 'not-understood',
    tell: () => ({ status: 304 }),
    tries: 1,
  },
  {
    name: 'tells of last year',
    reason: 'no-today',
    tell: ofMet(body => {
      body.properties.timeseries = metSeries(NOW - 365 * 24 * HOUR);
    }),
    tries: 1,
  },
];

/** Of this morning, in the portal's own words. */
const MORNING = readFileSync(new URL('./morning.json', import.meta.url), 'utf8');

for (const [provider, faults, isOneRequest] of [
  ['open-meteo', [...OF_ALL, ...OF_OPEN_METEO], true],
  ['met-norway', [...OF_ALL, ...OF_MET_NORWAY], false],
] as const)
  describe(`when ${provider}`, () => {
    for (const { name, reason, tell, tries, timeLimit } of faults)
      it(`${name}, the last good readings stay as they were, and what failed is told`, async () => {
        await using weather = await weatherFrom(provider, tell);
        weather.write(MORNING);
        const { cities, written } = await weather.take(NOW, CITIES, timeLimit);
        assert.deepEqual(
          cities.map(city => [city.slug, city.result, city.failure?.reason, city.date]),
          CITIES.map(({ slug }) => [slug, 'failed', reason, Date.parse('2014-05-20T08:00:00+08:00')]),
        );
        assert.deepEqual([written, weather.text()], [false, MORNING]);
        const isToldOfAll = ['limit', 'refused'].includes(reason);
        assert.equal(weather.asked.length, isOneRequest || isToldOfAll ? tries : tries * CITIES.length);
        // Pauses grow and vary, and all of it takes no more than a minute.
        assert.ok(weather.pauses.reduce((sum, pause) => sum + pause, 0) <= 60_000);
      });

    it('fails at one city, the others are taken, and that one keeps its time', async () => {
      await using weather = await weatherFrom(provider, asked => {
        if (provider === 'met-norway')
          return asked.path.includes('117.19') ? HTML : { status: 200, body: metBody(asked) };
        return openMeteoTold([openMeteoPlaces(asked)[0]!, { location_id: 1 }]);
      });
      weather.write(MORNING);
      const { cities } = await weather.take(NOW, CITIES);
      assert.deepEqual(
        cities.map(({ result }) => result),
        ['taken', 'failed'],
      );
      const [beijing, tianjin] = weather.readings()!;
      assert.deepEqual(
        [beijing!.date, beijing!.source === 'Service du matin', tianjin!.date, tianjin!.source],
        [NOW, false, Date.parse('2014-05-20T08:00:00+08:00'), 'Service du matin'],
      );
    });

    it('has never answered, there is no snapshot', async () => {
      await using weather = await weatherFrom(provider, () => 'cut');
      const { cities, written } = await weather.take(NOW, CITIES);
      assert.deepEqual(
        cities.map(({ date }) => date),
        [null, null],
      );
      assert.deepEqual([written, weather.text()], [false, null]);
    });

    it('says when to come back, it is not asked before by a later command either', async () => {
      const answer = (asked: Asked): Told =>
        provider === 'open-meteo'
          ? openMeteoTold(openMeteoPlaces(asked))
          : { status: 200, body: metBody(asked) };
      let isBusy = false;
      await using weather = await weatherFrom(provider, asked =>
        isBusy ? { status: 429, headers: { 'retry-after': '7200' } } : answer(asked),
      );
      await weather.take(NOW, [BEIJING]);
      isBusy = true;
      await weather.take(NOW + HOUR, [BEIJING]);
      assert.equal(weather.asked.length, 2);
      const meanwhile = await weather.take(NOW + 2 * HOUR, [BEIJING]);
      assert.deepEqual([weather.asked.length, meanwhile.cities[0]!.result], [2, 'recent']);
      isBusy = false;
      const later = await weather.take(NOW + 3 * HOUR + 1000, [BEIJING]);
      assert.deepEqual([later.cities[0]!.result, later.cities[0]!.date], ['taken', NOW + 3 * HOUR + 1000]);
    });
  });

describe('a portal whose provider fails', () => {
  it('is built after each fault, and says of each city how old its weather is', async () => {
    using site = miniSite({ 'content/articles/2014/05/port.md': article(), '_data/weather.json': MORNING });
    for (const { tell } of [OF_ALL[3]!, OF_ALL[5]!, OF_ALL[8]!, OF_OPEN_METEO[5]!, OF_OPEN_METEO[8]!]) {
      await using weather = await weatherFrom('open-meteo', tell);
      weather.write(site.read('_data/weather.json'));
      await weather.take(NOW, CITIES);
      site.editData('weather.json', weather.text()!);
      await site.built({ now: '2014-05-20T15:30:00+08:00' });
      assert.match(site.page('/meteo/tianjin/'), /Relevé de <time[^>]*>8\sh\s00, mardi 20\smai 2014/);
      assert.match(site.page('/'), /Relevé de <time[^>]*>8\sh\s00</);
    }
    await using weather = await weatherFrom('open-meteo', asked =>
      openMeteoTold([openMeteoPlaces(asked)[0]!, { location_id: 1 }]),
    );
    weather.write(site.read('_data/weather.json'));
    await weather.take(NOW, CITIES);
    site.editData('weather.json', weather.text()!);
    await site.built({ now: '2014-05-20T15:30:00+08:00' });
    assert.match(site.page('/meteo/beijing/'), /Relevé de <time[^>]*>15\sh\s30, mardi/);
    assert.match(site.page('/meteo/tianjin/'), /Relevé de <time[^>]*>8\sh\s00, mardi/);
    // Twelve hours later than the morning's reading.
    await site.built({ now: '2014-05-20T20:00:00+08:00' });
    assert.match(site.page('/meteo/tianjin/'), /trop ancien/);
    assert.match(site.page('/meteo/beijing/'), /20℃/);
  });
});
