// A look at the folders of a site goes on in a thread, with a walk over the content or without one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { article, miniSite } from '../../tests/mini-site.ts';
import { lookAtFolders } from './output/folder-stamps.ts';
import { walkInThread } from './walk-in-thread.ts';

test('of a commit nothing is walked over, and the folders of the site are looked at all the same', async () => {
  using site = miniSite({ 'content/articles/port.md': article() });
  await site.built();
  site.write('_site/chine/autre.txt', 'à quelqu’un d’autre');
  const place = { outputDir: join(site.dir, '_site'), cacheDir: join(site.dir, '.cache') };
  const { walking, look } = walkInThread({ contentDir: null, ...place });
  assert.equal(walking, undefined);
  const found = await look();
  assert.deepEqual(found, lookAtFolders(place));
  assert.deepEqual(found?.changed, ['chine']);
});

test('beside a walk over files the folders of the site are looked at once, when somebody asks', async () => {
  using site = miniSite({ 'content/articles/port.md': article() });
  await site.built();
  const place = { outputDir: join(site.dir, '_site'), cacheDir: join(site.dir, '.cache') };
  const { walking, look } = walkInThread({ contentDir: join(site.dir, 'content'), ...place });
  site.write('_site/chine/autre.txt', 'à quelqu’un d’autre');
  const found = look();
  assert.deepEqual(found, lookAtFolders(place));
  site.remove('_site/chine/autre.txt');
  assert.equal(look(), found);
  assert.deepEqual((await walking)?.files, ['articles/port.md']);
});
