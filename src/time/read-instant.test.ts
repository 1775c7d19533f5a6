import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { howMany } from '../../tests/soak/how-many.ts';
import { calendarDay } from './calendar-day.ts';
import { MINUTE } from './durations.ts';
import { dayMomentOf, momentOf } from './moment.ts';
import { readInstant, readTypedDate } from './read-instant.ts';

const iso = (text: string, zone: string) => {
  const instant = readInstant(text, zone);
  return instant === null ? null : new Date(instant).toISOString();
};

test('a date is read in the site’s time zone, in every form that editors use', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['20.05.2014 13h43', '2014-05-20T05:43:00.000Z'],
    ['20.05.2014 13 h 43', '2014-05-20T05:43:00.000Z'],
    ['20.05.2014 13\u202fh\u202f43', '2014-05-20T05:43:00.000Z'],
    ['20.05.2014 9h05', '2014-05-20T01:05:00.000Z'],
    ['20.05.2014', '2014-05-19T16:00:00.000Z'],
    ['2014-05-20', '2014-05-19T16:00:00.000Z'],
    ['2014-05-20T13:43', '2014-05-20T05:43:00.000Z'],
    ['2014-05-20 13:43', '2014-05-20T05:43:00.000Z'],
    ['2014-05-20T13:43:05', '2014-05-20T05:43:05.000Z'],
    ['2014-05-20T13:43:05.25', '2014-05-20T05:43:05.250Z'],
    ['2014-05-20T13:43:05.123456789', '2014-05-20T05:43:05.123Z'],
    ['2014-05-20T13:43Z', '2014-05-20T13:43:00.000Z'],
    ['2014-05-20T13:43+02:00', '2014-05-20T11:43:00.000Z'],
    ['2014-05-20 13:43 +0200', '2014-05-20T11:43:00.000Z'],
    ['2014-05-20T13:43-05', '2014-05-20T18:43:00.000Z'],
    ['  2014-05-20  ', '2014-05-19T16:00:00.000Z'],
    ['2012-02-29', '2012-02-28T16:00:00.000Z'],
  ];
  for (const [text, expected] of forms) assert.equal(iso(text, 'Asia/Shanghai'), expected, text);
});

test('a date that is no date is refused, never replaced', () => {
  const wrong = [
    '',
    ' ',
    'hier',
    '31.02.2014',
    '2014-02-29',
    '2014-13-01',
    '2014-00-10',
    '2014-05-00',
    '20.05.2014 25h00',
    '20.05.2014 24h00',
    '20.05.2014 13h60',
    '20.05.2014 13h',
    '20.05.2014 13:43',
    '20/05/2014',
    '20.05.14',
    '3.5.2014',
    '2014-05-20T24:00',
    '2014-05-20T13:43:60',
    '2014-05-20T13',
    '2014-05-20T13:43+15:00',
    '2014-05-20T13:43+08:60',
    '2014-05-20T13:43+8',
    '2014-05-20+08:00',
    '2014-W21',
    '2014-W21-2',
    '2014-140',
    '20140520',
    '20140520T134300',
    '2014-05',
    '2014',
    '1400564580000',
    '0000-01-01',
    '1599-12-31',
    '10000-01-01',
    '+002014-05-20',
    '-2014-05-20',
    '2014-05-20T13:43[Asia/Shanghai]',
  ];
  for (const text of wrong) assert.equal(readInstant(text, 'Asia/Shanghai'), null, text);
});

test('a time that a change of clocks skips is refused, and one that it repeats means the first', () => {
  assert.equal(readInstant('2014-03-30T02:30', 'Europe/Paris'), null);
  assert.equal(iso('2014-03-30T03:00', 'Europe/Paris'), '2014-03-30T01:00:00.000Z');
  assert.equal(iso('2014-10-26T02:30', 'Europe/Paris'), '2014-10-26T00:30:00.000Z');
});

test('a day without time begins when its clocks do, even where midnight is skipped', () => {
  assert.equal(iso('2013-10-20', 'America/Sao_Paulo'), '2013-10-20T03:00:00.000Z');
  assert.equal(readInstant('2013-10-20T00:00', 'America/Sao_Paulo'), null);
});

test('an unknown time zone gives no date', () => {
  assert.equal(readInstant('2014-05-20', 'Asie/Changhai'), null);
});

test('what is printed of any instant is read back as that instant, or as the first of the two it names', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const minutes = fc.integer({ min: Date.UTC(1950, 0, 1) / MINUTE, max: Date.UTC(2100, 0, 1) / MINUTE });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const printed = DateTime.fromMillis(minute * MINUTE, { zone });
      const read = readInstant(printed.toFormat("dd.MM.yyyy HH'h'mm"), zone);
      assert.ok(read !== null && read <= minute * MINUTE);
      assert.equal(
        DateTime.fromMillis(read, { zone }).toFormat('yyyyMMddHHmm'),
        printed.toFormat('yyyyMMddHHmm'),
      );
      assert.equal(readInstant(printed.toISO() ?? '', zone), minute * MINUTE);
      assert.equal(calendarDay(minute * MINUTE, zone), printed.toISODate());
    }),
    howMany('dates'),
  );
});

test('no text makes the reader of dates throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+:.TZhW 20') }), text => {
      const read = readInstant(text, 'Europe/Paris');
      assert.ok(read === null || Number.isInteger(read));
    }),
  );
});

test('a date without an hour is known as a day, which is printed without one', () => {
  for (const text of ['2014-05-20', '20.05.2014'])
    assert.deepEqual(readTypedDate(text, 'Asia/Shanghai'), {
      instant: Date.UTC(2014, 4, 19, 16),
      isDay: true,
    });
  for (const text of ['2014-05-20T00:00', '20.05.2014 0h00'])
    assert.equal(readTypedDate(text, 'Asia/Shanghai')?.isDay, false);
  assert.deepEqual(dayMomentOf(Date.UTC(2014, 4, 19, 16), 'Asia/Shanghai'), {
    iso: '2014-05-20',
    stamp: '20.05.2014',
    day: 'mardi 20 mai 2014',
    time: '',
  });
  assert.equal(momentOf(Date.UTC(2014, 4, 19, 16), 'Asia/Shanghai').stamp, '20.05.2014 00h00');
});
