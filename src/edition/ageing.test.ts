// When an article begins to count as old: month by month, by the calendar of the portal’s place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarDay } from '../time/calendar-day.ts';
import { DAY } from '../time/durations.ts';
import { ageingMonth, agesAt } from './ageing.ts';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

describe('the month in which articles become a year old', () => {
  it('is that of the year before', () => {
    assert.equal(ageingMonth(at('2014-05-20T12:00Z'), 'UTC'), '2013-05');
    assert.equal(ageingMonth(at('2014-01-01T00:00Z'), 'UTC'), '2013-01');
  });

  it('changes when the month does at the portal’s place', () => {
    assert.equal(ageingMonth(at('2014-05-31T15:59:59.999Z'), 'Asia/Shanghai'), '2013-05');
    assert.equal(ageingMonth(at('2014-05-31T16:00Z'), 'Asia/Shanghai'), '2013-06');
  });
});

describe('an article', () => {
  it('counts as old from the first instant of the month after its month of the next year', () => {
    assert.equal(iso(agesAt('2013-05-20', 'UTC')), '2014-06-01T00:00:00.000Z');
    assert.equal(iso(agesAt('2013-12-31', 'UTC')), '2015-01-01T00:00:00.000Z');
    assert.equal(iso(agesAt('2012-02-29', 'Asia/Shanghai')), '2013-02-28T16:00:00.000Z');
  });

  it('counts as old from then on even where clocks skip that midnight', () => {
    assert.equal(iso(agesAt('2016-09-15', 'America/Asuncion')), '2017-10-01T04:00:00.000Z');
  });

  it('is fresh until that instant and old from it on, at any place', () => {
    const instants = fc.integer({ min: at('1990-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/Asuncion', 'Pacific/Apia');
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = calendarDay(instant, zone);
        const from = agesAt(day, zone);
        assert.ok(day >= ageingMonth(from - 1, zone));
        assert.ok(day < ageingMonth(from, zone));
        // A year of 365 days has passed, and not two years.
        assert.ok(from - instant > 365 * DAY);
        assert.ok(from - instant < 400 * DAY);
      }),
    );
  });
});
