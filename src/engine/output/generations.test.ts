// Two generations of a site behind a link: what a server serves is one whole site or the other.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { assertSameTree, treeOf } from '../../../tests/tree.ts';
import { openFolderOutput } from './folder-output.ts';
import { beginGenerations, generationsOf } from './generations.ts';
import { OutputBlocked } from './output.ts';
import { CONTENTS_URL } from './site-list.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidien-generations-'));
  dir = join(root, '_site');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

let edition = 0;

/** One publication: null removes. What the site says of itself is another text each time. */
function publish(files: Readonly<Record<string, string | null>>, foreign: readonly string[] = []): void {
  const output = openFolderOutput(dir);
  output.prepare(() => ({ contentType: '', cacheControl: '' }));
  for (const [url, text] of Object.entries(files)) {
    if (text === null) output.remove(url);
    else output.adopt(output.put(url, text, null), 'articles');
  }
  output.adopt(output.put(CONTENTS_URL, `${edition++}`, null), 'own');
  output.publish(foreign);
}

const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
const served = (): string => readlinkSync(dir);
const inode = (generation: string, path: string): number => statSync(join(root, generation, path)).ino;

describe('two generations of a site', () => {
  it('take turns, and each is whole', () => {
    beginGenerations(dir);
    publish({ '/': 'Un', '/vieux.html': 'Vieux', '/port.html': 'Le port' });
    assert.equal(served(), '_site.1');
    publish({ '/': 'Deux', '/vieux.html': null, '/neuf.html': 'Neuf' });
    assert.equal(served(), '_site.2');
    assert.deepEqual([...treeOf(join(root, '_site.1')).keys()], ['index.html', 'port.html', 'vieux.html']);
    publish({ '/': 'Trois' });
    assert.equal(served(), '_site.1');
    assert.deepEqual([...treeOf(dir).keys()].sort(), ['index.html', 'neuf.html', 'port.html']);
    assert.deepEqual(
      [read('index.html'), readFileSync(join(root, '_site.2/index.html'), 'utf8')],
      ['Trois', 'Deux'],
    );
  });

  it('share the files that stay, and never write into one of them', () => {
    beginGenerations(dir);
    publish({ '/': 'Un', '/port.html': 'Le port' });
    publish({ '/': 'Deux' });
    assert.equal(inode('_site.1', 'port.html'), inode('_site.2', 'port.html'));
    assert.notEqual(inode('_site.1', 'index.html'), inode('_site.2', 'index.html'));
    publish({ '/port.html': 'Le grand port' });
    assert.equal(readFileSync(join(root, '_site.2/port.html'), 'utf8'), 'Le port');
  });

  it('are brought up by what changed, and as a whole when one was tampered with or left by a killed build', () => {
    beginGenerations(dir);
    publish({ '/': 'Un', '/a.html': 'a', '/b.html': 'b' });
    publish({ '/a.html': 'a2' });
    publish({ '/a.html': 'a3' });
    writeFileSync(join(root, '_site.2/trace'), '');
    publish({ '/b.html': 'b4' });
    // By what changed: nobody looked at the others.
    assert.equal(read('trace'), '');
    rmSync(join(root, '_site.2/trace'));
    writeFileSync(join(root, '_site.1/trace'), '');
    rmSync(join(root, '_site.1/.quotidien/site.json'));
    publish({ '/a.html': 'a5' });
    assert.ok(!existsSync(join(dir, 'trace')));
    assert.deepEqual([read('index.html'), read('a.html'), read('b.html')], ['Un', 'a5', 'b4']);
    writeFileSync(join(root, '_site.2/trace'), '');
    writeFileSync(join(root, '_site.2/.quotidien/pending.json'), '["*"]');
    publish({ '/a.html': 'a6' });
    assert.ok(!existsSync(join(dir, 'trace')));
    assert.deepEqual([read('index.html'), read('a.html'), read('b.html')], ['Un', 'a6', 'b4']);
  });

  it('are brought up as a whole when neither says what it was before', () => {
    beginGenerations(dir);
    publish({ '/': 'Un', '/a.html': 'a' });
    rmSync(join(dir, '.quotidien/site.json'));
    publish({ '/': 'Deux' });
    // As after a copy of the site to another machine: the one that was before is not there.
    rmSync(join(root, '_site.1'), { recursive: true });
    publish({ '/': 'Trois' });
    assert.deepEqual([served(), read('index.html'), read('a.html')], ['_site.1', 'Trois', 'a']);
  });

  it('have what is not ours both, and lose it both', () => {
    beginGenerations(dir);
    publish({ '/': 'Un' });
    mkdirSync(join(dir, '.well-known'));
    writeFileSync(join(dir, '.well-known/jeton'), 'un');
    symlinkSync('index.html', join(dir, 'lien'));
    const foreign = ['.well-known/', 'lien'];
    publish({ '/': 'Deux' }, foreign);
    publish({ '/': 'Trois' }, foreign);
    publish({ '/': 'Quatre' }, foreign);
    assert.deepEqual([read('.well-known/jeton'), readlinkSync(join(dir, 'lien'))], ['un', 'index.html']);
    rmSync(join(dir, '.well-known'), { recursive: true });
    publish({ '/': 'Cinq' }, ['lien']);
    publish({ '/': 'Six' }, ['lien']);
    publish({ '/': 'Sept' }, ['lien']);
    for (const generation of ['_site.1', '_site.2'])
      assert.deepEqual([...treeOf(join(root, generation)).keys()].sort(), ['index.html', 'lien'], generation);
  });

  it('come to be of a folder that is there, be it behind another link', () => {
    mkdirSync(join(root, 'srv/site'), { recursive: true });
    symlinkSync('srv/site', dir);
    publish({ '/': 'Un', '/port.html': 'Le port' });
    const before = treeOf(dir);
    beginGenerations(dir);
    assertSameTree(treeOf(dir), before);
    assert.equal(dirname(generationsOf(dir)!.link), realpathSync(join(root, 'srv')));
    publish({ '/': 'Deux' });
    assert.equal(realpathSync(dir), realpathSync(join(root, 'srv/site.2')));
    assert.equal(read('port.html'), 'Le port');
  });

  it('are not begun where their names are taken', () => {
    for (const name of ['_site.1', '_site.2']) writeFileSync(join(root, name), '');
    assert.throws(() => beginGenerations(dir), OutputBlocked);
  });

  it('are found again when the link is gone, the one that was served', () => {
    beginGenerations(dir);
    publish({ '/': 'Un', '/port.html': 'Le port' });
    publish({ '/': 'Deux' });
    for (const text of ['Trois', 'Quatre']) {
      publish({ '/': text });
      rmSync(dir);
      beginGenerations(dir);
      assert.deepEqual([read('index.html'), read('port.html')], [text, 'Le port']);
    }
  });

  it('have files and folders trade places', () => {
    beginGenerations(dir);
    publish({ '/guide': 'un fichier', '/aide/': 'une page' });
    publish({ '/guide': null, '/guide/': 'une page', '/aide/': null, '/aide': 'un fichier' });
    publish({ '/guide': 'un fichier', '/guide/': null, '/aide/': 'une page', '/aide': null });
    publish({ '/': 'Un' });
    assert.deepEqual([read('guide'), read('aide/index.html')], ['un fichier', 'une page']);
  });
});
