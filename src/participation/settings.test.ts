import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Environment, readSettings } from './settings.ts';

const LEAST = {
  PARTICIPATION_SITE: 'https://exemple.fr/journal',
  PARTICIPATION_URL: 'https://avis.exemple.fr',
};

function mistakes(environment: Environment): readonly string[] {
  const read = readSettings(environment);
  return read.ok ? [] : read.mistakes;
}

describe('the settings of the service', () => {
  it('need the two addresses; the rest has usual values', () => {
    const read = readSettings({ ...LEAST, DATABASE_URL: ' ' });
    assert.ok(read.ok);
    const { proxies, ...plain } = read.settings;
    assert.deepEqual(plain, {
      site: 'https://exemple.fr/journal',
      listsFrom: 'https://exemple.fr/journal',
      origin: 'https://avis.exemple.fr',
      host: '127.0.0.1',
      port: 8081,
      file: 'participation.sqlite',
      databaseUrl: null,
      work: null,
      watchedWords: [],
    });
    assert.equal(proxies.has('127.0.0.1'), false);
  });

  it('are all named in French when they are wrong, in one go', () => {
    assert.deepEqual(mistakes({}), [
      'La variable d’environnement PARTICIPATION_SITE manque\u202f; docs/participation.md dit ce qu’elle contient.',
      'La variable d’environnement PARTICIPATION_URL manque\u202f; docs/participation.md dit ce qu’elle contient.',
    ]);
    const wrong = {
      PARTICIPATION_SITE: 'http://exemple.fr',
      PARTICIPATION_URL: 'https://avis.exemple.fr/',
      PARTICIPATION_LISTS: 'ftp://exemple.fr',
      PARTICIPATION_HOST: 'un hôte',
      PARTICIPATION_PORT: '99999',
      PARTICIPATION_PROXIES: '127.0.0.1, tout',
      PARTICIPATION_WORK: '40',
      DATABASE_URL: 'mysql://moi:secret@exemple.fr/base',
    };
    const found = mistakes(wrong);
    assert.equal(found.length, Object.keys(wrong).length);
    for (const message of found) assert.match(message, /^La variable [A-Z_]+ .*; écrivez .*\.$/);
    assert.doesNotMatch(found.join(), /secret/);
  });

  it('take a loopback without TLS, for a trial, and a slash after the site', () => {
    assert.deepEqual(
      mistakes({ PARTICIPATION_SITE: 'http://localhost:8080/', PARTICIPATION_URL: 'http://127.0.0.1:8081' }),
      [],
    );
  });
});
