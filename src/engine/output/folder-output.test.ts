// What a folder as an output keeps, changes and tells.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hashOf } from '../../hash/hash.ts';
import { openFolderOutput } from './folder-output.ts';
import { ForeignOutput, MARK_URL } from './output.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidien-output-'));
  dir = join(root, '_site');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const LONG_AGO = new Date('2001-01-01T00:00:00Z');
const age = (path: string): void => utimesSync(join(dir, path), LONG_AGO, LONG_AGO);
const isUntouched = (path: string): boolean => statSync(join(dir, path)).mtimeMs === LONG_AGO.getTime();

describe('a folder as an output', () => {
  it('makes a file of each address, and tells which are new', () => {
    const output = openFolderOutput(dir);
    output.put('/', 'La une', null);
    output.put('/chine/', Buffer.from('Chine'), null);
    output.put('/flux.xml', 'Flux', null);
    assert.equal(readFileSync(join(dir, 'chine/index.html'), 'utf8'), 'Chine');
    assert.deepEqual(output.changes(), { put: ['/', '/chine/', '/flux.xml'], removed: [] });
  });

  it('leaves a file untouched that has the bytes already, whether they are known or looked at', () => {
    openFolderOutput(dir).put('/chine/', 'Chine', null);
    age('chine/index.html');
    const output = openFolderOutput(dir);
    for (const known of [null, hashOf('Chine')])
      assert.deepEqual(output.put('/chine/', 'Chine', known), {
        url: '/chine/',
        bytesHash: hashOf('Chine'),
        written: false,
      });
    assert.ok(isUntouched('chine/index.html'));
    assert.deepEqual(output.changes().put, []);
  });

  it('copies a large file, and not again when it is the same', () => {
    mkdirSync(root, { recursive: true });
    const film = join(root, 'film.mp4');
    writeFileSync(film, 'un film');
    const copy = { path: film, hash: hashOf('un film') };
    assert.equal(openFolderOutput(dir).put('/medias/film.mp4', copy, null).written, true);
    age('medias/film.mp4');
    assert.equal(openFolderOutput(dir).put('/medias/film.mp4', copy, null).written, false);
    assert.ok(isUntouched('medias/film.mp4'));
  });

  it('takes note of what another thread put there', () => {
    const output = openFolderOutput(dir);
    output.adopt({ url: '/a.html', bytesHash: 'a', written: true });
    output.adopt({ url: '/b.html', bytesHash: 'b', written: false });
    assert.deepEqual(output.changes().put, ['/a.html']);
  });

  it('removes a file with the folders that it leaves empty, and tells only of what was there', () => {
    const output = openFolderOutput(dir);
    output.put('/chine/2014/05/20/port.html', 'Le port', null);
    output.put('/chine/', 'Chine', null);
    output.remove('/chine/2014/05/20/port.html');
    output.remove('/chine/2014/05/20/port.html');
    assert.ok(!existsSync(join(dir, 'chine/2014')));
    assert.ok(existsSync(join(dir, 'chine/index.html')));
    assert.deepEqual(output.changes().removed, ['/chine/2014/05/20/port.html']);
  });

  it('removes all others on demand, and nothing outside of the folder ever', () => {
    writeFileSync(join(root, 'ailleurs.txt'), 'à quelqu’un d’autre');
    const output = openFolderOutput(dir);
    for (const url of ['/', '/chine/', '/vieux/page.html', '/assets/a.css']) output.put(url, url, null);
    output.removeOthers(['/', '/chine/']);
    output.remove('/../ailleurs.txt');
    assert.deepEqual([...output.changes().removed].sort(), ['/assets/a.css', '/vieux/page.html']);
    assert.ok(existsSync(join(root, 'ailleurs.txt')));
    assert.ok(!existsSync(join(dir, 'vieux')));
  });

  it('has an identity of its own, another once it was made anew, and none before', () => {
    const output = openFolderOutput(dir);
    assert.equal(output.identity(), null);
    output.prepare();
    output.put(MARK_URL, '{}', null);
    const first = output.identity();
    assert.equal(output.identity(), first);
    rmSync(dir, { recursive: true });
    mkdirSync(join(root, 'autre'));
    output.prepare();
    assert.notEqual(output.identity(), first);
  });

  it('is refused when the folder holds something and not our mark', () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'thèse.odt'), 'dix ans de travail');
    assert.throws(() => openFolderOutput(dir).identity(), ForeignOutput);
  });
});
