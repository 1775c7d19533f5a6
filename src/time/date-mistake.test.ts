import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dateMistake, dayMistake } from './date-mistake.ts';
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

test('a day alone is proposed as it has to be written, and what is no day is not guessed', () => {
  const cases = {
    '20.05.2014': /n’a pas la forme voulue\u202f; écrivez «\u00a02014-05-20\u00a0»\.$/,
    'mardi 20 mai 2014': /écrivez «\u00a02014-05-20\u00a0»\.$/,
    'mercredi 20 mai 2014': /le 2014-05-20 est un mardi/,
    '2014-05-20T08:00': /a une heure de trop\u202f; écrivez «\u00a02014-05-20\u00a0»\.$/,
    '04/05/2014': /«\u00a02014-05-04\u00a0» pour le 4 mai, ou «\u00a02014-04-05\u00a0» pour le 5 avril\.$/,
    '2014-02-31': /n’existe pas, car février 2014 a 28 jours/,
    '20.05.14': /n’est pas lisible\u202f; écrivez l’année, le mois et le jour/,
    demain: /n’est pas lisible/,
    '': /^Ce jour est vide/,
  };
  for (const [text, message] of Object.entries(cases)) assert.match(dayMistake(text), message, text);
});
