// Until when an article takes comments, by the calendar of the portal’s place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarDay } from '../time/calendar-day.ts';
import { closesAt, oldestOpenDay } from './closing.ts';

const at = (text: string): number => Date.parse(text);

describe('an article', () => {
  it('takes comments on so many whole days after its own', () => {
    assert.equal(closesAt('2014-05-20', 30, 'Asia/Shanghai'), at('2014-06-20T00:00+08:00'));
    assert.equal(closesAt('2014-05-20', 1, 'UTC'), at('2014-05-22T00:00Z'));
    assert.equal(oldestOpenDay(at('2014-06-19T23:59+08:00'), 30, 'Asia/Shanghai'), '2014-05-20');
    assert.equal(oldestOpenDay(at('2014-06-20T00:00+08:00'), 30, 'Asia/Shanghai'), '2014-05-21');
  });

  it('is never closed where the portal says nothing of days', () => {
    assert.equal(oldestOpenDay(at('2014-06-20T00:00Z'), null, 'UTC'), '');
  });

  it('is open until that instant and closed from it on, wherever clocks change', () => {
    const instants = fc.integer({ min: at('1990-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/Asuncion', 'Pacific/Apia');
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 4000 }), zones, (instant, days, zone) => {
        const day = calendarDay(instant, zone);
        const closes = closesAt(day, days, zone);
        assert.ok(day >= oldestOpenDay(closes - 1, days, zone));
        assert.ok(day < oldestOpenDay(closes, days, zone));
      }),
    );
  });
});
