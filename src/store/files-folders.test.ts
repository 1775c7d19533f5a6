import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quickestFolder } from '../../tests/quickest-folder.ts';
import type { FileAccess } from './file-access.ts';
import { filesFolders } from './files-folders.ts';
import { localFiles } from './local-files.ts';
import { StoreError } from './object-store.ts';

test('of a place that begins each folder is made without a look before and behind', async t => {
  const { folders, asked } = watchedFolders(newPlace(t));
  for (const day of ['19', '20', '20'])
    assert.equal(await folders.inFolder(`chine/2014/05/${day}/port.html`, async () => 'done'), 'done');
  assert.deepEqual(asked, [
    'look ',
    'look chine',
    'make chine',
    'make chine/2014',
    'make chine/2014/05',
    'make chine/2014/05/19',
    'make chine/2014/05/20',
  ]);
});

test('what somebody else puts meanwhile into a folder that was just made is found, and no link is followed', async t => {
  const place = newPlace(t);
  const { folders } = watchedFolders(place);
  await folders.inFolder('chine/a.html', async () => 'done');
  mkdirSync(join(place, 'chine/2014'));
  symlinkSync(place, join(place, 'chine/2015'));
  assert.equal(await folders.inFolder('chine/2014/a.html', async () => 'done'), 'done');
  await assert.rejects(
    folders.inFolder('chine/2015/a.html', async () => 'done'),
    StoreError,
  );
});

function newPlace(t: { after(end: () => void): void }): string {
  const place = mkdtempSync(join(quickestFolder(), 'quotidien-folders-'));
  t.after(() => rmSync(place, { recursive: true }));
  return place;
}

function watchedFolders(place: string) {
  const asked: string[] = [];
  const files = localFiles(place, place);
  const access: FileAccess = {
    ...files,
    look(path) {
      asked.push(`look ${path}`);
      return files.look(path);
    },
    makeFolder(path) {
      asked.push(`make ${path}`);
      return files.makeFolder(path);
    },
  };
  return { asked, folders: filesFolders(place, access) };
}
