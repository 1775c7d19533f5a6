// The stamps of a site's folders tell where names changed since they were kept, however often some of them were kept again.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lookAtFolders, replaceStamps, restamp, updateStamps } from './folder-stamps.ts';

let root: string;
let place: { readonly cacheDir: string; readonly outputDir: string };
let clock = 1_400_000_000.5;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidien-stamps-'));
  place = { cacheDir: join(root, 'cache'), outputDir: join(root, 'site') };
  for (const folder of ['cache', 'site/chine/2014', 'site/monde'])
    mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FOLDERS = ['chine/2014', 'monde'];

/** Adds a file; the clock of some systems is slower than this test. */
function add(path: string): void {
  writeFileSync(join(place.outputDir, path), '');
  clock += 1;
  utimesSync(join(place.outputDir, path, '..'), clock, clock);
}
const changed = (): readonly string[] => [...lookAtFolders(place)!.changed].sort();

describe('the stamps of folders', () => {
  it('are none before they are kept, or when they are no stamps', () => {
    assert.equal(lookAtFolders(place), null);
    writeFileSync(join(place.cacheDir, 'output-folders'), 'autre chose');
    assert.equal(lookAtFolders(place), null);
  });

  it('tell where names changed, those above the folders included', () => {
    const key = replaceStamps(place.cacheDir, place.outputDir, FOLDERS);
    assert.deepEqual(lookAtFolders(place), { key, size: 4, changed: [] });
    add('chine/2014/port.html');
    add('robots.txt');
    assert.deepEqual(changed(), ['', 'chine/2014']);
    rmSync(join(place.outputDir, 'monde'), { recursive: true });
    assert.ok(changed().includes('monde'));
  });

  it('are those of the last time for folders that were touched, and of before for all others', () => {
    const first = replaceStamps(place.cacheDir, place.outputDir, FOLDERS);
    add('chine/2014/port.html');
    const second = updateStamps(place.cacheDir, place.outputDir, ['chine/2014']);
    assert.notEqual(second, first);
    assert.deepEqual(lookAtFolders(place), { key: second, size: 4, changed: [] });
    add('monde/gare.html');
    assert.deepEqual(changed(), ['monde']);
    add('chine/2014/pont.html');
    assert.deepEqual(changed(), ['chine/2014', 'monde']);
    mkdirSync(join(place.outputDir, 'sport'));
    rmSync(join(place.outputDir, 'monde'), { recursive: true });
    const third = updateStamps(place.cacheDir, place.outputDir, ['sport', 'chine/2014', 'monde']);
    assert.deepEqual(lookAtFolders(place), { key: third, size: 4, changed: [] });
  });

  it('go by names to another folder', () => {
    replaceStamps(place.cacheDir, place.outputDir, FOLDERS);
    updateStamps(place.cacheDir, place.outputDir, ['chine']);
    const other = { ...place, outputDir: join(root, 'autre') };
    for (const folder of [...FOLDERS, 'sport']) mkdirSync(join(other.outputDir, folder), { recursive: true });
    const key = restamp(place.cacheDir, other.outputDir, ['sport']);
    assert.deepEqual(lookAtFolders(other), { key, size: 5, changed: [] });
  });
});
