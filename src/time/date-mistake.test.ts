import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dateMistake } from './date-mistake.ts';
import { readInstant } from './read-instant.ts';

const ZONE = 'Europe/Paris';

test('every value that a message proposes is a date', () => {
  const pieces = [
    '20',
    '05',
    '5',
    '2014',
    '31',
    '13',
    'mai',
    'May',
    ' ',
    '/',
    '.',
    '-',
    'T',
    'h',
    ':',
    ' à ',
    'Z',
    'pm',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), parts => {
      const text = parts.join('');
      if (readInstant(text, ZONE) !== null) return;
      const advice = dateMistake(text, ZONE).split('\u202f; écrivez ')[1] ?? '';
      for (const [, value] of advice.matchAll(/«\u00a0([^»]+)\u00a0»/g)) {
        assert.notEqual(readInstant(value!, ZONE), null, `${text} → ${value}`);
      }
    }),
  );
});

test('midnight after the last day of all is proposed to nobody', () => {
  assert.match(dateMistake('31.12.9999 24h00', ZONE), /une heure 24, qui n’existe pas/);
});

test('any text gets one sentence, long ones quickly', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => dateMistake(text, ZONE).endsWith('.')));
  assert.match(dateMistake(`20.05.2014${' '.repeat(100_000)}x`, ZONE), /n’est pas lisible/);
});

test('an hour that clocks skip is told as such', () => {
  assert.match(dateMistake('30.03.2014 2h30', ZONE), /horloges/);
});
