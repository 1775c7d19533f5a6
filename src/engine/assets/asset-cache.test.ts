import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { ASSETS_FOLDER, cached } from './asset-cache.ts';

describe('what takes long to make', () => {
  let cache = '';
  let made = 0;
  const folders: string[] = [];
  const get = async (ingredient: unknown): Promise<string> => {
    const make = (): Buffer => Buffer.from(`${ingredient as string}, made ${++made}`);
    return (await cached(cache, 'thing.txt', [ingredient], make)).toString();
  };
  const files = (): string[] => readdirSync(join(cache, ASSETS_FOLDER));

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'quotidien-kept-'));
    folders.push(cache);
    made = 0;
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('is made once', async () => {
    assert.equal(await get('flour'), 'flour, made 1');
    assert.equal(await get('flour'), 'flour, made 1');
  });

  it('is made of other ingredients anew, and takes the place of what it was', async () => {
    await get('flour');
    assert.equal(await get('rye'), 'rye, made 2');
    assert.equal(files().length, 1);
  });

  it('is made anew when its file is cut short', async () => {
    await get('flour');
    truncateSync(join(cache, ASSETS_FOLDER, files()[0]!), 25);
    assert.equal(await get('flour'), 'flour, made 2');
    assert.equal(await get('flour'), 'flour, made 2');
  });

  it('is given where it cannot be kept', async () => {
    writeFileSync(join(cache, ASSETS_FOLDER), 'a file where the folder should be');
    assert.equal(await get('flour'), 'flour, made 1');
  });

  it('is not kept when it came to nothing', async () => {
    assert.equal(await cached(cache, 'thing.txt', ['sand'], () => null), null);
    assert.equal(
      (await cached(cache, 'thing.txt', ['sand'], () => Buffer.from('glass'))).toString(),
      'glass',
    );
  });
});
