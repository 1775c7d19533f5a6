// Forecasts of Open-Meteo, from a server on this machine that answers in its form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR } from '../../src/time/durations.ts';
import { NOW, openMeteoPlaces, openMeteoTold } from './local-providers.ts';
import { BEIJING, PARIS, weatherFrom } from './taken-weather.ts';

const asAsked: Parameters<typeof weatherFrom>[1] = asked => openMeteoTold(openMeteoPlaces(asked));

describe('the weather from Open-Meteo', () => {
  it('is asked of all cities at once, and becomes days with whole degrees and nights, at the hours of each city', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    const outcome = await weather.take();
    assert.ok(outcome.written);
    assert.deepEqual(
      outcome.cities.map(({ slug, result, date }) => [slug, result, date]),
      [
        ['beijing', 'taken', NOW],
        ['paris', 'taken', NOW],
      ],
    );
    assert.equal(weather.asked.length, 1);
    const { path, headers } = weather.asked[0]!;
    const query = new URL(path, 'http://localhost').searchParams;
    assert.deepEqual(Object.fromEntries(query), {
      latitude: '39.90421,48.8534',
      longitude: '116.40739,2.3488',
      daily: 'weather_code,temperature_2m_max,temperature_2m_min',
      hourly: 'weather_code,is_day',
      timezone: 'auto',
      forecast_days: '8',
    });
    assert.equal(headers['user-agent'], 'portail.example meteo@portail.example (Quotidien)');
    const [beijing, paris] = weather.readings()!;
    assert.equal(beijing!.days.length, 7);
    assert.deepEqual(beijing!.days.slice(0, 2), [
      { day: '2014-05-20', sky: 'light-rain', night: 'clear', high: 20, low: 10 },
      { day: '2014-05-21', sky: 'light-rain', night: 'clear', high: 21, low: 11 },
    ]);
    assert.deepEqual([beijing!.timeZone, paris!.timeZone], ['Asia/Shanghai', 'Europe/Paris']);
    assert.deepEqual([beijing!.source, paris!.source], ['Open-Meteo', 'Open-Meteo']);
  });

  it('of one city is an object of its own', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take(NOW, [PARIS]);
    assert.equal(weather.readings()!.length, 1);
  });

  it('of more than fifty cities comes in several answers', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    const cities = Array.from({ length: 120 }, (_, index) => ({ ...PARIS, slug: `ville-${index}` }));
    const outcome = await weather.take(NOW, cities);
    assert.ok(outcome.cities.every(({ result }) => result === 'taken'));
    assert.equal(weather.asked.length, 3);
  });

  it('is asked for at the hours that the portal gives a city', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take(NOW, [BEIJING, { ...PARIS, timeZone: 'Europe/Brussels' }]);
    assert.match(weather.asked[0]!.path, /timezone=auto%2CEurope%2FBrussels/);
    assert.equal(weather.readings()![1]!.timeZone, 'Europe/Brussels');
  });

  it('is asked for with the key of a customer, which nobody is shown', async () => {
    const key = 'cle-tres-secrete';
    await using weather = await weatherFrom(
      'open-meteo',
      ({ path }) => ({ status: 401, body: { error: true, reason: `Invalid key in ${path}` } }),
      { OPEN_METEO_API_KEY: key },
    );
    const outcome = await weather.take();
    assert.match(weather.asked[0]!.path, /apikey=cle-tres-secrete/);
    assert.ok(!JSON.stringify(outcome).includes(key));
    assert.deepEqual(
      outcome.cities.map(({ failure }) => failure?.reason),
      ['refused', 'refused'],
    );
  });

  it('has days without a code, beyond what its model reaches, left out', async () => {
    await using weather = await weatherFrom('open-meteo', asked => {
      const [place] = openMeteoPlaces(asked);
      const daily = place!.daily as Record<string, (number | null)[]>;
      daily.weather_code![2] = null;
      daily.temperature_2m_max![4] = null;
      return openMeteoTold([place!]);
    });
    await weather.take(NOW, [BEIJING]);
    assert.deepEqual(
      weather.readings()![0]!.days.map(({ day }) => day.slice(-2)),
      ['20', '21', '23', '25', '26'],
    );
  });

  it('of a city that it cannot answer is asked for apart from the others', async () => {
    await using weather = await weatherFrom('open-meteo', asked =>
      asked.path.includes('116.40739')
        ? { status: 400, body: { error: true, reason: 'Invalid timezone' } }
        : openMeteoTold(openMeteoPlaces(asked)),
    );
    const outcome = await weather.take();
    assert.deepEqual(
      outcome.cities.map(({ result, failure }) => [result, failure?.reason, failure?.detail]),
      [
        ['failed', 'bad-request', 'HTTP 400 Invalid timezone'],
        ['taken', undefined, undefined],
      ],
    );
    assert.deepEqual(
      weather.readings()!.map(({ slug }) => slug),
      ['paris'],
    );
  });
});

describe('a reading', () => {
  it('is asked for once an hour, whoever asks, and written only when something changed', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take();
    const file = weather.file();
    const again = await weather.take(NOW + HOUR - 1000);
    assert.deepEqual(
      again.cities.map(({ result }) => result),
      ['recent', 'recent'],
    );
    assert.deepEqual([again.written, weather.file(), weather.asked.length], [false, file, 1]);
    const later = await weather.take(NOW + HOUR);
    assert.deepEqual(
      later.cities.map(({ result }) => result),
      ['taken', 'taken'],
    );
    assert.deepEqual([later.written, weather.asked.length], [true, 2]);
  });

  it('by hand, in a layout of its own, stays as it was typed while it is recent', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    const typed = `{ "date": "2014-05-20T15:00+08:00", "source": "Le port", "cities": [
      { "slug": "beijing", "name": "Beijing", "days": [{ "day": "2014-05-20", "sky": "rain", "high": 20, "low": 11 }] }] }`;
    weather.write(typed);
    assert.equal((await weather.take(NOW, [BEIJING])).written, false);
    assert.equal(weather.text(), typed);
    // Another city comes beside it.
    await weather.take(NOW);
    assert.deepEqual(
      weather.readings()!.map(({ slug, source }) => [slug, source]),
      [
        ['beijing', 'Le port'],
        ['paris', 'Open-Meteo'],
      ],
    );
  });

  it('of the future does not keep anybody from asking', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take(NOW + 48 * HOUR, [BEIJING]);
    assert.equal((await weather.take(NOW, [BEIJING])).cities[0]!.result, 'taken');
    assert.equal(weather.asked.length, 2);
  });

  it('of another place under the same name is no reading', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take(NOW, [BEIJING]);
    const outcome = await weather.take(NOW + 1000, [{ ...BEIJING, latitude: 40.5 }]);
    assert.equal(outcome.cities[0]!.result, 'taken');
    assert.equal(weather.readings()![0]!.asked?.latitude, 40.5);
  });

  it('leaves with its city, and follows its name', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    await weather.take();
    await weather.take(NOW + 1000, [{ ...BEIJING, name: 'Pékin' }]);
    assert.deepEqual(
      weather.readings()!.map(({ name }) => name),
      ['Pékin'],
    );
    assert.equal(weather.asked.length, 1);
  });

  it('that cannot be read is told, and taken anew', async () => {
    await using weather = await weatherFrom('open-meteo', asAsked);
    weather.write('<<<<<<< HEAD\n{}\n');
    const outcome = await weather.take();
    assert.deepEqual([outcome.damaged, outcome.written], [true, true]);
    assert.equal(weather.readings()!.length, 2);
  });
});
