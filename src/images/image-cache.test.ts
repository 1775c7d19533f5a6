import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { DAY } from '../time/durations.ts';
import {
  hasImage,
  IMAGES_FOLDER,
  imagePath,
  putFacts,
  putImage,
  readFacts,
  sweepImages,
} from './image-cache.ts';
import type { Photograph } from './photograph.ts';

const URL = '/images/3f/abcdefghij-800.avif';
const PHOTOGRAPH: Photograph = {
  hash: 'hash-of-the-photograph',
  width: 4000,
  height: 3000,
  alpha: false,
  tone: 17,
  focus: [0.3, 0.5],
};

let cache = '';
const folders: string[] = [];
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'quotidien-images-'));
  folders.push(cache);
});
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const factsFile = (): string => join(cache, IMAGES_FOLDER, 'facts', `${PHOTOGRAPH.hash}.json`);

describe('a file that was made', () => {
  it('is found again under its address', () => {
    assert.equal(hasImage(cache, URL), false);
    putImage(cache, URL, Buffer.from('pixels'));
    assert.equal(hasImage(cache, URL), true);
    assert.equal(readFileSync(imagePath(cache, URL), 'utf8'), 'pixels');
  });

  it('takes its place whole, and leaves nothing beside it', () => {
    putImage(cache, URL, Buffer.from('pixels'));
    putImage(cache, URL, Buffer.from('pixels'));
    assert.deepEqual(readdirSync(dirname(imagePath(cache, URL))), ['abcdefghij-800.avif']);
  });

  it('is made anew when the one that is there is empty', () => {
    putImage(cache, URL, Buffer.alloc(0));
    assert.equal(hasImage(cache, URL), false);
    putImage(cache, URL, Buffer.from('pixels'));
    assert.equal(hasImage(cache, URL), true);
  });

  it('takes the place of a folder, and of a file where its folder should be', () => {
    mkdirSync(join(imagePath(cache, URL), 'strange'), { recursive: true });
    assert.equal(hasImage(cache, URL), false);
    putImage(cache, URL, Buffer.from('pixels'));
    assert.equal(hasImage(cache, URL), true);

    const other = '/images/4f/abcdefghij-800.avif';
    writeFileSync(dirname(imagePath(cache, other)), 'a file');
    assert.equal(hasImage(cache, other), false);
    putImage(cache, other, Buffer.from('pixels'));
    assert.equal(hasImage(cache, other), true);
  });

  it('is no secret loss when it cannot be kept', () => {
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file where the cache should be');
    assert.throws(() => putImage(cache, URL, Buffer.from('pixels')));
  });
});

describe('what is known of a photograph', () => {
  it('is known in the next build', () => {
    assert.equal(readFacts(cache, PHOTOGRAPH.hash), null);
    putFacts(cache, PHOTOGRAPH.hash, { ok: true, photograph: PHOTOGRAPH });
    assert.deepEqual(readFacts(cache, PHOTOGRAPH.hash), { ok: true, photograph: PHOTOGRAPH });
  });

  it('is found out anew when another recipe or library found it out', () => {
    putFacts(cache, PHOTOGRAPH.hash, { ok: true, photograph: PHOTOGRAPH });
    const kept = readFileSync(factsFile(), 'utf8');
    for (const other of [kept.replace(/"reader":"\d+/, '"reader":"0'), kept.replace(/sharp@/, 'sharp@0.')]) {
      assert.notEqual(other, kept);
      writeFileSync(factsFile(), other);
      assert.equal(readFacts(cache, PHOTOGRAPH.hash), null);
    }
  });

  it('is found out anew when its file is cut short, empty or about another photograph', () => {
    putFacts(cache, PHOTOGRAPH.hash, { ok: true, photograph: PHOTOGRAPH });
    const kept = readFileSync(factsFile(), 'utf8');
    for (const other of [kept.slice(0, 40), '', 'null', '[]', '"text"', kept.replace('hash-of', 'hush-of')]) {
      writeFileSync(factsFile(), other);
      assert.equal(readFacts(cache, PHOTOGRAPH.hash), null, other);
    }
  });

  it('is not kept when it is a mistake, whose words name the file', () => {
    putFacts(cache, PHOTOGRAPH.hash, { ok: false, mistake: { rule: 'broken-photograph', message: '…' } });
    assert.equal(readFacts(cache, PHOTOGRAPH.hash), null);
  });

  it('does not stop a build that cannot keep it', () => {
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file where the cache should be');
    putFacts(cache, PHOTOGRAPH.hash, { ok: true, photograph: PHOTOGRAPH });
    assert.equal(readFacts(cache, PHOTOGRAPH.hash), null);
  });
});

describe('files that no page uses', () => {
  const NOW = Date.UTC(2014, 4, 20);
  const age = (path: string, days: number): void => {
    const then = (NOW - days * DAY) / 1000;
    utimesSync(path, then, then);
  };
  const put = (url: string, days: number): void => {
    putImage(cache, url, Buffer.from('pixels'));
    age(imagePath(cache, url), days);
  };

  it('go when they are old', () => {
    put('/images/3f/old-800.avif', 40);
    put('/images/3f/old-800.avif.half-12-0', 40);
    put('/images/4f/used-800.avif', 40);
    put('/images/5f/young-800.avif', 20);
    assert.equal(sweepImages(cache, new Set(['/images/4f/used-800.avif']), 30 * DAY, NOW), 2);
    assert.deepEqual(readdirSync(join(cache, IMAGES_FOLDER)).sort(), ['4f', '5f']);
    assert.equal(hasImage(cache, '/images/4f/used-800.avif'), true);
    assert.equal(hasImage(cache, '/images/5f/young-800.avif'), true);
  });

  it('take what is known of their photograph along, unless that is still wanted', () => {
    putFacts(cache, PHOTOGRAPH.hash, { ok: true, photograph: PHOTOGRAPH });
    age(factsFile(), 40);
    assert.equal(sweepImages(cache, new Set([PHOTOGRAPH.hash]), 30 * DAY, NOW), 0);
    assert.equal(sweepImages(cache, new Set(), 30 * DAY, NOW), 1);
    assert.equal(readFacts(cache, PHOTOGRAPH.hash), null);
  });

  it('are none where there is no cache', () => {
    assert.equal(sweepImages(join(cache, 'nowhere'), new Set(), 0, NOW), 0);
  });
});
