// Few values of everything, so that articles meet: one address for two files, one instant, one alias, the same lists.
import fc from 'fast-check';

/** The last is declared nowhere. */
export const SECTIONS = ['chine', 'monde', 'sport', 'inconnue'];
export const TOPICS = ['commerce', 'energie', 'ukraine'];
export const DOSSIERS = ['sommet', 'mondial'];
export const SLUGS = ['port', 'gare', 'pont', 'vote', 'match', 'gaz', 'crue', 'loi', 'train'];

export const DATES = [
  // A year before one of the clock's instants, on either side of a month's end.
  '2013-04-30T23:59',
  '2013-05-31T12:00',
  '2013-12-31T23:59',
  '2014-01-01T00:00',
  '2014-04-30T22:30',
  '2014-05-01T01:30',
  '2014-05-18T08:00',
  '2014-05-19T08:00',
  '20.05.2014 07h00',
  '2014-05-20T12:00',
  '2014-05-20T12:00:01',
  '2014-05-20T15:30',
  '2014-05-20T18:00',
  '2014-05-21T06:00',
];

/** Instants of builds. */
export const NOWS = [
  '2014-05-20T15:30',
  '2014-05-20T11:59',
  '2014-05-20T18:00',
  '2014-05-22T00:00',
  '2014-01-01T00:00',
  // A month's end: the articles of May 2013 are more than a year old.
  '2014-05-31T23:59',
  '2014-06-01T00:00',
  '2015-02-01T00:00',
];

/** Instants of snapshots: fresh, stale at the first instant of builds, and stale from 18:00 on. */
export const READINGS = ['2014-05-20T15:00+08:00', '2014-05-19T12:00+08:00', '2014-05-20T06:00+08:00'];

export const number = fc.nat(9);

/** Which file of those that are there. */
export const which = fc.nat(14);

/** `Un titre numéro 3`. */
export function numbered(text: string, most = 4): fc.Arbitrary<string> {
  return fc.nat(most).map(n => `${text} numéro ${n}`);
}

/** The last of the values seldom. */
export function oftenFrom<T>(values: readonly T[]): fc.Arbitrary<T> {
  const last = values.length - 1;
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...values.slice(0, last)) },
    { weight: 1, arbitrary: fc.constant(values[last]!) },
  );
}

/** Mostly undefined. */
export function rarely<T>(value: T): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(value) },
  );
}
