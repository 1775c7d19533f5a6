import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { StoreError } from '../store/object-store.ts';
import { openStore } from '../store/open-store.ts';
import { WrongTarget } from '../store/read-target.ts';
import { openSnapshotPlace, snapshotPath } from './open-place.ts';
import type { SnapshotPlace } from './snapshot-place.ts';
import { statePlace } from './state-place.ts';

const dir = mkdtempSync(join(tmpdir(), 'quotidien-snapshots-'));
after(() => rmSync(dir, { recursive: true, force: true }));

let states = 0;
const newState = (): string => `file:${join(dir, `state-${++states}`)}`;

async function placeIn(state: string): Promise<SnapshotPlace> {
  const store = await openStore(state);
  if (store instanceof WrongTarget) assert.fail(store.sentence);
  return statePlace(store);
}

const of = (hour: number, says = ''): string => JSON.stringify({ date: `2014-05-20T${hour}:00:00Z`, says });

describe('the snapshots of a publication’s state', () => {
  it('are what was written last, and null before', async () => {
    const state = newState();
    const { read, write } = await placeIn(state);
    assert.equal(await read('weather'), null);
    await write('weather', of(10));
    await write('weather', of(11));
    assert.equal(await read('weather'), of(11));
    assert.equal(await read('most-read'), null);
    assert.equal(await (await placeIn(state)).read('weather'), of(11));
    const path = snapshotPath(state, 'weather').slice('file:'.length);
    assert.equal(readFileSync(path, 'utf8'), of(11));
    assert.deepEqual(readdirSync(join(path, '..')), ['weather.json']);
  });

  it('may be older than the one before, whose writer had a wrong clock', async () => {
    const { read, write } = await placeIn(newState());
    await write('weather', of(23));
    await write('weather', of(10));
    assert.equal(await read('weather'), of(10));
  });

  it('are those of the later date when several write at once', async () => {
    const state = newState();
    const places = await Promise.all(Array.from({ length: 6 }, () => placeIn(state)));
    // All of them know the same one, as if they had asked a provider since.
    await Promise.all(places.map(({ read }) => read('weather')));
    await Promise.all(places.map(({ write }, at) => write('weather', of(20 - at, 'x'.repeat(10_000 * at)))));
    assert.equal(await places[3]!.read('weather'), of(20));
  });

  it('replace what is no snapshot', async () => {
    const state = newState();
    const { write } = await placeIn(state);
    await write('poll-totals', '{"date": 3');
    const [slow, quick] = [await placeIn(state), await placeIn(state)];
    await slow.read('poll-totals');
    await quick.write('poll-totals', 'null');
    await slow.write('poll-totals', of(10));
    assert.equal(await quick.read('poll-totals'), of(10));
  });

  it('are whole or not there: a store that fails says so', async () => {
    const path = join(dir, 'in-the-way');
    writeFileSync(path, '');
    const { write } = await placeIn(`file:${path}`);
    await assert.rejects(write('weather', of(10)), StoreError);
  });
});

describe('the place that --snapshots names', () => {
  it('is a folder of data, or a state', async () => {
    for (const text of [dir, newState()]) {
      const place = await openSnapshotPlace(text);
      if (place instanceof WrongTarget) assert.fail(place.sentence);
      await place.write('most-read', of(10));
      assert.equal(await place.read('most-read'), of(10), text);
      await place.close();
    }
  });

  it('is refused in words where there is none', async () => {
    for (const [text, words] of [
      [join(dir, 'absent'), /absent\s» n’est pas un dossier où se trouvent des relevés/],
      ['', /n’est pas un dossier/],
      ['ftp://exemple.fr/etat', /Écrivez «\sfile:dossier\s»/],
      ['s3://clef:secret@compartiment/etat', /mot de passe ou une clé/],
      ['ssh://serveur', /adresse du serveur est incomplète/],
    ] as const) {
      const place = await openSnapshotPlace(text);
      assert.ok(place instanceof WrongTarget, text);
      assert.match(place.sentence, words);
      assert.doesNotMatch(place.sentence, /secret/);
    }
  });
});
