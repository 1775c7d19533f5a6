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

function run(command: string, dir: string, ...options: readonly string[]) {
  const program = join(import.meta.dirname, `../src/cli/${command}.ts`);
  return spawnSync(process.execPath, [program, ...options], { cwd: dir, encoding: 'utf8' });
}

function clean(dir: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = run('clean', dir, ...options);
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

  it('leaves the counts of readers, which no build could make anew', () => {
    const dir = folderWith(1);
    mkdirSync(join(dir, '.cache/most-read'));
    writeFileSync(join(dir, '.cache/most-read/hours.json'), '{}');
    clean(dir, '--photographs');
    assert.deepEqual(readdirSync(join(dir, '.cache')), ['most-read']);
    assert.equal(clean(dir), 'Il n’y avait rien à supprimer.\n');
    assert.deepEqual(readdirSync(join(dir, '.cache/most-read')), ['hours.json']);
  });

  it('touches nothing in a folder that is no cache, whatever its folders are called', () => {
    const dir = folderWith(0);
    mkdirSync(join(dir, '_site'));
    for (const name of ['images', 'assets', 'dev']) {
      for (const folder of ['ma-photo', 'content/media', '.'])
        mkdirSync(join(dir, folder, name), { recursive: true });
      writeFileSync(join(dir, 'ma-photo', name, 'quai.jpg'), 'une photo');
    }
    writeFileSync(join(dir, 'ma-photo/lisez-moi.txt'), 'à garder');
    const before = readdirSync(dir, { recursive: true }).sort();
    for (const cache of ['ma-photo', 'content', 'content/media', '.', '..']) {
      const { status, stderr } = run('clean', dir, '--cache', cache);
      assert.match(
        stderr,
        /^(?:Le dossier|La mémoire des constructions) .*Indiquez-en un autre avec --cache\.$/m,
      );
      assert.equal(status, 2);
    }
    assert.deepEqual(readdirSync(dir, { recursive: true }).sort(), before);
  });

  it('finds no memory of builds among articles and data, since none of them would write it there', () => {
    const dir = folderWith(0);
    mkdirSync(join(dir, 'content/articles'), { recursive: true });
    mkdirSync(join(dir, '_data'));
    const before = readdirSync(dir, { recursive: true }).sort();
    for (const command of ['build', 'check', 'dev'])
      for (const cache of ['content', 'content/cache', '_data', '.']) {
        const { status, stderr } = run(command, dir, '--cache', cache);
        assert.match(
          stderr,
          /^La mémoire des constructions ne peut pas aller dans «\u00a0\S+\u00a0»\u00a0: /,
        );
        assert.equal(status, 2);
      }
    assert.deepEqual(readdirSync(dir, { recursive: true }).sort(), before);
  });

  it('removes its own from a folder that others use as well', () => {
    const dir = folderWith(2);
    writeFileSync(join(dir, '.cache/autre.txt'), 'd’un autre programme');
    mkdirSync(join(dir, '.cache/images/facts'));
    clean(dir);
    clean(dir, '--photographs');
    assert.deepEqual(readdirSync(join(dir, '.cache')), ['autre.txt']);
  });
});
