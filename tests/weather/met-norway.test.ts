// Forecasts of MET Norway, from a server on this machine that answers in its form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOUR, MINUTE } from '../../src/time/durations.ts';
import type { Told } from '../purge/local-cdn.ts';
import { httpDate, metBody, metSeries, metStep, NOW } from './local-providers.ts';
import { BEIJING, PARIS, weatherFrom } from './taken-weather.ts';

const MODIFIED = 'Tue, 20 May 2014 07:05:12 GMT';

const told = (asked: Parameters<typeof metBody>[0], series = metSeries()): Told => ({
  status: 200,
  body: metBody(asked, series),
  headers: { expires: httpDate(NOW + 90 * MINUTE), 'last-modified': MODIFIED },
});

describe('the weather from MET Norway', () => {
  it('is asked of each city with at most four decimals, by whoever can be written to', async () => {
    await using weather = await weatherFrom('met-norway', asked => told(asked));
    const outcome = await weather.take();
    assert.deepEqual(
      weather.asked.map(({ path }) => path),
      ['/complete?lat=39.9042&lon=116.4074', '/complete?lat=48.8534&lon=2.3488'],
    );
    for (const { headers } of weather.asked) {
      assert.equal(headers['user-agent'], 'portail.example meteo@portail.example (Quotidien)');
      assert.equal(headers['if-modified-since'], undefined);
    }
    assert.ok(outcome.cities.every(({ result }) => result === 'taken'));
    // The portal's zone, and that of ships where it is far from the sun.
    assert.deepEqual(
      weather.readings()!.map(({ timeZone }) => timeZone),
      ['Asia/Shanghai', 'UTC'],
    );
  });

  it('becomes days and nights of the place, of hours as of six hours, and no day of which a part is missing', async () => {
    await using weather = await weatherFrom('met-norway', asked => told(asked));
    await weather.take(NOW, [BEIJING]);
    const { days, asked } = weather.readings()![0]!;
    assert.deepEqual(days[0], { day: '2014-05-20', sky: 'showers', night: 'clear', high: 25, low: 16 });
    assert.deepEqual(
      days.slice(1),
      [21, 22, 23, 24, 25, 26].map(day => ({
        day: `2014-05-${day}`,
        sky: 'showers',
        night: 'clear',
        high: 25,
        low: 15,
      })),
    );
    assert.deepEqual(asked, {
      latitude: BEIJING.latitude,
      longitude: BEIJING.longitude,
      notBefore: NOW + 90 * MINUTE,
      lastModified: MODIFIED,
    });
  });

  it('is not asked for before it expires, and then only whether it was modified', async () => {
    await using weather = await weatherFrom('met-norway', (asked, count) =>
      count === 1 ? told(asked) : { status: 304, headers: { expires: httpDate(NOW + 4 * HOUR) } },
    );
    await weather.take(NOW, [BEIJING]);
    const first = weather.readings()![0]!;
    await weather.take(NOW + 89 * MINUTE, [BEIJING]);
    assert.equal(weather.asked.length, 1);
    const outcome = await weather.take(NOW + 90 * MINUTE, [BEIJING]);
    assert.equal(weather.asked[1]!.headers['if-modified-since'], MODIFIED);
    assert.deepEqual([outcome.cities[0]!.result, outcome.cities[0]!.date], ['taken', NOW + 90 * MINUTE]);
    const second = weather.readings()![0]!;
    assert.deepEqual(second.days, first.days);
    assert.equal(second.asked!.notBefore, NOW + 4 * HOUR);
    assert.equal(second.asked!.lastModified, MODIFIED);
  });

  it('of the evening keeps what the morning said of the day', async () => {
    const evening = Date.parse('2014-05-20T20:00:00+08:00');
    await using weather = await weatherFrom('met-norway', (asked, count) =>
      told(asked, metSeries(count === 1 ? NOW : evening)),
    );
    await weather.take(NOW, [BEIJING]);
    await weather.take(evening, [BEIJING]);
    assert.deepEqual(weather.readings()![0]!.days[0], {
      day: '2014-05-20',
      sky: 'showers',
      night: 'clear',
      high: 25,
      low: 16,
    });
  });

  it('is not asked with the date of another provider’s reading, nor of another place', async () => {
    await using weather = await weatherFrom('met-norway', asked => told(asked));
    await weather.take(NOW, [BEIJING]);
    await weather.take(NOW + 2 * HOUR, [{ ...BEIJING, latitude: 40 }]);
    weather.write(weather.text()!.replace('MET Norway', 'Open-Meteo'));
    await weather.take(NOW + 4 * HOUR, [{ ...BEIJING, latitude: 40 }]);
    assert.deepEqual(
      weather.asked.map(({ headers }) => headers['if-modified-since']),
      [undefined, undefined, undefined],
    );
  });

  it('that is announced to end is told', async () => {
    await using weather = await weatherFrom(
      'met-norway',
      asked => ({ ...(told(asked) as object), status: 203 }) as Told,
    );
    const outcome = await weather.take(NOW, [BEIJING]);
    assert.deepEqual([outcome.deprecated, outcome.cities[0]!.result], [true, 'taken']);
  });

  it('is asked of no other city once it refuses who asks', async () => {
    await using weather = await weatherFrom('met-norway', () => ({
      status: 403,
      body: '<html>Forbidden</html>',
    }));
    const outcome = await weather.take(NOW, [BEIJING, PARIS]);
    assert.equal(weather.asked.length, 1);
    assert.deepEqual(
      outcome.cities.map(({ failure }) => failure?.reason),
      ['refused', 'refused'],
    );
  });

  it('with a sign that no legend has is told by the next best', async () => {
    const series = metSeries().map((step, index) =>
      index < 48
        ? metStep(Date.parse(step.time), 20, {
            one: 'fog',
            six: 'raincatsanddogs',
            twelve: 'raincatsanddogs',
          })
        : step,
    );
    await using weather = await weatherFrom('met-norway', asked => told(asked, series));
    await weather.take(NOW, [BEIJING]);
    assert.equal(weather.readings()![0]!.days[0]!.sky, 'fog');
  });
});
