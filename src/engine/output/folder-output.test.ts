// What a folder as an output keeps, changes and tells.
import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hashOf } from '../../hash/hash.ts';
import { ContentChanged } from '../reading/content-changed.ts';
import { openFolderOutput } from './folder-output.ts';
import {
  type Content,
  ForeignOutput,
  MARK_URL,
  type Output,
  OutputBlocked,
  OWN_FOLDER,
  type Turn,
} from './output.ts';

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
const textAt = (path: string): string | null => {
  try {
    return readFileSync(join(dir, path), 'utf8');
  } catch {
    return null;
  }
};

/** Names in the folder, but for what is written down of the site. */
const ourNames = (): string[] => readdirSync(dir).filter(name => name !== OWN_FOLDER);

function put(
  output: Output,
  url: string,
  content: Content,
  turn: Turn = 'files',
  known: string | null = null,
) {
  const result = output.put(url, content, known);
  output.adopt(result, turn);
  return result;
}

/** A folder in which these stand already. */
function filled(files: Readonly<Record<string, string>>): Output {
  const output = openFolderOutput(dir);
  for (const [url, text] of Object.entries(files)) put(output, url, text);
  output.publish([]);
  return openFolderOutput(dir);
}

describe('a folder as an output', () => {
  it('makes a file of each address, and tells which are new', () => {
    const output = openFolderOutput(dir);
    put(output, '/', 'La une');
    put(output, '/chine/', Buffer.from('Chine'));
    put(output, '/flux.xml', 'Flux');
    output.publish([]);
    assert.equal(textAt('chine/index.html'), 'Chine');
    assert.deepEqual(output.changes(), { put: ['/', '/chine/', '/flux.xml'], removed: [], renewed: [] });
  });

  it('leaves a file untouched that has the bytes already, whether they are known or looked at', () => {
    filled({ '/chine/': 'Chine' });
    age('chine/index.html');
    const output = openFolderOutput(dir);
    for (const known of [null, hashOf('Chine')]) {
      const { bytesHash, written } = put(output, '/chine/', 'Chine', 'files', known);
      assert.deepEqual({ bytesHash, written }, { bytesHash: hashOf('Chine'), written: false });
    }
    output.publish([]);
    assert.ok(isUntouched('chine/index.html'));
    assert.deepEqual(output.changes().put, []);
  });

  it('copies a large file, and not again when it is the same', () => {
    mkdirSync(root, { recursive: true });
    const film = join(root, 'film.mp4');
    writeFileSync(film, 'un film'.repeat(300_000));
    const copy = { path: film, hash: hashOf(readFileSync(film)) };
    const first = openFolderOutput(dir);
    assert.equal(put(first, '/medias/film.mp4', copy).written, true);
    first.publish([]);
    assert.equal(textAt('medias/film.mp4'), 'un film'.repeat(300_000));
    age('medias/film.mp4');
    assert.equal(put(openFolderOutput(dir), '/medias/film.mp4', copy).written, false);
    assert.ok(isUntouched('medias/film.mp4'));
  });

  it('refuses a large file that changed since its hash was taken', () => {
    mkdirSync(root, { recursive: true });
    const film = join(root, 'film.mp4');
    writeFileSync(film, 'un autre film');
    const output = filled({ '/': 'La une' });
    assert.throws(
      () => put(output, '/medias/film.mp4', { path: film, hash: hashOf('un film') }),
      ContentChanged,
    );
    output.discard();
    assert.deepEqual(ourNames(), ['index.html']);
  });

  it('takes note of what another thread put there', () => {
    const output = openFolderOutput(dir);
    const other = { bytesHash: 'a', waiting: null, isNew: false };
    output.adopt({ ...other, url: '/a.html', written: true }, 'articles');
    output.adopt({ ...other, url: '/b.html', written: false }, 'articles');
    assert.deepEqual(output.changes().put, ['/a.html']);
  });

  it('removes a file with the folders that it leaves empty, and tells only of what was there', () => {
    const output = filled({ '/chine/2014/05/20/port.html': 'Le port', '/chine/': 'Chine' });
    output.remove('/chine/2014/05/20/port.html');
    output.remove('/chine/2014/05/20/pont.html');
    output.publish([]);
    assert.ok(!existsSync(join(dir, 'chine/2014')));
    assert.ok(existsSync(join(dir, 'chine/index.html')));
    assert.deepEqual(output.changes().removed, ['/chine/2014/05/20/port.html']);
  });

  it('removes nothing outside of the folder, ever, be it through a link', () => {
    writeFileSync(join(root, 'ailleurs.txt'), 'à quelqu’un d’autre');
    const output = filled({ '/': 'a' });
    symlinkSync(root, join(dir, 'lien'));
    output.remove('/../ailleurs.txt');
    output.remove('/lien/ailleurs.txt');
    output.publish([]);
    assert.ok(existsSync(join(root, 'ailleurs.txt')));
    assert.deepEqual(output.changes().removed, []);
  });

  it('tells what is not ours, a folder of nothing else as a whole', () => {
    const output = filled({ '/': 'a', '/chine/': 'b' });
    mkdirSync(join(dir, '.git/objects'), { recursive: true });
    writeFileSync(join(dir, '.git/objects/a'), '');
    writeFileSync(join(dir, 'chine/CNAME'), '');
    const ours = new Set(['index.html', 'chine/', 'chine/index.html']);
    assert.deepEqual([...output.foreign(ours)].sort(), ['.git/', 'chine/CNAME']);
    assert.deepEqual(output.foreign(ours, ['']), ['.git/']);
  });

  it('is refused when the folder holds something and nothing that we wrote down', () => {
    openFolderOutput(dir).checkOurs();
    filled({ '/': 'a', [MARK_URL]: '{}' });
    openFolderOutput(dir).checkOurs();
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    writeFileSync(join(dir, 'thèse.odt'), 'dix ans de travail');
    assert.throws(() => openFolderOutput(dir).checkOurs(), ForeignOutput);
  });

  it('writes through no link that stands in the way', () => {
    const output = filled({ '/': 'a' });
    mkdirSync(join(root, 'ailleurs'));
    symlinkSync(join(root, 'ailleurs'), join(dir, 'chine'));
    put(output, '/chine/port.html', 'b');
    assert.throws(() => output.publish([]), OutputBlocked);
    writeFileSync(join(root, 'page.html'), 'à quelqu’un d’autre');
    rmSync(join(dir, 'index.html'));
    symlinkSync(join(root, 'page.html'), join(dir, 'index.html'));
    const second = openFolderOutput(dir);
    put(second, '/', 'à quelqu’un d’autre');
    put(second, '/', 'c');
    second.publish([]);
    assert.deepEqual([textAt('index.html'), textAt('../page.html')], ['c', 'à quelqu’un d’autre']);
  });
});

describe('a folder in which a site stands', () => {
  it('is as it was until all is published, and for good when all is discarded', () => {
    const output = filled({ '/': 'Hier', '/vieux.html': 'Vieux' });
    put(output, '/', 'Aujourd’hui', 'home');
    put(output, '/neuf.html', 'Neuf', 'articles');
    output.remove('/vieux.html');
    assert.deepEqual(
      [textAt('index.html'), textAt('neuf.html'), textAt('vieux.html')],
      ['Hier', null, 'Vieux'],
    );
    output.discard();
    assert.deepEqual(ourNames().sort(), ['index.html', 'vieux.html']);
    assert.deepEqual(output.changes(), { put: [], removed: [], renewed: [] });
  });

  it('gets what pages load first, then new articles, lists and fronts, then those that change, the home page last, whatever the order of putting', () => {
    const output = filled({ '/ancien.html': 'a', '/chine/': 'b', '/dossiers/': 'c', '/': 'd' });
    put(output, '/', 'Une', 'home');
    put(output, '/dossiers/', 'Dossiers', 'fronts');
    put(output, '/chine/', 'Chine', 'lists');
    put(output, '/ancien.html', 'Ancien', 'articles');
    put(output, '/sport/', 'Sport', 'lists');
    put(output, '/neuf.html', 'Neuf', 'articles');
    put(output, '/assets/a.css', 'css', 'files');
    output.publish([]);
    const inOrder = ['/assets/a.css', '/neuf.html', '/sport/', '/ancien.html', '/chine/', '/dossiers/', '/'];
    assert.deepEqual(output.changes().put, inOrder);
  });

  it('replaces files instead of writing into them: who reads the old one reads it to its end', () => {
    const output = filled({ '/': 'Hier' });
    const reader = openSync(join(dir, 'index.html'), 'r');
    put(output, '/', 'Aujourd’hui', 'home');
    output.publish([]);
    assert.equal(readFileSync(reader, 'utf8'), 'Hier');
    closeSync(reader);
    assert.equal(textAt('index.html'), 'Aujourd’hui');
  });

  it('forgets what a killed build left waiting', () => {
    const killed = filled({ '/': 'Hier' });
    put(killed, '/', 'À moitié', 'home');
    const output = openFolderOutput(dir);
    output.prepare(() => ({ contentType: '', cacheControl: '' }));
    output.publish([]);
    assert.deepEqual(ourNames(), ['index.html']);
    assert.equal(textAt('index.html'), 'Hier');
  });

  it('lets a file become a folder, and a folder a file, once the one that stood there leaves', () => {
    const output = filled({ '/guide': 'un fichier', '/aide/': 'une page' });
    put(output, '/guide/', 'une page', 'lists');
    put(output, '/aide', 'un fichier', 'files');
    output.remove('/guide');
    output.remove('/aide/');
    output.publish([]);
    assert.deepEqual([textAt('guide/index.html'), textAt('aide')], ['une page', 'un fichier']);
  });

  it('is as it was when something strange is in the way', () => {
    for (const [strange, url] of [
      ['guide', '/guide/'],
      ['aide/notes.txt', '/aide'],
    ] as const) {
      const output = filled({ '/': 'Hier' });
      mkdirSync(dirname(join(dir, strange)), { recursive: true });
      writeFileSync(join(dir, strange), 'à quelqu’un d’autre');
      put(output, '/', 'Aujourd’hui', 'home');
      put(output, url, 'de nous', 'files');
      assert.throws(
        () => output.publish([]),
        (error: unknown) => error instanceof OutputBlocked && error.path === join(dir, strange),
      );
      output.discard();
      assert.equal(textAt('index.html'), 'Hier');
      assert.equal(textAt(strange), 'à quelqu’un d’autre');
      rmSync(dir, { recursive: true });
    }
  });
});
