// `npm run clean`: what goes, what stays, and what it says of that.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { putImage } from '../src/images/image-cache.ts';

const WORK = mkdtempSync(join(tmpdir(), 'quotidien-clean-'));
after(() => rmSync(WORK, { recursive: true }));

let folders = 0;

/** A folder with a memory and, in the cache, as many images of 1,000 bytes each. */
function folderWith(images: number): string {
  const dir = join(WORK, `${++folders}`);
  const cache = join(dir, '.cache');
  mkdirSync(join(cache, 'code'), { recursive: true });
  writeFileSync(join(cache, 'code/compiled'), 'code');
  for (let index = 0; index < images; index++)
    putImage(cache, `/images/a${index}/quai.jpg`, Buffer.alloc(1000));
  return dir;
}

function clean(dir: string, ...options: readonly string[]) {
  const program = join(import.meta.dirname, '../src/cli/clean.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...options], {
    cwd: dir,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
}

describe('npm run clean', () => {
  it('keeps the images that photographs took long to become, and says how large they are', () => {
    const dir = folderWith(12);
    assert.equal(
      clean(dir),
      `Supprimé\u00a0: .cache/code.\nGardé\u00a0: .cache/images (12 images préparées, 12\u00a0ko)\u202f; «\u00a0npm run clean -- --photographs\u00a0» le supprime aussi.\n`,
    );
    assert.deepEqual(readdirSync(join(dir, '.cache')), ['images']);
    assert.equal(readdirSync(join(dir, '.cache/images')).length, 12);
  });

  it('removes them with --photographs', () => {
    const dir = folderWith(2);
    assert.equal(clean(dir, '--photographs'), 'Supprimé\u00a0: .cache/code, .cache/images.\n');
    assert.ok(!existsSync(join(dir, '.cache')));
  });

  it('removes the site of the development server', () => {
    const dir = folderWith(1);
    mkdirSync(join(dir, '.cache/dev/site'), { recursive: true });
    writeFileSync(join(dir, '.cache/dev/site/index.html'), 'un brouillon');
    assert.match(clean(dir), /^Supprimé\u00a0: \.cache\/dev, \.cache\/code\.\n/);
    assert.deepEqual(readdirSync(join(dir, '.cache')), ['images']);
  });

  it('speaks of no images where there are none', () => {
    const dir = folderWith(0);
    mkdirSync(join(dir, '.cache/images'));
    assert.equal(clean(dir), 'Supprimé\u00a0: .cache/code, .cache/images.\n');
    assert.equal(clean(dir), 'Il n’y avait rien à supprimer.\n');
  });

  it('finds nothing to remove where only images are left, and says that they stay', () => {
    const dir = folderWith(1);
    clean(dir);
    assert.match(
      clean(dir),
      /^Il n’y avait rien à supprimer\.\nGardé\u00a0: .* \(1 image préparée, 1\u00a0ko\)/,
    );
  });
});
